import { KeyRound } from 'lucide-react'
import type { AccountRole, LoginAnswer } from '#shared/api.ts'
import type { InvitedAnswer, TeamMember } from '#shared/office.ts'
import { post } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import Devices from '../account/Devices.tsx'
import { useSend } from '../ask.ts'
import { useWords } from './words.ts'

/** One account: a new link, another role, its devices, its end. */
export function ManageDialog({
  login,
  member,
  onClose,
  onChanged,
  onInvited,
}: {
  login: LoginAnswer
  member: TeamMember
  onClose: () => void
  onChanged: () => void
  onInvited: (answer: InvitedAnswer, name: string) => void
}) {
  const t = useWords()
  const { busy, failure, send } = useSend()
  const path = `/api/office/team/${member.personId}`
  const as = login.personId

  async function setRole(role: AccountRole | null) {
    const done = await send(() => post(path, { role }, { as }))
    if (!done) return
    announce(t.done)
    onChanged()
    onClose()
  }

  return (
    <Dialog open title={t.manageTitle(member.name)} onClose={onClose}>
      <div className="team-manage">
        {failure && (
          <Notice tone="stop" role="alert">
            {failure.message}
          </Notice>
        )}
        <div className="team-do">
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() =>
              send(async () => {
                onInvited(await post<InvitedAnswer>(`${path}/invite`, {}, { as }), member.name)
              })
            }
          >
            <KeyRound size={20} strokeWidth={1.75} aria-hidden="true" />
            {t.link}
          </button>
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => setRole(member.role === 'trainer' ? 'organiser' : 'trainer')}
          >
            {member.role === 'trainer' ? t.makeOrganiser : t.makeTrainer}
          </button>
        </div>
        <h3>{t.devices}</h3>
        <Devices as={as} personId={member.personId} />
        <p className="hint">{t.closeText}</p>
        <div className="actions">
          <button type="button" className="btn stop" disabled={busy} onClick={() => setRole(null)}>
            {t.closeAccount}
          </button>
          <button type="button" className="btn main" onClick={onClose}>
            {t.close}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

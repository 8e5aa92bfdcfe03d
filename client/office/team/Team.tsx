import { CircleCheck, Clock, Settings2, TriangleAlert, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import type { InvitedAnswer, TeamAnswer, TeamMember } from '#shared/office.ts'
import { useTitle } from '../../kit/use-title.ts'
import { Asked, useAnswer } from '../asked.tsx'
import { OfficeTable } from '../OfficeTable.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { ManageDialog } from './ManageDialog.tsx'
import { useWords } from './words.ts'
import './team.css'

type Opened = 'invite' | { manage: TeamMember } | { invited: InvitedAnswer; name: string }

/** Who has an account of the office, and how to give one. */
export function Team({ login }: { login: LoginAnswer }) {
  const t = useWords()
  const asked = useAnswer<TeamAnswer>('/api/office/team', login.personId)
  const [opened, setOpened] = useState<Opened>()
  useTitle(t.title)

  function invited(answer: InvitedAnswer, name: string) {
    setOpened({ invited: answer, name })
    asked.again()
  }

  return (
    <>
      <h1>{t.title}</h1>
      <Asked asked={asked}>
        {({ members }) => (
          <>
            <div className="office-say">
              <p>{t.say(members.length, members.filter(({ state }) => state !== 'active').length)}</p>
              <button type="button" className="btn main" onClick={() => setOpened('invite')}>
                <UserPlus size={20} strokeWidth={1.75} aria-hidden="true" />
                {t.invite}
              </button>
            </div>
            <OfficeTable columns={[t.colName, t.colRole, t.colState]} actions={t.colActions} className="team">
              {members.map((member) => (
                <Row
                  key={member.personId}
                  member={member}
                  self={member.personId === login.personId}
                  onManage={() => setOpened({ manage: member })}
                />
              ))}
            </OfficeTable>
            {members.length === 1 && (
              <div className="office-none">
                <h2>{t.none}</h2>
                <p>{t.noneText}</p>
              </div>
            )}
          </>
        )}
      </Asked>
      {opened === 'invite' && (
        <InviteDialog login={login} onClose={() => setOpened(undefined)} onInvited={invited} />
      )}
      {opened && opened !== 'invite' && 'manage' in opened && (
        <ManageDialog
          login={login}
          member={opened.manage}
          onClose={() => setOpened(undefined)}
          onChanged={asked.again}
          onInvited={invited}
        />
      )}
      {opened && opened !== 'invite' && 'invited' in opened && (
        <LinkDialog invited={opened.invited} name={opened.name} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

const STATES = {
  active: { icon: CircleCheck, tone: 'tx-ok' },
  invited: { icon: Clock, tone: 'tx-info' },
  expired: { icon: TriangleAlert, tone: 'tx-warn' },
} as const

function Row({ member, self, onManage }: { member: TeamMember; self: boolean; onManage: () => void }) {
  const t = useWords()
  const { icon: Icon, tone } = STATES[member.state]
  return (
    <tr>
      <th scope="row">
        {member.name} {self && <em className="team-you">({t.you})</em>}
        <span>{member.email}</span>
      </th>
      <td>{t[member.role]}</td>
      <td>
        <span className={`state ${tone}`}>
          <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
          {t[member.state]}
        </span>
      </td>
      <td>
        {!self && (
          <button type="button" className="btn sm" aria-label={t.manageOf(member.name)} onClick={onManage}>
            <Settings2 size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.manage}
          </button>
        )}
      </td>
    </tr>
  )
}

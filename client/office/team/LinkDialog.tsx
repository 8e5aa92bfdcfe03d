import type { InvitedAnswer } from '#shared/office.ts'
import { date } from '../../i18n/format.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { CopyLink } from '../CopyLink.tsx'
import { useWords } from './words.ts'

/** The link that opens an account, to give by hand when no e-mail has left. */
export function LinkDialog({
  invited,
  name,
  onClose,
}: {
  invited: InvitedAnswer
  name: string
  onClose: () => void
}) {
  const t = useWords()
  const until = date(invited.expiresAt)
  return (
    <Dialog open title={t.linkTitle(name)} onClose={onClose}>
      <p>{invited.sent ? t.linkSent(until) : t.linkText(until)}</p>
      <CopyLink link={invited.link} label={t.linkLabel} />
      <div className="actions">
        <button type="button" className="btn main" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </Dialog>
  )
}

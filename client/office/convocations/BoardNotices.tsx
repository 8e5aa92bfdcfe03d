import type { BoardAnswer, BoardPerson } from '#shared/convocation.ts'
import { date } from '../../i18n/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useWords } from './words.ts'

/** What is wrong, in words, and in the mail server's own. */
export function BoardNotices({ board }: { board: BoardAnswer }) {
  const t = useWords()
  const refused = board.people.filter(({ mail }) => mail?.state === 'refused')
  const failed = board.people.filter(({ mail }) => mail?.state === 'failed')
  return (
    <div className="board-notices">
      {board.trouble && (
        <Notice tone="stop">
          {t.trouble[board.trouble.reason] ?? t.trouble.connection}
          <br />
          {t.serverSaid(board.trouble.said)}
        </Notice>
      )}
      {board.cancelledAt !== undefined && (
        <Notice tone="warn">{t.cancelled(date(board.cancelledAt, board.timeZone))}</Notice>
      )}
      {board.changed && board.phase !== 'ended' && <Notice tone="warn">{t.changed}</Notice>}
      {refused.length > 0 && (
        <Notice tone="stop">
          {t.refusedSay(refused.length)}
          <Undelivered people={refused} />
        </Notice>
      )}
      {failed.length > 0 && (
        <Notice tone="stop">
          {t.failedSay(failed.length)}
          <Undelivered people={failed} />
        </Notice>
      )}
    </div>
  )
}

function Undelivered({ people }: { people: BoardPerson[] }) {
  const t = useWords()
  return (
    <ul className="board-undelivered">
      {people.map(({ personId, name, mail }) => (
        <li key={personId}>
          <b>{name}</b>, {mail?.address}. {mail?.said && t.serverSaid(mail.said)}
        </li>
      ))}
    </ul>
  )
}

import { Mail, PencilLine, Send } from 'lucide-react'
import type { LoginAnswer } from '#shared/api.ts'
import type { BoardAnswer, BoardPerson, ConvocationKind } from '#shared/convocation.ts'
import { time } from '../../i18n/format.ts'
import { Link } from '../../kit/navigation.tsx'
import { officeAddress } from '../address.ts'
import { countsOf, onTheWay, toRemind } from './board-model.ts'
import { useWords } from './words.ts'

/** Where things stand, in a sentence, and the one thing to do next. */
export function BoardSay({
  login,
  board,
  busy,
  send,
}: {
  login: LoginAnswer
  board: BoardAnswer
  busy: boolean
  send: (kind: ConvocationKind, people?: BoardPerson[]) => Promise<boolean>
}) {
  const t = useWords()
  const all = board.people.length
  const nothing = board.people.every(({ mail }) => mail === undefined)
  const late = toRemind(board)
  const open = board.phase !== 'ended'
  return (
    <div className="board-say">
      <p role="status">{useSentence(board)}</p>
      {open && (
        <Link
          className="btn"
          href={officeAddress(login, `/classe/${board.id}/convocations`, { vue: 'lettre' })}
        >
          <PencilLine size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.letter}
        </Link>
      )}
      {open && allKept(board) && (
        <Link className="btn main" href={officeAddress(login, '/envois')}>
          <Mail size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.outbox}
        </Link>
      )}
      {open && nothing && (
        <button
          type="button"
          className="btn main"
          disabled={busy}
          aria-busy={busy || undefined}
          onClick={() => send('invitation')}
        >
          <Send size={20} strokeWidth={1.75} aria-hidden="true" />
          {board.sends ? t.sendAll(all) : t.writeAll(all)}
        </button>
      )}
      {open && board.changed && (
        <button type="button" className="btn main" disabled={busy} onClick={() => send('change')}>
          <Send size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.tellChange(all)}
        </button>
      )}
      {!nothing && !board.changed && late.length > 0 && (
        <button type="button" className="btn" disabled={busy} onClick={() => send('reminder', late)}>
          <Send size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.remind(late.length)}
        </button>
      )}
    </div>
  )
}

/** Written, and waiting to be passed on by hand. */
const allKept = ({ people }: BoardAnswer) => people.every(({ mail }) => mail?.state === 'kept')

function useSentence(board: BoardAnswer) {
  const t = useWords()
  const { people, phase, now, timeZone } = board
  const all = people.length
  const { sent, opened, tested, present, here } = countsOf(people)
  const missing = people.filter((person) => !person.here)
  const came = missing.filter(({ openedAt }) => openedAt !== undefined).length
  if (phase === 'ended') return <b>{t.attended(present, all)}</b>
  if (phase === 'live' || (sent > 0 && now >= board.startsAt - 3_600_000)) {
    return (
      <>
        <b>{here === all ? t.allHere : t.hereSay(here, all)}</b> {t.itIs(time(now, timeZone))}{' '}
        {here < all && t.missingSay(came, missing.length - came)}
      </>
    )
  }
  if (people.every(({ mail }) => mail === undefined)) return t.toSend(all)
  if (allKept(board)) return <b>{t.allKept(all)}</b>
  const leaving = people.some(({ mail }) => onTheWay(mail))
  const told = opened === 0 ? t.noneOpened : t.openedSay(opened, tested)
  if (leaving && opened === 0) return <b>{t.sending(sent, all)}</b>
  return (
    <>
      <b>{sent === all ? t.allSent(all) : t.someSent(sent, all)}</b> {told}
    </>
  )
}

import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BoardAnswer, BoardPerson } from '#shared/convocation.ts'
import { countsOf, type Mark, sentMark, testFault } from './board-model.ts'
import { moment } from './moment.ts'
import { useWords } from './words.ts'

type Props = {
  board: BoardAnswer
  selected?: string
  onSelect: (personId: string | undefined) => void
  onReissue: (person: BoardPerson) => void
  busy: boolean
}

/** Who is where, from the mail to the seat: one rail per person. */
export function BoardTable({ board, selected, onSelect, onReissue, busy }: Props) {
  const t = useWords()
  const counts = countsOf(board.people)
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <Head word={t.sent} n={counts.sent} />
          <Head word={t.opened} n={counts.opened} />
          <Head word={t.tested} n={counts.tested} />
          <Head word={t.present} n={board.phase === 'ended' ? counts.present : counts.here} />
          <th scope="col">
            <span className="vh">{t.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {board.people.map((person) => (
          <Row
            key={person.personId}
            board={board}
            person={person}
            selected={person.personId === selected}
            onSelect={onSelect}
            onReissue={onReissue}
            busy={busy}
          />
        ))}
      </tbody>
    </table>
  )
}

function Head({ word, n }: { word: string; n: number }) {
  return (
    <th scope="col">
      {word} <b className="num">{n}</b>
    </th>
  )
}

function Row({
  board,
  person,
  selected,
  onSelect,
  onReissue,
  busy,
}: Omit<Props, 'selected'> & { person: BoardPerson; selected: boolean }) {
  const t = useWords()
  const { now, timeZone } = board
  const at = (ms: number) => moment(ms, now, timeZone)
  const fault = testFault(person, t)
  const sent = sentMark(person)
  const opened: Mark = person.openedAt === undefined ? 'open' : 'done'
  const tested: Mark = person.test ? (fault ? 'trouble' : 'done') : 'open'
  const seated = person.presentAt !== undefined
  return (
    <tr className={selected ? 'sel' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="board-name"
          aria-expanded={selected}
          aria-label={t.select(person.name)}
          onClick={() => onSelect(selected ? undefined : person.personId)}
        >
          {person.name}
        </button>
        <span>{person.login}</span>
      </th>
      <Step word={t.sent} mark={sent} joined={sent === 'done' && opened === 'done'}>
        {useMailWord(person, at)}
      </Step>
      <Step word={t.opened} mark={opened} joined={opened === 'done' && tested === 'done'}>
        {person.openedAt !== undefined && at(person.openedAt)}
      </Step>
      <Step word={t.tested} mark={tested} joined={tested === 'done' && seated}>
        {fault || (person.test && at(person.test.at))}
      </Step>
      <Step word={t.present} mark={seated ? 'done' : 'open'} here={person.here}>
        {seated && (person.here ? at(person.presentAt!) : leftWord(person, t.leftAt, at))}
      </Step>
      <td className="board-key">
        <button
          type="button"
          className="btn sm quiet"
          disabled={busy || board.phase === 'ended'}
          aria-label={t.reissueOf(person.name)}
          title={t.reissue}
          onClick={() => onReissue(person)}
        >
          <KeyRound size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </td>
    </tr>
  )
}

function Step({
  word,
  mark,
  joined = false,
  here = false,
  children,
}: {
  word: string
  mark: Mark
  joined?: boolean
  here?: boolean
  children: ReactNode
}) {
  const t = useWords()
  return (
    <td data-word={word}>
      <span className={`board-step ${mark}${joined ? ' joined' : ''}${here ? ' here' : ''}`}>
        <i aria-hidden="true" />
        {children ? <span className="num">{children}</span> : <span className="vh">{t.notYet}</span>}
      </span>
    </td>
  )
}

function useMailWord({ mail, sentAt }: BoardPerson, at: (ms: number) => string): string {
  const t = useWords()
  if (mail?.state === 'refused') return t.refused
  if (mail?.state === 'failed') return t.failed
  if (sentAt !== undefined) return at(sentAt)
  if (mail?.state === 'kept') return t.kept
  if (mail?.state === 'retrying') return t.retryAt(at(mail.nextAt ?? 0))
  if (mail?.state === 'sending') return t.leaving
  return mail ? t.waiting : ''
}

function leftWord({ story }: BoardPerson, word: (time: string) => string, at: (ms: number) => string) {
  const left = story.find(({ what }) => what === 'left')
  return left ? word(at(left.at)) : ''
}

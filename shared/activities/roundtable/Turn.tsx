/** Whose turn it is, how long is left, and when mine comes. */
import { CornerUpRight, Mic } from 'lucide-react'
import { TurnLeft } from '../TurnLeft.tsx'
import type { RoundProps } from './props.ts'
import { type RoundtableWords, useRoundtableWords } from './words.ts'

export function Turn(props: RoundProps) {
  const t = useRoundtableWords()
  const { everyone, me, nameOf, send, mine, connected } = props
  const { speaker, next } = everyone
  const yours = speaker !== undefined && speaker === me
  const mayPass = yours || mine.state === 'waiting'
  return (
    <div className={yours ? 'turn-box yours' : 'turn-box'} role="status">
      <p className="who-speaks">
        {yours && <Mic size={24} strokeWidth={1.75} aria-hidden="true" />}
        <b>{yours ? t.yours : speaker === undefined ? t.nobody : t.speaks(nameOf(speaker))}</b>
        <TurnLeft turn={everyone.turn} />
      </p>
      <p className="then">
        {next !== undefined && (next === me ? <b>{t.youNext}</b> : t.next(nameOf(next)))}
        <Place {...props} />
      </p>
      {mayPass && (
        <button type="button" className="btn" disabled={!connected} onClick={() => send({ type: 'pass' })}>
          <CornerUpRight size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.pass}
        </button>
      )}
    </div>
  )
}

/** Where I stand, when it is neither my turn nor the next. */
function Place({ everyone, me, mine }: RoundProps) {
  const t = useRoundtableWords()
  const text = placeOf(t, everyone, me, mine.state)
  return text === undefined ? null : <span className="num">{text}</span>
}

function placeOf(
  t: RoundtableWords,
  { order, people, next }: RoundProps['everyone'],
  me: string | undefined,
  state: RoundProps['mine']['state'],
): string | undefined {
  switch (state) {
    case 'spoken':
      return t.youSpoke
    case 'passed':
      return t.youPassed
    case 'skipped':
      return t.youComeBack
    case 'absent':
      return t.youAbsent
    case 'waiting': {
      if (me === undefined || next === me) return undefined
      const before = order.slice(0, order.indexOf(me)).filter((id) => people[id] === 'waiting').length
      return t.before(before)
    }
    default:
      return undefined
  }
}

/** Who presents, what, how long is left, and when my turn comes. */
import { Presentation } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import { TurnLeft } from '../TurnLeft.tsx'
import type { OralProps } from './props.ts'
import { type PresentationWords, usePresentationWords } from './words.ts'

export function Turn({ everyone, me, nameOf, mine }: OralProps) {
  const t = usePresentationWords()
  const { speaker, next, subject, turn } = everyone
  const yours = speaker !== undefined && speaker === me
  const place = placeOf(t, everyone, me, mine.state)
  return (
    <div className={yours ? 'turn-box yours' : 'turn-box'} role="status">
      <p className="who-speaks">
        {yours && <Presentation size={24} strokeWidth={1.75} aria-hidden="true" />}
        <b>{yours ? t.yours : speaker === undefined ? t.nobody : t.presents(nameOf(speaker))}</b>
        <TurnLeft turn={turn} />
      </p>
      {subject !== undefined && <p>{t.about(fr(subject))}</p>}
      <p className="then">
        {next !== undefined && (next === me ? <b>{t.youNext}</b> : t.next(nameOf(next)))}
        {place !== undefined && <span className="num">{place}</span>}
      </p>
    </div>
  )
}

function placeOf(
  t: PresentationWords,
  { order, people, next }: OralProps['everyone'],
  me: string | undefined,
  state: OralProps['mine']['state'],
): string | undefined {
  if (state === 'done') return t.youDid
  if (state === 'skipped') return t.youSkip
  if (state !== 'waiting' || me === undefined || next === me) return undefined
  return t.before(order.slice(0, order.indexOf(me)).filter((id) => people[id] === 'waiting').length)
}

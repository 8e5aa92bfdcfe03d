/** In the people's column: in which order people speak, who has, for how long; each can be moved or called. */
import { Check } from 'lucide-react'
import { useState } from 'react'
import { clock } from '../question/Remaining.tsx'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { RoundtableStanding } from './definition.ts'
import { everybody, leastHeard, moved } from './trainer-model.ts'
import { type TrainerWords, useTrainerWords } from './trainer-words.ts'
import { type RoundProps, useRound } from './use-round.tsx'
import './trainer.css'

export default function SpeakingOrder(given: TrainerScreenProps) {
  const t = useTrainerWords()
  const props = useRound(given)
  const { round, order } = props
  const [chosen, choose] = useState<string>()
  const all = everybody(round, order)
  const heard = all.filter((id) => round.people[id] === 'spoken').length
  return (
    <aside className="people rt-order" aria-label={t.order}>
      <div className="blk">
        <h2>
          {t.order} <span className="num">{t.heard(heard, all.length)}</span>
        </h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <ol className="ord scroll" tabIndex={0} aria-label={t.order}>
        {all.map((id, i) => (
          <Place
            key={id}
            {...props}
            id={id}
            n={i + 1}
            open={chosen === id}
            toggle={() => choose(chosen === id ? undefined : id)}
          />
        ))}
      </ol>
      <Today {...props} />
    </aside>
  )
}

type PlaceProps = RoundProps & { id: string; n: number; open: boolean; toggle: () => void }

const DONE: readonly RoundtableStanding[] = ['spoken', 'passed']

function Place({ id, n, open, toggle, ...props }: PlaceProps) {
  const t = useTrainerWords()
  const { round, own, nameOf, people, everyone } = props
  const standing = round.people[id]
  const done = standing !== undefined && DONE.includes(standing)
  const speaking = standing === 'speaking'
  const offline = people[id]?.online === false && !done
  const spent = own.spent[id]
  const word = standing && wordOf(t, standing, spent)
  const running = everyone.phase === 'ready' || everyone.phase === 'open'
  return (
    <li className={done ? 'done' : speaking ? 'on' : undefined} aria-current={speaking || undefined}>
      <button type="button" className="place" aria-expanded={open} disabled={!running} onClick={toggle}>
        <span className="o num">
          {done ? <Check size={16} strokeWidth={1.75} aria-hidden="true" /> : round.order.length > 0 && n}
        </span>
        <span className="n">
          {nameOf(id)}
          {offline && <em className="tx-warn">{t.offline}</em>}
        </span>
        <span className="w num">{word ?? (round.order.length > 0 && standing === undefined && t.notIn)}</span>
      </button>
      {open && running && <Acts {...props} id={id} standing={standing ?? 'waiting'} />}
    </li>
  )
}

function wordOf(t: TrainerWords, standing: RoundtableStanding, spent: number | undefined) {
  if (standing === 'spoken' && spent !== undefined) return clock(Math.floor(spent / 1000) * 1000)
  return {
    waiting: undefined,
    speaking: t.speaks,
    spoken: undefined,
    skipped: t.atTheEnd,
    passed: t.passed,
    absent: t.away,
  }[standing]
}

function Acts({ id, standing, ...props }: RoundProps & { id: string; standing: RoundtableStanding }) {
  const t = useTrainerWords()
  const { round, order, send, online, nameOf, everyone } = props
  const act = (payload: { type: string; [key: string]: unknown }) => void send('activity.do', payload)
  const name = <span className="vh"> {t.of(nameOf(id))}</span>
  const move = (by: -1 | 1, word: string) => {
    const to = moved(round, order, id, by)
    return (
      <button
        type="button"
        className="btn sm"
        disabled={!online || !to}
        onClick={() => to && act({ type: 'arrange', how: 'chosen', order: to })}
      >
        {word}
        {name}
      </button>
    )
  }
  const waits = standing === 'waiting' || standing === 'skipped' || standing === 'absent'
  return (
    <div className="acts">
      {everyone.phase === 'open' && standing !== 'speaking' && (
        <button
          type="button"
          className="btn sm main"
          disabled={!online}
          onClick={() => act({ type: 'call', personId: id })}
        >
          {t.give}
          {name}
        </button>
      )}
      {waits && move(-1, t.earlier)}
      {waits && move(1, t.later)}
      {everyone.phase === 'open' && (standing === 'waiting' || standing === 'speaking') && (
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => act({ type: 'skip', personId: id })}
        >
          {t.skip}
          {name}
        </button>
      )}
      {everyone.phase === 'open' && (
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => act({ type: 'absent', personId: id, absent: standing !== 'absent' })}
        >
          {standing === 'absent' ? t.back : t.isAbsent}
          {name}
        </button>
      )}
    </div>
  )
}

function Today({ order, spoken, nameOf, people, round: { speaker, turn }, now }: RoundProps) {
  const t = useTrainerWords()
  const [first, second] = leastHeard(
    order.filter((id) => people[id]),
    // Whoever speaks now is being heard.
    speaker === undefined || !turn
      ? spoken
      : { ...spoken, [speaker]: (spoken[speaker] ?? 0) + Math.max(0, now - turn.since) },
  )
  if (!first || !second) return null
  const text = ({ id, ms }: { id: string; ms: number }) => {
    const seconds = Math.floor(ms / 1000)
    return `${nameOf(id)}, ${t.minutesSeconds(Math.floor(seconds / 60), seconds % 60)}`
  }
  return (
    <div className="blk today">
      <h2>{t.today}</h2>
      <p className="label">{t.leastHeard(text(first), text(second))}</p>
    </div>
  )
}

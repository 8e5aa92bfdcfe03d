/** A tour de table as the trainer runs it: who speaks and for how long, the line that is kept, what was said. */
import { useState } from 'react'
import { time } from '#client/i18n/format.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import { ChangeOrder } from './ChangeOrder.tsx'
import { Moods } from './Moods.tsx'
import { Prompts } from './Prompts.tsx'
import { Said } from './Said.tsx'
import { Speaker } from './Speaker.tsx'
import { useTrainerWords } from './trainer-words.ts'
import { type RoundProps, useRound } from './use-round.tsx'
import './trainer.css'

export default function Trainer(given: TrainerScreenProps) {
  const t = useTrainerWords()
  const props = useRound(given)
  const { round, own, everyone } = props
  const [changing, setChanging] = useState(false)
  const { order, people } = round
  const of = order.filter((id) => people[id] !== 'absent').length
  const n = order.filter((id) => ['spoken', 'passed', 'speaking'].includes(people[id] ?? '')).length
  const open = everyone.phase === 'ready' || everyone.phase === 'open'
  return (
    <div className="rt">
      <div className="rt-bar">
        {round.speaker && (
          <b className="num">
            {n}
            <sup>{t.th(n)}</sup> {t.outOfPeople(of)}
          </b>
        )}
        <span className="ord-how">
          {own.arranged ? t.orders[own.arranged.how](time(own.arranged.at)) : t.willBe[own.definition.order]}
        </span>
        {open && (
          <button
            type="button"
            className="btn sm"
            disabled={!props.online}
            aria-haspopup="dialog"
            onClick={() => setChanging(true)}
          >
            {t.change}
          </button>
        )}
      </div>
      {round.speaker ? <Speaker {...props} speaker={round.speaker} /> : <Between {...props} />}
      {round.mood && everyone.phase !== 'ready' && <Moods {...props} mood={round.mood} />}
      {everyone.phase !== 'ready' && <Said {...props} />}
      <ChangeOrder {...props} open={changing} onClose={() => setChanging(false)} />
    </div>
  )
}

/** Nobody speaks: before the first turn, between two, after the last. */
function Between({ round, everyone, nameOf, own }: RoundProps) {
  const t = useTrainerWords()
  const titles = { ready: t.ready, open: t.nobody, closed: t.over, revealed: t.over }
  const { order, people, next } = round
  const heard = order.filter((id) => people[id] === 'spoken').length
  const over = everyone.phase === 'closed' || everyone.phase === 'revealed'
  return (
    <section className="floor" aria-labelledby="rt-now">
      <div>
        <Prompts prompts={round.prompts} />
        <h2 id="rt-now">{titles[everyone.phase]}</h2>
        <p className="label">
          {over
            ? t.heard(heard, order.length)
            : next
              ? t.next(nameOf(next))
              : own.definition.seconds && t.eachHas(own.definition.seconds)}
        </p>
      </div>
    </section>
  )
}

/** A poll as the trainer sees it: distribution, who chose what, who is missing, late answers apart. */
import { EyeOff, RotateCcw } from 'lucide-react'
import { fr, number } from '#client/i18n/format.ts'
import { ChoiceShape } from '#client/kit/index.ts'
import { average } from '../question/Results.tsx'
import { Distribution } from '../trainer/Distribution.tsx'
import { Late } from '../trainer/Late.tsx'
import { Missing } from '../trainer/Missing.tsx'
import { NamesToggle } from '../trainer/NamesToggle.tsx'
import { Tally } from '../trainer/Tally.tsx'
import { TimerControls } from '../trainer/TimerControls.tsx'
import { useSharedWords } from '../trainer/words.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { PollAnswer, PollResults, PollTrainer } from './definition.ts'
import { useTrainerWords } from './trainer-words.ts'
import '../trainer/trainer.css'
import './trainer.css'

export default function Trainer(props: TrainerScreenProps) {
  return (
    <div className="trainer-screen">
      <Card {...props} />
      <Side {...props} />
    </div>
  )
}

const pollOf = (trainer: TrainerScreenProps['trainer']) => trainer as unknown as PollTrainer

function Card({
  everyone,
  trainer,
  people,
  order,
  others,
  namesHidden,
  hideNames,
  send,
}: TrainerScreenProps) {
  const t = useTrainerWords()
  const shared = useSharedWords()
  const { definition, results, answers } = pollOf(trainer)
  const tight = definition.type === 'scale' || definition.options.length > 5
  const before = previousRun(definition.compareWith, others)
  const namesOf = (optionId: string) =>
    order
      .filter((id) => answers?.[id] && !answers[id].late && answers[id].choice.includes(optionId))
      .map((id) => people[id]?.name)
  const showNames = definition.named && !namesHidden && everyone.phase !== 'ready'
  return (
    <section className={`card ${tight ? 'tight' : ''}`} aria-labelledby="poll-question">
      <h2 id="poll-question">{fr(definition.text)}</h2>
      {definition.type === 'multiple' && <p className="label">{shared.several}</p>}
      {before && <p className="label">{t.compared(before.title)}</p>}
      <ol className={before ? 'ops two' : 'ops'}>
        {definition.options.map((option) => {
          const names = namesOf(option.id)
          return (
            <li className="op" key={option.id}>
              <span className="lt">
                {definition.type === 'scale' ? option.text : option.id.toUpperCase()}
              </span>
              {definition.type === 'scale' ? <span /> : <ChoiceShape id={option.id} />}
              <span className="tx">
                {definition.type === 'scale' ? endLabel(definition, option.id) : fr(option.text)}
                {showNames && <small>{names.length > 0 ? names.join(', ') : t.nobody}</small>}
              </span>
              <Distribution id={option.id} results={results} before={before?.results} />
            </li>
          )
        })}
      </ol>
      {definition.type === 'scale' && (
        <Mean order={definition.options} results={results} before={before?.results} />
      )}
      <Late who={latecomers({ trainer, people, order, namesHidden })} />
      <div className="only">
        <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="tx">{visibility(t, everyone, definition, namesHidden)}</span>
        {definition.named && <NamesToggle namesHidden={namesHidden} hideNames={hideNames} />}
        {(everyone.phase === 'closed' || everyone.phase === 'revealed') && (
          <button type="button" className="btn sm" onClick={() => void send('activity.reopen')}>
            <RotateCcw size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.reopen}
          </button>
        )}
      </div>
    </section>
  )
}

/** The earlier poll with the same options this one is compared with, once it has results. */
function previousRun(id: string | undefined, others: TrainerScreenProps['others']) {
  const other = id === undefined ? undefined : others[id]
  if (other?.everyone.kind !== 'poll') return undefined
  const { results, definition } = pollOf(other.trainer)
  return results.total > 0 ? { results, title: definition.title } : undefined
}

function endLabel({ options, lowLabel, highLabel }: PollTrainer['definition'], id: string): string {
  if (id === options[0]?.id) return lowLabel ?? ''
  return id === options.at(-1)?.id ? (highLabel ?? '') : ''
}

/** Who may see what, in words: the trainer may be sharing this very screen. */
function visibility(
  t: ReturnType<typeof useTrainerWords>,
  { phase }: TrainerScreenProps['everyone'],
  { named, results }: PollTrainer['definition'],
  namesHidden: boolean,
): string {
  if (!named) return t.unnamed
  const shown = phase === 'revealed' || (results === 'live' && phase !== 'ready')
  if (namesHidden) return shown ? t.shownNoNames : t.yoursNoNames
  if (!shown) return t.yours
  return phase === 'open' ? t.shownLive : t.shown
}

function Mean({
  order,
  results,
  before,
}: {
  order: PollTrainer['definition']['options']
  results: PollResults
  before?: PollResults
}) {
  const t = useTrainerWords()
  const ids = order.map((option) => option.id)
  const first = Number(order[0]?.text) || 1
  const mean = (of: PollResults) => {
    const found = average(ids, of)
    return found === undefined ? undefined : number(Math.round((found - 1 + first) * 10) / 10)
  }
  const now = mean(results)
  const then = before && mean(before)
  if (now === undefined) return null
  return <p className="mean num">{then === undefined ? t.mean(now) : t.meanBefore(now, then)}</p>
}

/** Whose answer came after the close, or how many when no name may be shown. */
function latecomers({
  trainer,
  people,
  order,
  namesHidden,
}: Pick<TrainerScreenProps, 'trainer' | 'people' | 'order' | 'namesHidden'>): string[] | number {
  const { answers, answered, results, definition } = pollOf(trainer)
  if (!answers || namesHidden) return Object.keys(answered).length - results.total
  return order.flatMap((id) => {
    const answer: PollAnswer | undefined = answers[id]
    if (!answer?.late || answer.choice.length === 0) return []
    const choice = answer.choice.map((option) => optionMark(definition, option)).join(' ')
    return [`${people[id]?.name} (${choice})`]
  })
}

/** How an option is called in a line of text: its degree on a scale, its letter elsewhere. */
function optionMark({ type, options }: PollTrainer['definition'], id: string): string {
  if (type !== 'scale') return id.toUpperCase()
  return options.find((option) => option.id === id)?.text ?? id
}

function Side(props: TrainerScreenProps) {
  const { everyone, trainer, order } = props
  const missing = order.filter((id) => !trainer.answered[id])
  return (
    <div className="side">
      <Tally n={order.length - missing.length} of={order.length} />
      {everyone.phase !== 'ready' && order.length > 0 && <Missing {...props} missing={missing} />}
      <TimerControls {...props} first={missing[0]} />
    </div>
  )
}

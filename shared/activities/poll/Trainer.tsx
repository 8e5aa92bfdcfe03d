/** A poll as the trainer sees it: distribution, who chose what, who is missing, late answers apart. */
import { Eye, EyeOff, Plus, RotateCcw } from 'lucide-react'
import { fr, number } from '#client/i18n/format.ts'
import { ChoiceShape } from '#client/kit/index.ts'
import { average } from '../question/Results.tsx'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { PollAnswer, PollResults, PollTrainer } from './definition.ts'
import { useTrainerWords } from './trainer-words.ts'
import './trainer.css'

export default function Trainer(props: TrainerScreenProps) {
  return (
    <div className="poll-trainer">
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
      {definition.type === 'multiple' && <p className="label">{t.several}</p>}
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
      <Late trainer={trainer} people={people} order={order} namesHidden={namesHidden} />
      <div className="only">
        <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="tx">{visibility(t, everyone, definition, namesHidden)}</span>
        {definition.named && (
          <button type="button" className="btn sm quiet" onClick={() => hideNames(!namesHidden)}>
            {namesHidden ? (
              <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
            )}
            {namesHidden ? t.showNames : t.hideNames}
          </button>
        )}
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

function Distribution({ id, results, before }: { id: string; results: PollResults; before?: PollResults }) {
  const t = useTrainerWords()
  return (
    <span className="dist">
      {before && <Bar id={id} results={before} word={t.before} faded />}
      <Bar id={id} results={results} word={before && t.now} />
    </span>
  )
}

function Bar({
  id,
  results,
  word,
  faded,
}: {
  id: string
  results: PollResults
  word?: string
  faded?: boolean
}) {
  const t = useTrainerWords()
  const n = results.counts[id] ?? 0
  const share = results.total === 0 ? 0 : n / results.total
  return (
    <span className={faded ? 'run faded' : 'run'}>
      {word && <span className="rw">{word}</span>}
      <span className={`bar sh-${id}`} aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
      <b className="v num" aria-hidden="true">
        {n}
      </b>
      <span className="vh">{t.votes(n)}</span>
    </span>
  )
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

/** Answers given after the close: shown, marked, never counted. */
function Late({
  trainer,
  people,
  order,
  namesHidden,
}: Pick<TrainerScreenProps, 'trainer' | 'people' | 'order' | 'namesHidden'>) {
  const t = useTrainerWords()
  const { answers, answered, results, definition } = pollOf(trainer)
  if (!answers || namesHidden) {
    const late = Object.keys(answered).length - results.total
    return late > 0 ? <p className="late">{t.lateCount(late)}</p> : null
  }
  const late = order.flatMap((id) => {
    const answer: PollAnswer | undefined = answers[id]
    if (!answer?.late || answer.choice.length === 0) return []
    const choice = answer.choice.map((option) => optionMark(definition, option)).join(' ')
    return [`${people[id]?.name} (${choice})`]
  })
  if (late.length === 0) return null
  return (
    <p className="late">
      <b>{t.late}</b> {late.join(', ')}
    </p>
  )
}

/** How an option is called in a line of text: its degree on a scale, its letter elsewhere. */
function optionMark({ type, options }: PollTrainer['definition'], id: string): string {
  if (type !== 'scale') return id.toUpperCase()
  return options.find((option) => option.id === id)?.text ?? id
}

function Side({ everyone, trainer, people, order, namesHidden, now, send }: TrainerScreenProps) {
  const t = useTrainerWords()
  const { answered } = trainer
  const missing = order.filter((id) => !answered[id])
  const n = order.length - missing.length
  const asked = everyone.phase !== 'ready'
  return (
    <div className="side">
      <div className="tally">
        <p className="big num">
          <span aria-hidden="true">
            {n}
            {'\u202F/\u202F'}
            {order.length}
          </span>
          <small aria-hidden="true">{t.answered(n)}</small>
          <span className="vh">{t.answeredOf(n, order.length)}</span>
        </p>
        <div className="seats" aria-hidden="true">
          {order.map((id, index) => (
            <span key={id} className={index < n ? 'seat on' : 'seat'} />
          ))}
        </div>
      </div>
      {asked && order.length > 0 && (
        <div className="miss">
          <h3>{t.missing}</h3>
          {missing.length === 0 && <p className="label">{t.missingNone}</p>}
          {namesHidden && missing.length > 0 && <p className="label">{t.missingHidden(missing.length)}</p>}
          {!namesHidden && (
            <ul>
              {missing.map((id) => (
                <li key={id}>
                  {people[id]?.name}
                  {!people[id]?.online && <span>{t.offline}</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {everyone.phase === 'open' && everyone.closesAt !== undefined && (
        <div className="timer">
          <h3>{t.timeLeft}</h3>
          <b className="num">{clock(everyone.closesAt - now)}</b>
          <button
            type="button"
            className="btn sm"
            onClick={() => void send('activity.extend', { seconds: 60 })}
          >
            <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.addMinute}
          </button>
        </div>
      )}
    </div>
  )
}

/** « 1:05 » from milliseconds; never below zero. */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

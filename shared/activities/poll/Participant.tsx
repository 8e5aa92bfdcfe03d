/** A poll in the participant's hand: question, choices, what became of the answer, results. */
import { CircleCheck, Clock, CloudOff, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { time } from '#client/i18n/format.ts'
import type { ParticipantProps } from '../participant.ts'
import { Choices } from './Choices.tsx'
import type { PollEveryone, PollMine } from './definition.ts'
import { Results } from './Results.tsx'
import { useDraft } from './use-draft.tsx'
import { usePollWords } from './words.ts'
import './participant.css'

type Props = ParticipantProps<PollEveryone, PollMine>

/** On a live line an answer is stored in a blink: « waiting » only after this long. */
const BLINK_MS = 700
export function Participant(props: Props) {
  const { everyone, mine, pending, refused, activityId } = props
  const t = usePollWords()
  const answer = mine.answer
  const draft = useDraft(activityId, answer)
  const { phase, question, results } = everyone
  if (!question) return null
  const answeredInTime = answer !== undefined && !answer.late && answer.choice.length > 0 && !pending
  const canAnswer = phase === 'open' || (phase === 'closed' && !answeredInTime && !props.over)
  const changed = question.multiple && !sameChoice(draft.choice, answer?.choice ?? [])
  const send = (choice: string[]) => props.send({ type: 'answer', choice })
  const before = everyone.compareWith ? earlierResults(props) : undefined
  return (
    <section className={`poll ${phase}`} aria-labelledby={`q-${activityId}`}>
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : 'state'}>
          {{ ready: t.soon, open: t.open, closed: t.closed, revealed: t.results }[phase]}
        </span>
        <Remaining ms={phase === 'open' ? props.remaining : undefined} />
      </p>
      <h1 id={`q-${activityId}`}>{question.text}</h1>
      {phase === 'revealed' ? (
        <Results
          poll={everyone}
          results={results ?? { counts: {}, total: 0 }}
          before={before}
          mine={answer?.choice}
        />
      ) : (
        <Choices
          poll={everyone}
          name={activityId}
          labelledBy={`q-${activityId}`}
          choice={draft.choice}
          disabled={!canAnswer}
          onChoose={(choice, byPointer) =>
            draft.choose(choice, question.multiple ? undefined : () => send(choice), byPointer)
          }
        />
      )}
      {question.multiple && canAnswer && (changed || !answer) && (
        <button
          type="button"
          className="btn main send"
          disabled={draft.choice.length === 0 && !answer}
          onClick={() => send(draft.choice)}
        >
          {answer ? t.sendAgain : t.send}
        </button>
      )}
      <Outcome {...props} unsent={Boolean(changed)} />
      {refused && !pending && (
        <Refused choice={choiceOf(refused.payload)} everyone={everyone} why={refused.why.reason} />
      )}
      {everyone.named === false && phase !== 'revealed' && <p className="quiet-line">{t.unnamed}</p>}
      {phase === 'revealed' && <p className="quiet-line num">{t.answers(results?.total ?? 0)}</p>}
      {phase !== 'revealed' && results && (answer || phase === 'closed') && (
        <div className="live-results">
          <h2>{t.results}</h2>
          <Results poll={everyone} results={results} before={before} mine={answer?.choice} />
        </div>
      )}
    </section>
  )
}

/** What became of the answer, in words. Polite status: read out when it changes. */
function Outcome(props: Props & { unsent: boolean }) {
  const { everyone, mine, pending, connected, keptOn, unsent } = props
  const t = usePollWords()
  const waiting = useWaiting(pending?.since, connected)
  const { phase } = everyone
  const answer = mine.answer
  if (pending) {
    if (!waiting)
      return <Line icon={<Clock size={24} strokeWidth={1.75} />} title={t.sending} text={t.change} />
    const kept = keptOn === 'device' ? t.waitingMore : t.waitingMemory
    return <Line icon={<CloudOff size={24} strokeWidth={1.75} />} tone="warn" title={t.waiting} text={kept} />
  }
  if (unsent && phase === 'open')
    return <Line icon={<Clock size={24} strokeWidth={1.75} />} title={t.unsent} text={t.unsentMore} />
  if (answer && answer.choice.length > 0) {
    const title = answer.late ? t.savedLate(time(answer.at)) : t.savedAt(time(answer.at))
    const texts = { ready: '', open: t.change, closed: answer.late ? t.lateMore : t.closedMine, revealed: '' }
    return (
      <Line icon={<CircleCheck size={24} strokeWidth={1.75} />} tone="ok" title={title} text={texts[phase]} />
    )
  }
  if (phase === 'ready') return <Line text={t.soonMore} />
  if (phase === 'open') return <Line text={everyone.question?.multiple ? t.tick : t.tap} />
  return <Line text={phase === 'closed' && !props.over ? t.closedNone : t.none} />
}

type LineProps = { icon?: ReactNode; tone?: 'ok' | 'warn'; title?: string; text: string }

function Line({ icon, tone, title, text }: LineProps) {
  const colour = tone ? `tx-${tone}` : undefined
  return (
    <p className="saved" role="status">
      {icon && (
        <span className={colour} aria-hidden="true">
          {icon}
        </span>
      )}
      <span>
        {title && <b className={colour}>{title}</b>}
        <span>{text}</span>
      </span>
    </p>
  )
}

function Refused({ choice, everyone, why }: { choice: string[]; everyone: PollEveryone; why: string }) {
  const t = usePollWords()
  const said = choice.map((id) => everyone.question?.options[id]?.text ?? id.toUpperCase()).join(', ')
  return (
    <div className="note stop" role="alert">
      <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <b>{t.refused}</b> {said && <>({said})</>} {why}
      </div>
    </div>
  )
}

function Remaining({ ms }: { ms?: number }) {
  const t = usePollWords()
  if (ms === undefined) return null
  const seconds = Math.ceil(ms / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <span className="num left" role="timer">
      <Clock size={16} strokeWidth={1.75} aria-hidden="true" /> {t.left(clock)}
    </span>
  )
}

function earlierResults({ everyone, activities }: Props) {
  const earlier = activities[everyone.compareWith ?? ''] as PollEveryone | undefined
  return earlier?.results
}

function choiceOf(payload: unknown): string[] {
  const { choice } = payload as { choice?: string[] }
  return choice ?? []
}

function sameChoice(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}

/** True once a pending answer has waited long enough to say so. */
function useWaiting(since: number | undefined, connected: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (since === undefined) return
    const timer = setTimeout(() => setLate(true), Math.max(0, since + BLINK_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [since])
  return since !== undefined && (late || !connected)
}

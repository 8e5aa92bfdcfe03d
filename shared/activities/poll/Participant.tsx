/** A poll in the participant's hand: question, choices, what became of the answer, results. */
import { useState } from 'react'
import type { ParticipantProps } from '../participant.ts'
import { AnswerForm } from '../question/AnswerForm.tsx'
import { Outcome } from '../question/Outcome.tsx'
import { Refused } from '../question/Refused.tsx'
import { Remaining } from '../question/Remaining.tsx'
import { Results } from '../question/Results.tsx'
import type { Mode, Sending } from '../question/types.ts'
import { useQuestionWords } from '../question/words.ts'
import { askedOf } from './asked.ts'
import type { PollEveryone, PollMine } from './definition.ts'
import { missedPoll } from './own-answer.ts'
import { usePollWords } from './words.ts'
import '../question/question.css'

type Props = ParticipantProps<PollEveryone, PollMine>

export function Participant(props: Props) {
  const { everyone, mine, pending, refused, activityId } = props
  const [catchingUp, setCatchingUp] = useState(props.again)
  const t = usePollWords()
  const q = useQuestionWords()
  const { phase, results, answeredCount } = everyone
  const { answer } = mine
  const question = askedOf(everyone)
  if (!question) return null
  const missed = missedPoll(everyone, pending ? {} : mine, props.over)
  const mode = missed && (catchingUp || pending) ? 'catch-up' : modeOf(props)
  const sending: Sending = {
    pending,
    refused: refused && { choice: choiceOf(refused.payload), why: refused.why },
    connected: props.connected,
    keptOn: props.keptOn,
  }
  const before = everyone.compareWith ? earlierResults(props) : undefined
  const heading = `q-${activityId}`
  return (
    <section className={`poll asked-question ${phase}`} aria-labelledby={heading}>
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : 'state'}>
          {mode === 'catch-up'
            ? q.catchUp
            : { ready: q.soon, open: t.open, closed: q.closed, revealed: t.results }[phase]}
        </span>
        <Remaining ms={phase === 'open' ? props.remaining : undefined} paused={props.paused} />
      </p>
      <h1 id={heading}>{question.text}</h1>
      {mode === 'shown' ? (
        <>
          <Results
            question={question}
            results={results ?? { counts: {}, total: 0 }}
            before={before}
            mine={answer?.choice}
          />
          <Outcome {...sending} mode={mode} answer={answer} />
          {sending.refused && <Refused question={question} {...sending.refused} />}
          {missed && (
            <button type="button" className="btn send" onClick={() => setCatchingUp(true)}>
              {q.answerNow}
            </button>
          )}
        </>
      ) : (
        <AnswerForm
          {...sending}
          key={mode === 'catch-up' ? mode : ''}
          question={question}
          name={activityId}
          labelledBy={heading}
          mode={mode}
          answer={answer}
          send={(choice) => props.send({ type: mode === 'catch-up' ? 'catch-up' : 'answer', choice })}
        />
      )}
      {everyone.named === false && mode !== 'shown' && <p className="quiet-line">{t.unnamed}</p>}
      {mode === 'shown' && <p className="quiet-line num">{q.answers(results?.total ?? answeredCount)}</p>}
      {mode !== 'shown' && mode !== 'catch-up' && results && (answer || phase === 'closed') && (
        <div className="live-results">
          <h2>{t.results}</h2>
          <Results question={question} results={results} before={before} mine={answer?.choice} />
        </div>
      )}
    </section>
  )
}

/** Who answered in time keeps that answer; who did not may still answer, late. */
function modeOf({ everyone, mine, pending, over }: Props): Mode {
  const { phase } = everyone
  if (phase === 'ready') return 'soon'
  if (phase === 'revealed') return 'shown'
  if (over) return 'shut'
  const inTime = mine.answer !== undefined && !mine.answer.late && mine.answer.choice.length > 0
  if (phase === 'closed') return inTime && !pending ? 'shut' : 'late'
  return 'open'
}

function earlierResults({ everyone, activities }: Props) {
  const earlier = activities[everyone.compareWith ?? ''] as PollEveryone | undefined
  return earlier?.results
}

function choiceOf(payload: unknown): string[] {
  const { choice } = payload as { choice?: string[] }
  return choice ?? []
}

/** A QCM at the trainer's pace: the question on stage, and under it those before. */
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { AnswerForm } from '../question/AnswerForm.tsx'
import { Outcome } from '../question/Outcome.tsx'
import { Refused } from '../question/Refused.tsx'
import { Remaining } from '../question/Remaining.tsx'
import type { Mode } from '../question/types.ts'
import { useFocusAt } from '../question/use-focus-at.tsx'
import { askedOf } from './asked.ts'
import { Correction } from './Correction.tsx'
import type { McqAsked, McqRevealed } from './definition.ts'
import { Feedback } from './Feedback.tsx'
import { given, missedQuestions, revealedQuestions } from './own-answer.ts'
import type { McqProps } from './props.ts'
import { Review } from './Review.tsx'
import { Score } from './Score.tsx'
import { sendingOf } from './sending.ts'
import { useMcqWords } from './words.ts'

export function Paced(props: McqProps) {
  const { everyone, over, again, mine } = props
  const t = useMcqWords()
  const { question, phase } = everyone
  const earlier = revealedQuestions(everyone).filter(({ id }) => id !== question?.id)
  const underWay = !over && (phase === 'open' || phase === 'closed')
  // Looked at again, the series reads from its beginning.
  if (again && !underWay)
    return (
      <section className="mcq asked-question review" aria-labelledby={`m-${props.activityId}`}>
        <p className="kick">
          <span className="state">{t.correction}</span>
        </p>
        <h1 id={`m-${props.activityId}`}>{everyone.title}</h1>
        <Score everyone={everyone} mine={mine} />
        <Review {...props} questions={revealedQuestions(everyone)} />
      </section>
    )
  return (
    <div className="mcq-series">
      {question && <OnStage key={question.id} {...props} question={question} />}
      {earlier.length > 0 && <Earlier {...props} questions={earlier} />}
    </div>
  )
}

function OnStage({ question, ...props }: McqProps & { question: McqAsked }) {
  const { everyone, mine, activityId, connected, keptOn } = props
  const t = useMcqWords()
  const heading = useFocusAt<HTMLHeadingElement>(question.id)
  const { phase, revealed } = everyone
  const asked = askedOf(question)
  const answer = mine.answers[question.id] ?? mine.answer
  const mode = modeOf(props, question.id)
  const sending = sendingOf(props, question.id, mode === 'catch-up' ? 'catch-up' : 'answer')
  const id = `q-${activityId}`
  const states = { ready: t.soon, open: '', closed: t.closed, revealed: t.correction }
  return (
    <section className={`mcq asked-question ${phase}`} aria-labelledby={id}>
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : 'state'}>
          {t.position(question.n, everyone.count)}
        </span>
        {phase === 'open' ? (
          <Remaining ms={props.remaining} paused={props.paused} />
        ) : (
          <span>{mode === 'catch-up' ? t.catchUp : states[phase]}</span>
        )}
      </p>
      <h1 id={id} ref={heading} tabIndex={-1} className={question.text.length > 120 ? 'long' : undefined}>
        {question.text}
      </h1>
      {everyone.retaken && phase !== 'revealed' && (
        <p className="retaken">
          <RotateCcw size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.retaken}
        </p>
      )}
      {mode === 'shown' && revealed ? (
        <Correction
          question={{ ...question, ...revealed }}
          answer={answer}
          feedback={<Feedback {...props} questionId={question.id} />}
        >
          <Outcome {...sending} mode={mode} answer={answer} />
          {sending.refused && <Refused question={asked} {...sending.refused} />}
        </Correction>
      ) : (
        <>
          <AnswerForm
            key={mode === 'catch-up' ? mode : ''}
            {...sending}
            connected={connected}
            keptOn={keptOn}
            question={asked}
            name={`${activityId}-${question.id}${everyone.retaken ? '-again' : ''}`}
            labelledBy={id}
            mode={mode}
            answer={answer}
            send={(choice) =>
              props.send({ type: mode === 'catch-up' ? mode : 'answer', questionId: question.id, choice })
            }
          />
          {phase === 'ready' && everyone.moment === 'placement' && (
            <p className="quiet-line">{t.placement}</p>
          )}
          <Feedback {...props} questionId={question.id} />
        </>
      )}
    </section>
  )
}

function modeOf(props: McqProps, questionId: string): Mode {
  const { everyone, mine, over } = props
  const { phase } = everyone
  const answer = mine.answers[questionId] ?? mine.answer
  if (phase === 'ready') return 'soon'
  if (phase === 'revealed') {
    const catchingUp = !given(answer) || answer.at === 0 || sendingOf(props, questionId, 'catch-up').pending
    return catchingUp ? 'catch-up' : 'shown'
  }
  if (over) return 'shut'
  if (phase === 'open') return 'open'
  const inTime = given(answer) && !answer.late && answer.at > 0
  return inTime ? 'shut' : 'late'
}

/** Folded: what is on stage comes first. */
function Earlier(props: McqProps & { questions: (McqAsked & McqRevealed)[] }) {
  const t = useMcqWords()
  const [open, setOpen] = useState(false)
  const ids = missedQuestions(props.everyone, props.mine)
  const missed = props.questions.filter(({ id }) => ids.includes(id)).length
  return (
    <details className="mcq asked-question earlier" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t.earlier(props.questions.length)}
        {missed > 0 && <span className="to-catch-up">{t.toCatchUp(missed)}</span>}
      </summary>
      {open && <Review {...props} />}
    </details>
  )
}

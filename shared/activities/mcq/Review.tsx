/** Questions already corrected, one below the other; those missed are answered before their correction shows. */
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { AnswerForm } from '../question/AnswerForm.tsx'
import { askedOf } from './asked.ts'
import { Brief, Correction } from './Correction.tsx'
import type { McqAsked, McqRevealed } from './definition.ts'
import { Feedback } from './Feedback.tsx'
import { missedQuestions } from './own-answer.ts'
import type { McqProps } from './props.ts'
import { sendingOf } from './sending.ts'
import { useMcqWords } from './words.ts'

type Corrected = McqAsked & Pick<McqRevealed, 'right' | 'explanation'> & Partial<McqRevealed>

/** More than this many are folded, each with its verdict in sight. */
const UNFOLDED = 5

export function Review({ questions, ...props }: McqProps & { questions: Corrected[] }) {
  const folded = questions.length > UNFOLDED
  return (
    <ol className="corrected-list">
      {questions.map((question) => {
        const Item = folded ? Folded : Unfolded
        return <Item key={question.id} {...props} question={question} />
      })}
    </ol>
  )
}

type OneProps = McqProps & { question: Corrected }

const headingOf = ({ activityId, question }: OneProps) => `r-${activityId}-${question.id}`

/** What is not stored yet could still be refused: the correction waits for it. */
function isMissed(props: OneProps): boolean {
  const { id } = props.question
  const missed = missedQuestions(props.everyone, props.mine).includes(id)
  return missed || sendingOf(props, id, 'catch-up').pending !== undefined
}

function Unfolded(props: OneProps) {
  const { question, everyone } = props
  const t = useMcqWords()
  return (
    <li>
      <p className="kick">
        <span className="state">{t.position(question.n, everyone.count)}</span>
        {isMissed(props) && <span className="to-catch-up">{t.catchUp}</span>}
      </p>
      <h2 id={headingOf(props)}>{question.text}</h2>
      <Inside {...props} />
    </li>
  )
}

function Folded(props: OneProps) {
  const { question, mine } = props
  const t = useMcqWords()
  const [open, setOpen] = useState(false)
  return (
    <li className="fold">
      <details className="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="n num">{question.n}</span>
          <h2 id={headingOf(props)}>{question.text}</h2>
          <ChevronDown className="open-mark" size={20} strokeWidth={1.75} aria-hidden="true" />
          {isMissed(props) ? (
            <span className="brief to-catch-up">{t.catchUp}</span>
          ) : (
            <Brief question={question} answer={mine.answers[question.id]} />
          )}
        </summary>
        {open && (
          <div className="inside">
            <Inside {...props} />
          </div>
        )}
      </details>
    </li>
  )
}

function Inside({ question, ...props }: OneProps) {
  const { activityId, mine } = props
  const answer = mine.answers[question.id]
  if (isMissed({ question, ...props }))
    return (
      <AnswerForm
        {...sendingOf(props, question.id, 'catch-up')}
        question={askedOf(question)}
        name={`${activityId}-${question.id}-after`}
        labelledBy={headingOf({ question, ...props })}
        mode="catch-up"
        answer={answer}
        send={(choice) => props.send({ type: 'catch-up', questionId: question.id, choice })}
      />
    )
  return (
    <Correction
      question={question}
      answer={answer}
      feedback={<Feedback {...props} questionId={question.id} />}
    />
  )
}

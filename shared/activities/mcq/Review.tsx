/** Questions already corrected, one below the other; those missed are answered before their correction shows. */
import { AnswerForm } from '../question/AnswerForm.tsx'
import { askedOf } from './asked.ts'
import { Correction } from './Correction.tsx'
import type { McqAsked, McqRevealed } from './definition.ts'
import { Feedback } from './Feedback.tsx'
import { given } from './own-answer.ts'
import type { McqProps } from './Participant.tsx'
import { sendingOf } from './sending.ts'
import { useMcqWords } from './words.ts'

type Corrected = McqAsked & Pick<McqRevealed, 'right' | 'explanation'> & Partial<McqRevealed>

export function Review({ questions, ...props }: McqProps & { questions: Corrected[] }) {
  return (
    <ol className="corrected-list">
      {questions.map((question) => (
        <One key={question.id} {...props} question={question} />
      ))}
    </ol>
  )
}

function One({ question, ...props }: McqProps & { question: Corrected }) {
  const { activityId, mine, everyone } = props
  const t = useMcqWords()
  const answer = mine.answers[question.id]
  const sending = sendingOf(props, question.id, 'catch-up')
  // What is not stored yet could still be refused: the correction waits for it.
  const missed = !given(answer) || sending.pending !== undefined
  const heading = `r-${activityId}-${question.id}`
  return (
    <li>
      <p className="kick">
        <span className="state">{t.position(question.n, everyone.count)}</span>
        {missed && <span className="to-catch-up">{t.catchUp}</span>}
      </p>
      <h2 id={heading}>{question.text}</h2>
      {missed ? (
        <AnswerForm
          {...sending}
          question={askedOf(question)}
          name={`${activityId}-${question.id}-after`}
          labelledBy={heading}
          mode="catch-up"
          answer={answer}
          send={(choice) => props.send({ type: 'catch-up', questionId: question.id, choice })}
        />
      ) : (
        <Correction
          question={question}
          answer={answer}
          feedback={<Feedback {...props} questionId={question.id} />}
        />
      )}
    </li>
  )
}

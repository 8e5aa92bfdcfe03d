/** The sheet while it is being filled: one question on screen, all of them one touch away. */
import { ChevronLeft, ChevronRight, ListChecks } from 'lucide-react'
import { AnswerForm } from '../question/AnswerForm.tsx'
import { Remaining } from '../question/Remaining.tsx'
import type { Mode } from '../question/types.ts'
import { useFocusAt } from '../question/use-focus-at.tsx'
import { usePlace } from '../question/use-place.tsx'
import { askedOf } from './asked.ts'
import { BeforeHandingIn } from './BeforeHandingIn.tsx'
import type { McqAsked } from './definition.ts'
import { Feedback } from './Feedback.tsx'
import { given } from './own-answer.ts'
import type { McqProps } from './props.ts'
import { sendingOf } from './sending.ts'
import { useMcqWords } from './words.ts'

type Props = McqProps & { questions: McqAsked[] }

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

export function Sheet(props: Props) {
  const { questions, activityId } = props
  const [at, go] = usePlace(activityId, questions.length)
  const question = questions[at]
  if (!question) return <BeforeHandingIn {...props} onGo={go} />
  return <OneQuestion key={question.id} {...props} question={question} at={at} onGo={go} />
}

function OneQuestion({
  question,
  at,
  onGo,
  ...props
}: Props & { question: McqAsked; at: number; onGo: (at: number) => void }) {
  const { everyone, mine, activityId, questions } = props
  const t = useMcqWords()
  const heading = useFocusAt<HTMLHeadingElement>(question.id, true)
  const closed = everyone.phase === 'closed'
  const id = `q-${activityId}`
  const answered = questions.filter((one) => given(mine.answers[one.id])).length
  const last = at === questions.length - 1
  return (
    <section className="mcq asked-question sheet" aria-labelledby={id}>
      <div className="sheet-body">
        <p className="kick">
          <span className={closed ? 'state' : 'live-tag'}>{t.position(question.n, everyone.count)}</span>
          {closed ? (
            <span>{t.closedTitle}</span>
          ) : props.remaining === undefined ? (
            <span className="num">{t.answeredOf(answered, everyone.count)}</span>
          ) : (
            <Remaining ms={props.remaining} paused={props.paused} />
          )}
        </p>
        <Progress {...props} at={at} />
        <h1 id={id} ref={heading} tabIndex={-1} className={question.text.length > 120 ? 'long' : undefined}>
          {question.text}
        </h1>
        <AnswerForm
          {...sendingOf(props, question.id, 'answer')}
          question={askedOf(question)}
          name={`${activityId}-${question.id}`}
          labelledBy={id}
          mode={modeOf(props, question.id)}
          answer={mine.answers[question.id]}
          change={t.change}
          immediate
          send={(choice) => props.send({ type: 'answer', questionId: question.id, choice })}
        />
        <Feedback {...props} questionId={question.id} />
      </div>
      <nav className="turn" aria-label={t.all}>
        <button type="button" className="btn" disabled={at === 0} onClick={() => onGo(at - 1)}>
          <ChevronLeft {...ICON} />
          {t.previous}
        </button>
        <button
          type="button"
          className="btn quiet all"
          aria-label={t.listOfAll}
          onClick={() => onGo(questions.length)}
        >
          <ListChecks {...ICON} />
          {t.list}
        </button>
        <button type="button" className={`btn${last ? ' main' : ''}`} onClick={() => onGo(at + 1)}>
          {last ? t.review : t.next}
          <ChevronRight {...ICON} />
        </button>
      </nav>
    </section>
  )
}

/** A mark per question, filled when answered: for the eye; the list says it in words. */
function Progress({ questions, mine, at }: Props & { at: number }) {
  return (
    <span className="progress" aria-hidden="true">
      {questions.map(({ id }, index) => (
        <i key={id} className={`${given(mine.answers[id]) ? 'on' : ''}${index === at ? ' here' : ''}`} />
      ))}
    </span>
  )
}

function modeOf({ everyone, mine }: Props, questionId: string): Mode {
  if (everyone.phase === 'open') return 'open'
  const answer = mine.answers[questionId]
  return given(answer) && !answer.late && answer.at > 0 ? 'shut' : 'late'
}

/** A QCM at one's own pace: one question at a time, read again, handed in, then corrected. */
import { CircleCheck, Clock, CloudOff } from 'lucide-react'
import { time } from '#client/i18n/format.ts'
import { Remaining } from '../question/Remaining.tsx'
import { inOrder } from './asked.ts'
import type { McqAsked } from './definition.ts'
import { revealedQuestions } from './own-answer.ts'
import type { McqProps } from './props.ts'
import { Review } from './Review.tsx'
import { Score } from './Score.tsx'
import { Sheet } from './Sheet.tsx'
import { SheetList } from './SheetList.tsx'
import { submitting } from './sending.ts'
import { useMcqWords } from './words.ts'

export function SelfPaced(props: McqProps) {
  const { everyone, mine, over } = props
  const { phase } = everyone
  const questions = inOrder(everyone.questions ?? everyone.past)
  const corrected = phase === 'revealed' ? revealedQuestions(everyone) : ownCorrections(props, questions)
  if (corrected.length > 0) return <Corrected {...props} questions={corrected} />
  if (phase === 'ready' || questions.length === 0) return <Soon {...props} />
  if (mine.submittedAt !== undefined || submitting(props).pending)
    return <HandedIn {...props} questions={questions} />
  if (over) return <Left {...props} questions={questions} />
  return <Sheet {...props} questions={questions} />
}

/** What a person may see as soon as they hand in: no distribution, others are still at work. */
function ownCorrections({ mine }: McqProps, questions: McqAsked[]) {
  return questions.flatMap((question) => {
    const correction = mine.corrections?.[question.id]
    if (!correction) return []
    const { right, explanation } = correction
    return [{ ...question, right, ...(explanation && { explanation }) }]
  })
}

function Corrected(props: McqProps & { questions: Parameters<typeof Review>[0]['questions'] }) {
  const { everyone, mine, activityId } = props
  const t = useMcqWords()
  return (
    <section className="mcq asked-question review" aria-labelledby={`m-${activityId}`}>
      <p className="kick">
        <span className="state">{t.correction}</span>
        {mine.submittedAt ? <span>{t.submitted(time(mine.submittedAt))}</span> : null}
      </p>
      <h1 id={`m-${activityId}`}>{everyone.title}</h1>
      <Score everyone={everyone} mine={mine} />
      <Review {...props} />
    </section>
  )
}

function Soon({ everyone, activityId }: McqProps) {
  const t = useMcqWords()
  return (
    <section className="mcq asked-question" aria-labelledby={`m-${activityId}`}>
      <p className="kick">
        <span className="state">{t.ready(everyone.count)}</span>
      </p>
      <h1 id={`m-${activityId}`}>{everyone.title}</h1>
      {everyone.moment === 'placement' && <p className="lead">{t.placement}</p>}
      <p className="lead">{t.readyMore}</p>
    </section>
  )
}

const ICON = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Nothing changes any more; what was answered stays readable. */
function HandedIn(props: McqProps & { questions: McqAsked[] }) {
  const { everyone, mine, activityId, connected, keptOn } = props
  const t = useMcqWords()
  const stored = mine.submittedAt !== undefined && mine.submittedAt > 0
  return (
    <section className="mcq asked-question" aria-labelledby={`m-${activityId}`}>
      <p className="kick">
        <span className="state">{everyone.title}</span>
        <Remaining ms={everyone.phase === 'open' ? props.remaining : undefined} paused={props.paused} />
      </p>
      <div className="handed-in" role="status">
        <span className={stored ? 'tx-ok' : connected ? undefined : 'tx-warn'}>
          {stored ? <CircleCheck {...ICON} /> : connected ? <Clock {...ICON} /> : <CloudOff {...ICON} />}
        </span>
        <div>
          <h1 id={`m-${activityId}`}>
            {stored ? t.submitted(time(mine.submittedAt ?? 0)) : connected ? t.sending : t.waiting}
          </h1>
          <p>
            {stored || connected ? t.submittedWait : keptOn === 'device' ? t.waitingMore : t.waitingMemory}
          </p>
        </div>
      </div>
      <h2>{t.yourAnswers}</h2>
      <SheetList {...props} />
    </section>
  )
}

/** The class ended before the sheet was handed in. */
function Left(props: McqProps & { questions: McqAsked[] }) {
  const t = useMcqWords()
  return (
    <section className="mcq asked-question" aria-labelledby={`m-${props.activityId}`}>
      <p className="kick">
        <span className="state">{t.closedTitle}</span>
      </p>
      <h1 id={`m-${props.activityId}`}>{props.everyone.title}</h1>
      <p className="lead">{t.closedKept}</p>
      <SheetList {...props} />
    </section>
  )
}

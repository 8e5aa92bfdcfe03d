/** The whole sheet once more before handing it in. */
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '#client/kit/index.ts'
import { Remaining } from '../question/Remaining.tsx'
import { useFocusAt } from '../question/use-focus-at.tsx'
import type { McqAsked } from './definition.ts'
import { given } from './own-answer.ts'
import type { McqProps } from './props.ts'
import { SheetList } from './SheetList.tsx'
import { submitting } from './sending.ts'
import { useMcqWords } from './words.ts'

type Props = McqProps & { questions: McqAsked[]; onGo: (index: number) => void }

export function BeforeHandingIn({ onGo, ...props }: Props) {
  const { questions, mine, everyone, activityId } = props
  const t = useMcqWords()
  const heading = useFocusAt<HTMLHeadingElement>('review', true)
  const [asking, setAsking] = useState(false)
  const missing = questions.filter(({ id }) => !given(mine.answers[id])).length
  const first = questions.findIndex(({ id }) => !given(mine.answers[id]))
  const { refused } = submitting(props)
  const closed = everyone.phase === 'closed'
  const state = missing === 0 ? t.complete : t.missing(missing)
  return (
    <>
      <section className="mcq asked-question sheet" aria-labelledby={`q-${activityId}`}>
        <div className="sheet-body">
          <p className="kick">
            <span className={closed ? 'state' : 'live-tag'}>{closed ? t.closedTitle : everyone.title}</span>
            <Remaining ms={closed ? undefined : props.remaining} paused={props.paused} />
          </p>
          <h1 id={`q-${activityId}`} ref={heading} tabIndex={-1}>
            {t.reviewTitle}
          </h1>
          <p className={`lead${missing > 0 ? ' missing' : ''}`}>{state}</p>
          {closed && <p className="lead">{missing > 0 ? t.closedLate : t.closedKept}</p>}
          {refused && (
            <p className="note stop" role="alert">
              {t.refusedSubmit(refused.why.reason)}
            </p>
          )}
          <SheetList {...props} onGo={onGo} />
        </div>
        <nav className="turn" aria-label={t.reviewTitle}>
          <button
            type="button"
            className="btn"
            onClick={() => onGo(first < 0 ? questions.length - 1 : first)}
          >
            <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
            {first < 0 ? t.previous : t.missingShort}
          </button>
          <button type="button" className="btn main" onClick={() => setAsking(true)}>
            {t.submit}
          </button>
        </nav>
      </section>
      <Dialog open={asking} title={t.submitAsk} onClose={() => setAsking(false)}>
        <p className={missing > 0 ? 'missing' : undefined}>{state}</p>
        <p>{t.submitMore}</p>
        <div className="actions">
          <button type="button" className="btn" onClick={() => setAsking(false)}>
            {t.submitNo}
          </button>
          <button type="button" className="btn main" onClick={() => props.send({ type: 'submit' })}>
            {t.submitYes}
          </button>
        </div>
      </Dialog>
    </>
  )
}

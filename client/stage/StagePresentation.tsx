/** Presentations at projection size: what is presented, how long is left, on which grid. No names, no grades. */
import { fr } from '#client/i18n/format.ts'
import type { PresentationEveryone } from '#shared/activities/presentation/definition.ts'
import { usePresentationWords } from '#shared/activities/presentation/words.ts'
import type { EveryoneActivity } from '#shared/views.ts'
import type { StageProps } from './props.ts'
import { StageFoot } from './StageFoot.tsx'
import { StageTurn } from './StageTurn.tsx'

export default function StagePresentation({ id, everyone }: StageProps) {
  const t = usePresentationWords()
  const oral = everyone.activities[id] as (EveryoneActivity & PresentationEveryone) | undefined
  if (!oral?.criteria) return <main className="stage-page" />
  const { phase, turn, subject, title, order, people, answeredCount, criteria } = oral
  const of = order.filter((one) => people[one] !== 'skipped').length
  const states = { ready: t.soon, open: turn ? t.underWay : t.between, closed: t.over, revealed: t.over }
  return (
    <main className="stage-page round-stage">
      <p className="kick">
        <span className={turn ? 'live-tag' : undefined}>{states[phase]}</span>
        {turn && <span className="num">{t.stageTurn(answeredCount + 1, of)}</span>}
      </p>
      <h1>{fr(subject ?? title ?? '')}</h1>
      <div className="body">
        <div>
          {!turn && <p className="big">{fr(oral.instructions)}</p>}
          <h2 className="vh">{t.grid}</h2>
          <ul className="prompts">
            {Object.entries(criteria)
              .sort(([, a], [, b]) => a.n - b.n)
              .map(([key, { text }]) => (
                <li key={key}>{fr(text)}</li>
              ))}
          </ul>
        </div>
        <StageTurn turn={turn} />
      </div>
      <StageFoot>{order.length > 0 && t.presented(answeredCount, of)}</StageFoot>
    </main>
  )
}

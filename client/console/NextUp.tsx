/** What comes next, beside the stage so that the two are compared, not remembered. */
import type { ClassInfo } from '#shared/api.ts'
import type { PlanItem } from '#shared/course.ts'
import type { TrainerView } from '#shared/views.ts'
import { ItemThumb } from './ItemThumb.tsx'
import { useConsoleWords } from './words.ts'

const SHOWN = 4

/** The lines of the plan to come. After a question asked on the spot, the current one comes back first. */
function comingUp(plan: readonly PlanItem[], { plan: at, stage }: TrainerView): PlanItem[] {
  const index = plan.findIndex((item) => item.id === at.itemId)
  const aside = 'activityId' in stage && stage.activityId in at.adhoc
  return plan.slice(aside ? index : index + 1).slice(0, SHOWN)
}

export function NextUp({ info, trainer }: { info: ClassInfo; trainer: TrainerView }) {
  const t = useConsoleWords()
  const [first, ...then] = comingUp(info.plan ?? [], trainer)
  return (
    <section className="next" aria-labelledby="next-up">
      <h2 id="next-up">{t.after}</h2>
      {first ? (
        <>
          <ItemThumb item={first} />
          <p className="cap">{first.title}</p>
        </>
      ) : (
        <p className="cap">{t.afterNone}</p>
      )}
      {then.length > 0 && (
        <ul className="then">
          {then.map((item) => (
            <li key={item.id}>
              {item.title}
              <span>{t.minutes(item.offMinutes ?? item.minutes)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The same in words only, under an activity. */
export function NextWords({ info, trainer }: { info: ClassInfo; trainer: TrainerView }) {
  const t = useConsoleWords()
  const coming = comingUp(info.plan ?? [], trainer)
  return (
    <section className="next-words" aria-labelledby="next-words">
      <h2 id="next-words">{t.afterPlan}</h2>
      {coming.length === 0 && <p>{t.afterNone}</p>}
      <ol>
        {coming.slice(0, 3).map((item) => (
          <li key={item.id}>
            {item.title} <span className="tx-mute num">{t.minutes(item.offMinutes ?? item.minutes)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The déroulé folded to a rail, when an activity takes the width: where we are, and a touch to unfold it. */
import { Check, Flag, PanelLeftOpen } from 'lucide-react'
import type { ClassInfo } from '#shared/api.ts'
import type { PlanItem } from '#shared/course.ts'
import type { TrainerView } from '#shared/views.ts'
import { sectionTimes } from './plan-times.ts'
import { useNow } from './use-now.ts'
import { useConsoleWords } from './words.ts'

type Props = { info: ClassInfo; trainer: TrainerView; current?: PlanItem; onUnfold: () => void }

export function PlanRail({ info, trainer, current, onUnfold }: Props) {
  const t = useConsoleWords()
  const now = useNow(10_000)
  const sections = sectionTimes(info.sections, info.plan ?? [], trainer.plan.items, current?.id, now)
  return (
    <nav className="plan rail" aria-label={t.planFolded}>
      <button type="button" className="btn sm quiet" aria-label={t.unfoldPlan} onClick={onUnfold}>
        <PanelLeftOpen size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <ol>
        {sections.map(({ section, state, number }) => (
          <li
            key={section.id}
            title={section.title}
            aria-current={state === 'current' ? 'step' : undefined}
            className={state}
          >
            <span className="vh">{section.title}</span>
            <span aria-hidden="true">
              {state === 'past' ? (
                <Check size={16} strokeWidth={1.75} />
              ) : (
                (number ?? <Flag size={16} strokeWidth={1.75} />)
              )}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

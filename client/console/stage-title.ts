import type { PlanItem } from '#shared/course.ts'
import type { EveryoneView, OnStage } from '#shared/views.ts'
import { itemOnStage } from './plan-times.ts'

/** The title of what is on stage: the plan's, or the question asked on the spot. */
export function stageTitle(stage: OnStage, plan: readonly PlanItem[], everyone: EveryoneView): string {
  const item = itemOnStage(plan, stage)
  if (item) return item.title
  if ('activityId' in stage) return everyone.activities[stage.activityId]?.title ?? ''
  return 'title' in stage ? stage.title : ''
}

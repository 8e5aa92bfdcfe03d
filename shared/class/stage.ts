/** What stands on stage: the plan's point moved, or something shown beside it. */
import type { Course } from '#shared/course.ts'
import { own } from '#shared/own.ts'
import { reject } from '#shared/types.ts'
import type { Payload } from './commands.ts'
import type { ClassContext, Decision } from './decision.ts'
import type { Fact } from './events.ts'
import { currentItem, stepsOf } from './plan.ts'
import type { ClassState } from './state.ts'

export function addFromCourse(course: Course, activityId: string): Fact {
  const definition = course.activities[activityId]!
  return { type: 'activity.added', activityId, payload: { definition, adhoc: false } }
}

/** Moving onto an activity for the first time copies its definition into the log. */
export function moveTo(state: ClassState, { course }: ClassContext, index: number, step = 0): Fact[] {
  const item = state.pinned!.plan[index]!
  const add =
    item.type === 'activity' && !state.activities[item.activityId!]
      ? [addFromCourse(course, item.activityId!)]
      : []
  return [...add, { type: 'plan.moved', payload: { index, step } }]
}

export function back(state: ClassState, context: ClassContext): Decision {
  const { index, step } = state.position
  if (state.aside || (currentItem(state)?.type === 'slide' && step > 0))
    return moveTo(state, context, index, state.aside ? step : step - 1)
  const before = state.pinned!.plan[index - 1]
  if (!before) return reject('invalid', 'Le déroulé est à son début : rien ne vient avant.')
  return moveTo(state, context, index - 1, before.type === 'slide' ? stepsOf(state, before.slide!) : 0)
}

export function show(state: ClassState, target: Payload<'stage.show'>, context: ClassContext): Decision {
  if ('blank' in target)
    return target.blank === state.blank ? [] : [{ type: 'stage.blanked', payload: { blank: target.blank } }]
  const { plan } = state.pinned!
  if ('slide' in target) {
    const index = plan.findIndex((item) => item.slide === target.slide)
    if (index < 0)
      return reject(
        'not-found',
        `Il n’y a pas de diapositive ${target.slide} : le support en a ${state.pinned!.steps.length}.`,
      )
    return moveTo(state, context, index, Math.min(target.step ?? 0, stepsOf(state, target.slide)))
  }
  if ('itemId' in target) {
    const index = plan.findIndex((item) => item.id === target.itemId)
    return index < 0
      ? reject('not-found', `Le déroulé n’a pas d’étape « ${target.itemId} ».`)
      : moveTo(state, context, index)
  }
  return showActivity(state, target.activityId, context)
}

export function showActivity(state: ClassState, activityId: string, context: ClassContext): Decision {
  const index = state.pinned!.plan.findIndex((item) => item.activityId === activityId)
  if (index >= 0) return moveTo(state, context, index)
  if (!own(state.activities, activityId)) return noActivity(activityId)
  return [{ type: 'stage.aside', payload: { activityId } }]
}

export const noActivity = (id: string) => reject('not-found', `Cette classe n’a pas d’activité « ${id} ».`)

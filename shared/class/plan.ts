/** Reading the plan: what is on stage, what comes next, and the point the trainer's keys refer to. */
import { kindOf } from '#shared/activities/index.ts'
import type { PlanItem } from '#shared/course.ts'
import type { Inside } from '#shared/kind.ts'
import type { NextAction, OnStage } from '#shared/views.ts'
import { type ActivityState, type ClassState, participants } from './state.ts'

/** Where the plan stands, whatever is shown aside; undefined before the start. */
export function currentItem(state: ClassState): PlanItem | undefined {
  return state.pinned?.plan[state.position.index]
}

/** Number of fragments of a slide (1-based); 0 before the start. */
export function stepsOf(state: ClassState, slide: number): number {
  return state.pinned?.steps[slide - 1] ?? 0
}

/** What stands (or, when blank, would stand) on stage. */
export function onStage(state: ClassState): OnStage {
  if (state.aside) return { activityId: state.aside }
  const item = currentItem(state)
  if (item?.type === 'activity') return { activityId: item.activityId! }
  if (item?.type === 'break')
    return {
      breakId: item.id,
      title: item.title,
      minutes: item.offMinutes ?? item.minutes,
      since: state.visits[item.id]?.startedAt ?? 0,
    }
  return { slide: item?.slide ?? 1, step: state.position.step }
}

/** The activity on stage, if any: known to the class, or still only in the plan. */
export function stagedActivity(state: ClassState): { id: string; activity?: ActivityState } | undefined {
  const stage = onStage(state)
  return 'activityId' in stage
    ? { id: stage.activityId, activity: state.activities[stage.activityId] }
    : undefined
}

function activityPoint(id: string, activity: ActivityState | undefined): string {
  const inside = activity && kindOf(activity.definition.kind).point?.(activity.inner, activity.definition)
  return [id, inside, activity?.phase ?? 'ready'].filter(Boolean).join('/')
}

/** Names the point exactly, so that two key presses are not taken for one: `slide-6/2`, `p1/open`, `m1/q04/open`. */
export function pointOf(state: ClassState): string {
  if (state.phase !== 'live') return state.phase
  const staged = stagedActivity(state)
  if (staged) return activityPoint(staged.id, staged.activity)
  return `${currentItem(state)?.id ?? ''}/${state.position.step}`
}

/** True when `at` (a point, an item's id or an activity's id) is where the plan stands. */
export function isAt(state: ClassState, at: string): boolean {
  return at === pointOf(state) || at === currentItem(state)?.id || at === state.aside
}

/** Enrolled participants who have not answered an activity. */
export function missing(state: ClassState, activity: ActivityState): string[] {
  const kind = kindOf(activity.definition.kind)
  const { answered } = kind.trainer(activity.inner, activity.definition, activity.phase)
  return participants(state).filter((personId) => !answered[personId])
}

function goTo(item: PlanItem | undefined): NextAction {
  if (!item) return { type: 'none' }
  const { id: itemId, title } = item
  if (item.type === 'activity')
    return { type: 'show', itemId, title, activityId: item.activityId!, kind: item.kind! }
  if (item.type === 'break') return { type: 'break', itemId, title, minutes: item.offMinutes ?? item.minutes }
  return { type: 'slide', itemId, title }
}

/** What the next key does inside a series, if it stands in one. */
export function insideOf({ definition, inner, phase }: ActivityState): Inside<{ type: string }> | undefined {
  return kindOf(definition.kind).inside?.(inner, definition, phase)
}

function nextOfActivity(state: ClassState, id: string, activity: ActivityState): NextAction | undefined {
  const { kind, title } = activity.definition
  const inside = insideOf(activity)
  if (inside) {
    const { event: _, ...step } = inside
    return { type: 'inside', activityId: id, kind, ...step }
  }
  if (activity.phase === 'ready') return { type: 'open', activityId: id, kind, title }
  if (activity.phase === 'open')
    return { type: 'close', activityId: id, kind, missing: missing(state, activity).length }
  const reveals = !kindOf(kind).skipsReveal?.(activity.definition)
  if (activity.phase === 'closed' && reveals) return { type: 'reveal', activityId: id, kind }
  return undefined
}

/** The next sensible thing (the trainer's one key). */
export function nextAction(state: ClassState): NextAction {
  if (state.phase === 'lobby') return { type: 'start' }
  if (state.phase === 'ended') return { type: 'none' }
  const staged = stagedActivity(state)
  if (staged?.activity) {
    const next = nextOfActivity(state, staged.id, staged.activity)
    if (next) return next
  }
  if (state.aside) return goTo(currentItem(state))
  const item = currentItem(state)
  if (item?.type === 'slide') {
    const steps = stepsOf(state, item.slide!)
    if (state.position.step < steps)
      return { type: 'step', slide: item.slide!, step: state.position.step + 1, steps }
  }
  return goTo(state.pinned?.plan[state.position.index + 1])
}

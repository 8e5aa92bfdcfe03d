/** From the state of a class to what each reader sees (D2). Fields are named one by one, never copied and deleted. */
import { kindOf } from '#shared/activities/index.ts'
import type { Course } from '#shared/course.ts'
import { own } from '#shared/own.ts'
import type { Role } from '#shared/types.ts'
import type {
  EveryoneActivity,
  EveryoneView,
  MineActivity,
  MineView,
  TrainerActivity,
  TrainerView,
  View,
} from '#shared/views.ts'
import { floorView } from './floor.ts'
import { everyOutcome, ownOutcomes } from './outcomes.ts'
import { currentItem, nextAction, onStage, pointOf } from './plan.ts'
import { type ActivityState, type ClassState, participants } from './state.ts'
import { ownTalk, trainerTalk } from './talk.ts'

/** An activity's view depends on its state alone, and states are immutable: compute it once each. */
function once<T>(compute: (activity: ActivityState) => T): (activity: ActivityState) => T {
  const known = new WeakMap<ActivityState, T>()
  return (activity) => {
    let view = known.get(activity)
    if (view === undefined) {
      view = compute(activity)
      known.set(activity, view)
    }
    return view
  }
}

function mapActivities<T>(state: ClassState, view: (activity: ActivityState) => T): Record<string, T> {
  return Object.fromEntries(Object.values(state.activities).map((activity) => [activity.id, view(activity)]))
}

const everyoneActivity = once((activity): EveryoneActivity => {
  const { definition, phase, closesAt, pausedLeft, inner } = activity
  return {
    ...kindOf(definition.kind).everyone(inner, definition, phase),
    kind: definition.kind,
    title: definition.title,
    phase,
    ...(closesAt !== undefined && phase === 'open' && { closesAt }),
    ...(pausedLeft !== undefined && phase === 'open' && { pausedLeft }),
  }
})

/** Activities of the plan that nobody has seen yet say only that they exist. */
function upcoming(state: ClassState): Record<string, EveryoneActivity> {
  const items = state.pinned?.plan.filter((item) => item.type === 'activity') ?? []
  return Object.fromEntries(
    items.map((item) => [item.activityId!, { kind: item.kind!, phase: 'ready' as const }]),
  )
}

/** What all may see, whoever they are: takes no identity. `course` serves until one is pinned. */
export function everyone(state: ClassState, course: Course): EveryoneView {
  const sectionId = currentItem(state)?.sectionId
  const shown = state.talk.shown === undefined ? undefined : state.talk.questions[state.talk.shown]
  return {
    phase: state.phase,
    ...(state.startedAt !== undefined && { startedAt: state.startedAt }),
    ...(state.endedAt !== undefined && { endedAt: state.endedAt }),
    stage: state.blank ? { blank: true } : onStage(state),
    deck: {
      hash: state.pinned?.deckHash ?? course.deckHash,
      slides: state.pinned?.steps.length ?? course.slides.length,
    },
    seen: state.seen,
    ...(sectionId && { sectionId }),
    activities: { ...upcoming(state), ...mapActivities(state, everyoneActivity) },
    enrolled: participants(state).length,
    floor: floorView(state.floor),
    ...(shown && { asked: { id: state.talk.shown!, text: shown.text } }),
  }
}

/** What one person alone sees. `role` is that of their login, until the log has enrolled them. */
export function mine(state: ClassState, personId: string, role: Role): MineView {
  const activities: Record<string, MineActivity> = {}
  for (const { id, definition, phase, inner, closesAt, pausedLeft, extra } of Object.values(
    state.activities,
  )) {
    const view: MineActivity = { ...kindOf(definition.kind).mine(inner, definition, phase, personId) }
    const more = extra[personId]
    if (more && closesAt !== undefined && phase === 'open') view.closesAt = closesAt + more
    if (more && pausedLeft !== undefined && phase === 'open') view.pausedLeft = pausedLeft + more
    if (Object.keys(view).length > 0) activities[id] = view
  }
  const pace = own(state.pace, personId)
  return {
    personId,
    role: state.people[personId]?.role ?? role,
    activities,
    outcomes: ownOutcomes(state, personId),
    ...(pace && { pace: pace.pace }),
    talk: ownTalk(state.talk, personId),
  }
}

const trainerActivity = once((activity): TrainerActivity => {
  const { definition, phase, inner, extra } = activity
  return { ...kindOf(definition.kind).trainer(inner, definition, phase), extra }
})

/** What the console sees besides. */
export function trainer(state: ClassState): TrainerView {
  const itemId = currentItem(state)?.id
  return {
    plan: {
      at: pointOf(state),
      ...(itemId && { itemId }),
      next: nextAction(state),
      items: state.visits,
      adhoc: state.adhoc,
    },
    stage: onStage(state),
    blank: state.blank,
    lead: state.lead ?? '',
    people: state.people,
    activities: mapActivities(state, trainerActivity),
    outcomes: everyOutcome(state),
    spoken: state.floor.spoken,
    pace: state.pace,
    talk: trainerTalk(state.talk),
  }
}

export type Reader = { personId: string; role: Role }

export function isTrainer(role: Role): boolean {
  return role === 'trainer' || role === 'cotrainer'
}

/** The whole view of one reader. The stage sees only what all may see. */
export function viewOf(state: ClassState, course: Course, reader: Reader): View {
  return {
    everyone: everyone(state, course),
    ...(reader.role !== 'stage' && { mine: mine(state, reader.personId, reader.role) }),
    ...(isTrainer(reader.role) && { trainer: trainer(state) }),
  }
}

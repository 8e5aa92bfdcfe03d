/** evolve(state, event) → state: the only place where the state of a class changes. */
import { kindOf } from '#shared/activities/index.ts'
import type { ClassEvent } from '#shared/types.ts'
import type { Fact } from './events.ts'
import { lowerHand, passFloor } from './floor.ts'
import { currentItem } from './plan.ts'
import { type ActivityState, type ClassState, type FloorState, initialState } from './state.ts'
import { evolveTalk } from './talk.ts'

/** The state after one stored event. The events of a log are given in order, each once. */
export function evolve(state: ClassState, event: ClassEvent): ClassState {
  // An erased event keeps its place in the chain and has nothing left to say (D1).
  if (event.payload === null) return { ...state, seq: event.seq, erased: true }
  if (!state.erased) return { ...change(state, event as ClassEvent & Fact), seq: event.seq }
  try {
    return { ...change(state, event as ClassEvent & Fact), seq: event.seq }
  } catch {
    // It speaks of what was erased.
    return { ...state, seq: event.seq }
  }
}

/** The state after all of `events`. */
export function fold(events: Iterable<ClassEvent>, from: ClassState = initialState): ClassState {
  let state = from
  for (const event of events) state = evolve(state, event)
  return state
}

function change(state: ClassState, event: ClassEvent & Fact): ClassState {
  switch (event.type) {
    case 'people.enrolled': {
      const { personId, role } = event.payload
      const enrolledAt = state.people[personId]?.enrolledAt ?? event.at
      const people = { ...state.people, [personId]: { role, enrolledAt } }
      const { lead: before, ...rest } = state
      // Who led as the trainer and is the trainer no longer gives the lead back.
      const led = before === personId && role !== 'trainer' && state.people[personId]?.role === 'trainer'
      const lead = led ? trainerOf(people) : (before ?? (role === 'trainer' ? personId : undefined))
      return { ...rest, ...(lead && { lead }), people }
    }
    case 'people.withdrawn': {
      const person = state.people[event.payload.personId]
      if (!person) return state
      const { personId } = event.payload
      const people = { ...state.people, [personId]: { ...person, withdrawn: true as const } }
      const floor =
        state.floor.turn?.personId === personId ? passFloor(state.floor, undefined, event.at) : state.floor
      const { lead, ...rest } = state
      const led = lead === personId ? trainerOf(people) : lead
      return { ...rest, ...(led && { lead: led }), people, floor: lowerHand(floor, personId) }
    }
    case 'class.started':
      return arrive({ ...state, phase: 'live', startedAt: event.at, pinned: event.payload }, 0, 0, event.at)
    case 'class.ended':
      return leave(
        {
          ...state,
          phase: 'ended',
          endedAt: event.at,
          blank: false,
          floor: { ...passFloor(state.floor, undefined, event.at), hands: {} },
        },
        event.at,
      )
    case 'plan.moved':
      return arrive(state, event.payload.index, event.payload.step, event.at)
    case 'stage.aside':
      return { ...state, aside: event.payload.activityId, blank: false }
    case 'stage.blanked':
      return { ...state, blank: event.payload.blank }
    case 'activity.added': {
      const { definition, adhoc } = event.payload
      const inner = kindOf(definition.kind).start(definition)
      const added: ActivityState = {
        id: event.activityId,
        definition,
        phase: 'ready',
        extra: {},
        adhoc,
        inner,
      }
      const activities = { ...state.activities, [event.activityId]: added }
      if (!adhoc) return { ...state, activities }
      const noted = { title: definition.title, at: event.at }
      return { ...state, activities, adhoc: { ...state.adhoc, [event.activityId]: noted } }
    }
    case 'floor.asked': {
      const hands = { ...state.floor.hands, [event.payload.personId]: event.at }
      return { ...state, floor: { ...state.floor, hands } }
    }
    case 'floor.withdrawn':
      return { ...state, floor: lowerHand(state.floor, event.payload.personId) }
    case 'floor.granted':
      return { ...state, floor: passFloor(state.floor, event.payload, event.at) }
    case 'floor.released':
      return { ...state, floor: passFloor(state.floor, undefined, event.at) }
    case 'floor.ordered':
      return { ...state, floor: { ...state.floor, order: event.payload.order } }
    case 'pace.said':
      return { ...state, pace: { ...state.pace, [event.by]: { pace: event.payload.pace, at: event.at } } }
    case 'pace.cleared':
      return { ...state, pace: {} }
    case 'question.asked':
    case 'question.shown':
    case 'question.settled':
    case 'word.said':
      return { ...state, talk: evolveTalk(state.talk, event) }
    case 'lead.handed':
      return { ...state, lead: event.payload.personId }
    default:
      return changeActivity(state, event)
  }
}

function trainerOf(people: ClassState['people']): string | undefined {
  return Object.keys(people).find((id) => people[id]?.role === 'trainer' && !people[id].withdrawn)
}

function changeActivity(state: ClassState, event: ClassEvent & Fact): ClassState {
  const activity = event.activityId ? state.activities[event.activityId] : undefined
  if (!activity) return state
  const changed = evolveActivity(activity, event)
  return {
    ...state,
    activities: { ...state.activities, [activity.id]: changed },
    floor: floorAfter(state.floor, changed, event),
  }
}

/** An activity may give the floor, and takes it back when it closes. */
function floorAfter(
  floor: FloorState,
  { id, definition }: ActivityState,
  event: ClassEvent & Fact,
): FloorState {
  if (event.type === 'activity.closed' && floor.turn?.via === id) return passFloor(floor, undefined, event.at)
  if (event.type !== 'activity.did') return floor
  const given = kindOf(definition.kind).floorAfter?.(event.payload, definition)
  if (given === undefined) return floor
  if (given === 'free') return floor.turn?.via === id ? passFloor(floor, undefined, event.at) : floor
  const { personId, seconds } = given
  const endsAt = seconds === undefined ? {} : { endsAt: event.at + seconds * 1000 }
  return passFloor(floor, { personId, ...endsAt, via: id }, event.at)
}

/** Without any deadline, running or stopped. */
function untimed({ closesAt: _deadline, pausedLeft: _stopped, ...activity }: ActivityState): ActivityState {
  return activity
}

function evolveActivity(activity: ActivityState, event: ClassEvent & Fact): ActivityState {
  switch (event.type) {
    case 'activity.opened': {
      const { closesAt } = event.payload
      return { ...untimed(activity), phase: 'open', ...(closesAt !== undefined && { closesAt }) }
    }
    case 'activity.paused':
      return { ...untimed(activity), pausedLeft: event.payload.left }
    case 'activity.resumed':
      return { ...untimed(activity), closesAt: event.payload.closesAt }
    case 'activity.closed':
      return { ...activity, phase: 'closed' }
    case 'activity.revealed':
      return { ...activity, phase: 'revealed' }
    case 'activity.extended': {
      const { ms, personId } = event.payload
      if (personId === undefined) {
        if (activity.pausedLeft !== undefined) return { ...activity, pausedLeft: activity.pausedLeft + ms }
        return { ...activity, closesAt: (activity.closesAt ?? event.at) + ms }
      }
      return { ...activity, extra: { ...activity.extra, [personId]: (activity.extra[personId] ?? 0) + ms } }
    }
    case 'activity.did': {
      const kind = kindOf(activity.definition.kind)
      const inner = kind.evolve(activity.inner, { ...event.payload, by: event.by, at: event.at })
      const phase = kind.phaseAfter?.(event.payload)
      return phase ? { ...untimed(activity), phase, inner } : { ...activity, inner }
    }
    default:
      return activity
  }
}

/** Ends the visit of the current item: its real time is what the console compares with the plan. */
function leave(state: ClassState, at: number): ClassState {
  const item = currentItem(state)
  const visit = item && state.visits[item.id]
  if (!visit || visit.startedAt === undefined) return state
  const spentMs = visit.spentMs + Math.max(0, at - visit.startedAt)
  return { ...state, visits: { ...state.visits, [item.id]: { spentMs } } }
}

function arrive(before: ClassState, index: number, step: number, at: number): ClassState {
  const { aside: _gone, ...kept } = before
  const { shown: _taken, ...talk } = kept.talk
  const rest = { ...kept, talk }
  const staying = before.position.index === index && currentItem(before)?.id !== undefined
  const left = staying ? rest : leave(rest, at)
  const item = before.pinned?.plan[index]
  if (!item) return left
  const visit = left.visits[item.id] ?? { spentMs: 0 }
  const visits =
    visit.startedAt === undefined ? { ...left.visits, [item.id]: { ...visit, startedAt: at } } : left.visits
  return {
    ...left,
    position: { index, step },
    blank: false,
    seen: Math.max(left.seen, item.slide ?? 0),
    visits,
  }
}

/** The state of a class: what its log folds to. Plain immutable data. */
import type { ActivityDefinition, PlanItem, Section } from '#shared/course.ts'
import type { Pace, Phase, Role } from '#shared/types.ts'

export type ActivityState = {
  id: string
  definition: ActivityDefinition
  phase: Phase
  /** Deadline for everyone (ms since 1970); `extra` is more time for one person (ms). */
  closesAt?: number
  /** Time left (ms) while the clock is stopped; then there is no `closesAt`. */
  pausedLeft?: number
  extra: Record<string, number>
  adhoc: boolean
  /** The kind's own state. */
  inner: unknown
}

/** Time spent on an item of the plan: finished visits, and since when the current one lasts. */
export type Visit = { startedAt?: number; spentMs: number }

export type Person = { role: Role; enrolledAt: number; withdrawn?: true }

/** What `class.started` pins of the course. `steps[n - 1]` is the number of fragments of slide n. */
export type Pinned = {
  courseHash: string
  deckHash: string
  plan: PlanItem[]
  steps: number[]
  sections: Section[]
}

/** A turn to speak. `endsAt` (ms since 1970) is when its time is up; nobody is cut off. `via`: the activity that gave it. */
export type Turn = { personId: string; since: number; endsAt?: number; via?: string }

export type FloorState = {
  /** Raised hands: since when, ms since 1970. */
  hands: Record<string, number>
  turn?: Turn
  /** Time spoken in finished turns, ms. */
  spoken: Record<string, number>
  /** `quiet`: those who have spoken least come first. */
  order: 'asked' | 'quiet'
}

type AskedQuestion = { by: string; text: string; at: number; settled?: true }
/** `to` a person, `by` a trainer; `questionId`: what it answers. */
type PrivateWord = { to: string; by: string; text: string; at: number; questionId?: string }
export type TalkState = {
  questions: Record<string, AskedQuestion>
  words: Record<string, PrivateWord>
  /** The question shown on the stage. */
  shown?: string
}

export type ClassState = {
  seq: number
  phase: 'lobby' | 'live' | 'ended'
  startedAt?: number
  endedAt?: number
  lead?: string
  people: Record<string, Person>
  pinned?: Pinned
  /** Where the plan stands: index into pinned.plan, and fragment when on a slide. */
  position: { index: number; step: number }
  /** An activity shown outside the plan's point. */
  aside?: string
  blank: boolean
  /** Highest slide number shown. */
  seen: number
  visits: Record<string, Visit>
  activities: Record<string, ActivityState>
  adhoc: Record<string, { title: string; at: number }>
  floor: FloorState
  /** How each person says they follow, and since when (ms since 1970). */
  pace: Record<string, { pace: Pace; at: number }>
  talk: TalkState
  /** Something of this log was erased: what speaks of it later finds nothing. */
  erased?: true
}

export const initialState: ClassState = {
  seq: 0,
  phase: 'lobby',
  people: {},
  position: { index: 0, step: 0 },
  blank: false,
  seen: 0,
  visits: {},
  activities: {},
  adhoc: {},
  floor: { hands: {}, spoken: {}, order: 'asked' },
  pace: {},
  talk: { questions: {}, words: {} },
}

/** Those enrolled to learn. */
export function participants(state: ClassState): string[] {
  return Object.keys(state.people).filter((id) => {
    const person = state.people[id]!
    return person.role === 'participant' && !person.withdrawn
  })
}

/** What a mise en situation is at a moment: copies, whose they are, where each stands. */
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import type { FieldValue, ScenarioDefinition } from './definition.ts'
import type { Override, Sheet } from './evaluate.ts'
import type { Attempt, CopyState, Written } from './work.ts'

export type Copy = {
  /** Who works on it, with the roles they hold (none when the scenario has no roles). */
  members: Record<string, string[]>
  /** The role whose turn it is. */
  holder?: string
  values: Record<string, Written>
  status: string
  stuck?: { field?: string; text?: string; at: number }
  /** How many hints were given, by field. */
  hints: Record<string, number>
  comments: Record<string, { text: string; at: number }>
  overrides: Record<string, Override>
  attempts: Attempt[]
  replies: { text: string; at: number }[]
  /** The last final action done. */
  action?: string
  /** The status from which each role last sent or passed the copy on ('' when there are no roles). */
  turns: Record<string, string>
  /** The last action only kept a draft. */
  savedOnly?: true
  /** `submitted`: out of its author's hands; `returned`: back in them and not touched since. */
  mark?: 'submitted' | 'returned'
  returned?: { note: string; at: number }
  accepted?: { note?: string; at: number }
  released?: true
  startedAt?: number
  lastAt?: number
}

export type State = {
  definition: ScenarioDefinition
  copies: Record<string, Copy>
  copyOf: Record<string, string>
  shown?: string
  released?: true
  announcement?: { text: string; at: number }
}

export function newCopy({ definition }: State, members: Record<string, string[]>): Copy {
  const first = definition.steps[0]?.role ?? definition.roles[0]?.id
  const before = definition.fields.flatMap(({ id, before: value }) =>
    value === undefined ? [] : [[id, { value, v: 0, at: 0, by: '' }] as const],
  )
  return {
    members,
    ...(definition.roles.length > 0 && first !== undefined && { holder: first }),
    values: Object.fromEntries(before),
    status: definition.start,
    hints: {},
    comments: {},
    overrides: {},
    attempts: [],
    replies: [],
    turns: {},
  }
}

/** One person's copy; undefined before their first gesture. */
export function copyOf(state: State, personId: string): Copy | undefined {
  const id = own(state.copyOf, personId)
  return id === undefined ? undefined : state.copies[id]
}

export function valuesOf({ values }: Copy): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value]))
}

export function sheetOf(copy: Copy): Sheet {
  return { values: valuesOf(copy), ...(copy.action !== undefined && { action: copy.action }) }
}

export function statusOf({ definition }: State, { status }: Copy) {
  return definition.statuses.find(({ id }) => id === status)!
}

/** Fields that a person may change now, in the order of the form. */
export function editable(state: State, copy: Copy, personId: string, phase: Phase): string[] {
  if (phase === 'ready' || phase === 'revealed' || copy.accepted || copy.mark === 'submitted') return []
  const { definition } = state
  const allowed = statusOf(state, copy).editable
  const roles = own(copy.members, personId) ?? []
  const holds = copy.holder === undefined || roles.includes(copy.holder)
  if (!holds) return []
  const mine = new Set(
    definition.steps.filter(({ role }) => role === undefined || role === copy.holder).map(({ id }) => id),
  )
  return definition.fields
    .filter(({ id, step }) => mine.has(step) && (allowed === 'all' || allowed.includes(id)))
    .map(({ id }) => id)
}

/** Final actions that a person may take now. */
export function actionsOf(state: State, copy: Copy, personId: string, phase: Phase): string[] {
  if (phase === 'ready' || phase === 'revealed' || copy.accepted || copy.mark === 'submitted') return []
  const roles = own(copy.members, personId) ?? []
  if (copy.holder !== undefined && !roles.includes(copy.holder)) return []
  return statusOf(state, copy).actions
}

export function copyState(copy: Copy): CopyState {
  if (copy.accepted) return 'accepted'
  if (copy.mark === 'submitted') return 'submitted'
  if (copy.stuck) return 'stuck'
  if (copy.mark === 'returned') return 'returned'
  return copy.startedAt === undefined ? 'not-started' : 'working'
}

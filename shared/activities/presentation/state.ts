/** Where the presentations stand. */
import type { Turn } from '../turn.ts'
import type { PresentationSheet, PresentationStanding } from './definition.ts'

export type Sheet = PresentationSheet & { releasedAt?: number }

/** `turns` counts the presentations begun: each is a point of its own. */
export type State = {
  order: string[]
  turn?: Turn & { personId: string }
  done: Record<string, true>
  skipped: Record<string, true>
  /** ms presented. */
  spent: Record<string, number>
  subjects: Record<string, { text: string; at: number }>
  sheets: Record<string, Sheet>
  turns: number
}

export const start: State = {
  order: [],
  done: {},
  skipped: {},
  spent: {},
  subjects: {},
  sheets: {},
  turns: 0,
}

export function standingOf({ turn, done, skipped }: State, personId: string): PresentationStanding {
  if (turn?.personId === personId) return 'presenting'
  if (done[personId]) return 'done'
  return skipped[personId] ? 'skipped' : 'waiting'
}

export const nextOf = (state: State): string | undefined =>
  state.order.find((id) => standingOf(state, id) === 'waiting')

export function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record
  return rest
}

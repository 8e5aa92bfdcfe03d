/** Where a tour de table stands: its state, and who comes next. */
import type { Turn } from '../turn.ts'
import type {
  RoundtableFeeling,
  RoundtableLine,
  RoundtableOrder,
  RoundtableStanding as Standing,
} from './definition.ts'

/** `standing` leaves out those who wait or speak. `turns` counts the turns given: each is a point of its own. */
export type State = {
  order: string[]
  arranged?: { how: RoundtableOrder; at: number }
  turn?: Turn & { personId: string }
  standing: Record<string, Exclude<Standing, 'waiting' | 'speaking'>>
  /** Those whose turn has been put off once: it comes back once. */
  putOff: Record<string, true>
  /** ms spoken. */
  spent: Record<string, number>
  lines: Record<string, RoundtableLine>
  feelings: Record<string, RoundtableFeeling>
  turns: number
}

export const start: State = {
  order: [],
  standing: {},
  putOff: {},
  spent: {},
  lines: {},
  feelings: {},
  turns: 0,
}

export function standingOf(state: State, personId: string): Standing {
  if (state.turn?.personId === personId) return 'speaking'
  return state.standing[personId] ?? 'waiting'
}

/** Who speaks next: those who wait, in order; then those who were passed over. */
export function nextOf(state: State): string | undefined {
  const first = (wanted: Standing) => state.order.find((id) => standingOf(state, id) === wanted)
  return first('waiting') ?? first('skipped')
}

/** Had their turn, or have it now. */
export const isHeard = (state: State, personId: string): boolean =>
  ['spoken', 'passed', 'speaking'].includes(standingOf(state, personId))

export function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record
  return rest
}

/** One kind of activity = one folder (D8). Everything the engine knows of a kind is this interface. */
import type { ZodType } from 'zod'
import type { Phase, Rejection, Role } from './types.ts'

/** What a kind may look at when it decides. `now` in ms since 1970; `by` the author's personId. */
export type KindContext<Def> = {
  now: number
  by: string
  role: Role
  phase: Phase
  /** The person's time is up (closed, or past their own deadline) and nothing is revealed yet. */
  late: boolean
  definition: Def
}

export interface ActivityKind<
  Def extends { kind: string; title: string },
  State,
  Cmd extends { type: string },
  Ev extends { type: string },
  E extends object,
  M extends object,
  T extends object,
> {
  kind: string
  definition: ZodType<Def>
  command: ZodType<Cmd>
  /** Who may send which command: forgetting one does not compile. */
  mayDo: Record<Cmd['type'], readonly Role[]>
  start(definition: Def): State
  decide(state: State, command: Cmd, context: KindContext<Def>): Ev[] | Rejection
  evolve(state: State, event: Ev & { by: string; at: number }): State
  /** Public to the room: takes no identity. */
  everyone(state: State, definition: Def, phase: Phase): E
  mine(state: State, definition: Def, phase: Phase, personId: string): M
  trainer(state: State, definition: Def, phase: Phase): T & { answered: Record<string, true> }
  /** What this person's own view becomes before the server has answered. */
  predict?(mine: M, command: Cmd): M
  /** True when there is nothing to reveal after closing: the next key goes on. */
  skipsReveal?(definition: Def): boolean
}

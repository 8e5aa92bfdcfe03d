/** One kind of activity = one folder (D8). Everything the engine knows of a kind is this interface. */
import type { ZodType } from 'zod'
import type { Ballot } from './class/events.ts'
import type { Phase, Rejection, Role } from './types.ts'

/**
 * What the next key does inside an activity before it follows the usual phases: `step` is the word for the
 * console's sentence, `event` what it gives rise to. `n` of `of`, when the steps are counted.
 */
export type Inside<Ev> = {
  step: string
  event: Ev
  n?: number
  of?: number
  title?: string
  /** Whom it is about. */
  personId?: string
}

/**
 * The class around an activity when it opens: enrolled participants, ms each has spoken, and a word that differs from
 * one opening to the next, to draw lots by.
 */
export type Setting = { people: string[]; spoken: Record<string, number>; lot: string }

/** When an outcome was measured. */
export type Moment = 'placement' | 'during' | 'final'

/**
 * One question as one person did it: `points` out of 1. `known`: the person may be told (it is revealed, or
 * corrected at once). `late`: answered after the others. `unanswered`: left blank, worth 0.
 */
export type Score = {
  questionId: string
  objective?: string
  points: number
  late?: true
  unanswered?: true
  known: boolean
}

/** The questions of an activity, in order, and how each person did; those who took no part are left out. */
export type Scores = {
  moment: Moment
  questions: { id: string; text: string; objective?: string }[]
  people: Record<string, Score[]>
}

/** What a kind may look at when it decides. `now` in ms since 1970; `by` the author's personId. */
export type KindContext<Def> = {
  now: number
  by: string
  role: Role
  phase: Phase
  /** Enrolled participants. */
  people: readonly string[]
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
  /** Why a definition that comes from a console, not from a course's files, is refused. */
  notOnTheSpot?(definition: Def): Rejection | undefined
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
  /** For how many seconds it opens when the trainer does not say; undefined: no limit. */
  opensFor?(state: State, definition: Def): number | undefined
  /** A series (questions, turns) walks under the next key; undefined: the usual phases follow. */
  inside?(state: State, definition: Def, phase: Phase): Inside<Ev> | undefined
  /** Where the series stands, so that two presses of the key are not taken for one. */
  point?(state: State, definition: Def): string
  /** The phase in which one of its own events leaves the activity; its deadline goes. */
  phaseAfter?(event: Ev): Phase | undefined
  /** What opening also means: a draw, or a new round once everything has been shown; or why it may not open. */
  opening?(state: State, definition: Def, phase: Phase, setting: Setting): Ev | Rejection | undefined
  /** To whom one of its own events gives the floor, for how long; `free`: to nobody any more. */
  floorAfter?(event: Ev, definition: Def): { personId: string; seconds?: number } | 'free' | undefined
  /** What an accepted command leaves in the ballot box instead of the log. */
  ballot?(command: Cmd, definition: Def): Ballot | undefined
  /** Takes in the ballots once the activity is closed; undefined: there are none to take. */
  collect?(state: State, definition: Def, phase: Phase, ballots: unknown[]): Ev | undefined
  /** Work that a trainer may watch being made: whose copy, and who makes it. */
  copies?: {
    of(state: State, personId: string): string | undefined
    members(state: State, copyId: string): string[]
  }
  /** Commands still possible once the class has ended: to catch up, to correct. */
  afterClass?: readonly Cmd['type'][]
  /** Its events that hold no words of anybody: they stay when their author is erased. The others are blanked. */
  plain?: readonly Ev['type'][]
  /** What was learnt, by person: what the outcomes add up. */
  scores?(state: State, definition: Def, phase: Phase): Scores
}

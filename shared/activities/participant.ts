/** What the participant's screen of an activity is given, whatever its kind. */
import type { Command, Phase, Rejection } from '#shared/types.ts'
import type { EveryoneActivity } from '#shared/views.ts'

export type ParticipantProps<Everyone extends object, Mine extends object> = {
  activityId: string
  everyone: Everyone & { phase: Phase; closesAt?: number; title?: string }
  /** One's own part, with pending answers played on it. */
  mine: Mine
  /** The answer not yet stored by the server, if any, and since when (ms by this device). */
  pending?: { payload: unknown; since: number }
  /** All of them, oldest first: a series has several questions on their way at once. */
  allPending: readonly { payload: unknown; since: number }[]
  /** The last answer, if the server refused it. */
  refused?: { payload: unknown; why: Rejection }
  allRefused: readonly { payload: unknown; why: Rejection }[]
  /** Names the class and the person: what is being written is kept under it on this device. */
  draftsUnder: string
  connected: boolean
  /** Where a pending answer is kept: in `memory` it dies with the page. */
  keptOn: 'device' | 'memory'
  /** The class has ended: only what was missed can still be answered. */
  over: boolean
  /** Looked at from the list of answers: it is not what is on stage. */
  again: boolean
  /** Every activity, for comparisons with an earlier one. */
  activities: Record<string, EveryoneActivity>
  /** Milliseconds until the deadline by the server's clock. */
  remaining?: number
  /** The clock is stopped at `remaining`. */
  paused: boolean
  /** Sends the kind's own command; kept and sent again until the server has answered. */
  send: (payload: Command['payload']) => void
}

/** The same where people speak in turn: with who I am and how people are called. */
export type TurnProps<Everyone extends object, Mine extends object, KindCommand> = Omit<
  ParticipantProps<Everyone, Mine>,
  'send'
> & {
  me: string | undefined
  nameOf: (personId: string) => string
  send: (command: KindCommand) => void
}

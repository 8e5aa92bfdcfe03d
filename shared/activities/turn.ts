/** A turn to speak inside an activity: its clock, which nobody is cut off by. Pure. */
import { isRejection, type Rejection, reject } from '#shared/types.ts'

/**
 * Since when (ms since 1970); with a `limit` (ms), until when, or how much is left while its clock is stopped.
 */
export type Turn = { since: number; limit?: number; endsAt?: number; pausedLeft?: number }

/** What a clock has from now on: `left` ms out of `limit`, running or stopped. */
export type Clock = { left: number; limit: number; running: boolean }

export function beginTurn(at: number, seconds: number | undefined): Turn {
  if (seconds === undefined) return { since: at }
  const limit = seconds * 1000
  return { since: at, limit, endsAt: at + limit }
}

/** The turn once its clock has been set `at` that time. */
export function withClock({ since }: Turn, { left, limit, running }: Clock, at: number): Turn {
  return { since, limit, ...(running ? { endsAt: at + left } : { pausedLeft: left }) }
}

export type ClockCommand = { type: 'more'; seconds: number } | { type: 'pause' } | { type: 'resume' }

/** More time, the clock stopped, the clock set going; undefined: it is so already. */
function setClock(turn: Turn | undefined, command: ClockCommand, now: number): Clock | Rejection | undefined {
  if (!turn) return reject('invalid', 'Personne n’a la parole.')
  const { limit, endsAt = now, pausedLeft } = turn
  if (limit === undefined) return reject('invalid', 'Ce tour de parole n’a pas de limite de temps.')
  const running = pausedLeft === undefined
  const left = pausedLeft ?? Math.max(0, endsAt - now)
  if (command.type === 'more') {
    const more = command.seconds * 1000
    return { left: left + more, limit: limit + more, running }
  }
  return (command.type === 'resume') === running ? undefined : { left, limit, running: !running }
}

export type Called = { type: 'called'; personId: string; seconds?: number }
export type Clocked = { type: 'clocked'; personId: string } & Clock

/** The next turn is this person's, for as long as the activity gives each. */
export function called(personId: string, { seconds }: { seconds?: number }): Called {
  return { type: 'called', personId, ...(seconds !== undefined && { seconds }) }
}

/** What a command on its clock does to a turn. */
export function clocked(
  turn: (Turn & { personId: string }) | undefined,
  command: ClockCommand,
  now: number,
): Clocked[] | Rejection {
  const set = setClock(turn, command, now)
  if (isRejection(set)) return set
  return set && turn ? [{ type: 'clocked', personId: turn.personId, ...set }] : []
}

/** To whom a turn gives the floor, and for how long: without an end while its clock is stopped. */
export function floorAfterTurn(event: Called | Clocked): { personId: string; seconds?: number } {
  const { personId } = event
  const seconds = event.type === 'called' ? event.seconds : event.running ? event.left / 1000 : undefined
  return { personId, ...(seconds !== undefined && { seconds }) }
}

/** As views show it, without who has it. */
export function turnView({ since, limit, endsAt, pausedLeft }: Turn): Turn {
  return {
    since,
    ...(limit !== undefined && { limit }),
    ...(endsAt !== undefined && { endsAt }),
    ...(pausedLeft !== undefined && { pausedLeft }),
  }
}

/** ms of the turn gone, out of how many; it goes on over its limit. Without a limit, since it began. */
export function elapsed(turn: Turn, now: number): { ms: number; limit?: number } {
  const { since, limit, endsAt = now, pausedLeft } = turn
  if (limit === undefined) return { ms: Math.max(0, now - since) }
  return { ms: Math.max(0, limit - (pausedLeft ?? endsAt - now)), limit }
}

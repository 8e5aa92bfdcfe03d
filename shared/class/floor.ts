/** Who has the floor, who waits for it, and how long each has spoken. All of it lives in the log. */
import { own } from '#shared/own.ts'
import { reject } from '#shared/types.ts'
import type { FloorView } from '#shared/views.ts'
import type { Payload } from './commands.ts'
import type { Decision } from './decision.ts'
import type { Fact } from './events.ts'
import type { ClassState, FloorState, Turn } from './state.ts'

const nobody = (personId: string) =>
  reject('not-found', `« ${personId} » n’est pas une personne inscrite dans cette classe.`)

export function askFloor({ floor }: ClassState, personId: string): Fact[] {
  if (own(floor.hands, personId) !== undefined || floor.turn?.personId === personId) return []
  return [{ type: 'floor.asked', payload: { personId } }]
}

/** Takes a hand down, or ends the person's turn. */
export function releaseFloor({ floor }: ClassState, personId: string): Fact[] {
  if (floor.turn?.personId === personId) return [{ type: 'floor.released', payload: { personId } }]
  if (own(floor.hands, personId) === undefined) return []
  return [{ type: 'floor.withdrawn', payload: { personId } }]
}

/** Gives the floor; whoever had it has finished. */
export function grantFloor(
  state: ClassState,
  { personId, seconds }: Payload<'floor.grant'>,
  now: number,
): Decision {
  const person = own(state.people, personId)
  if (!person || person.withdrawn || person.role === 'stage') return nobody(personId)
  const before = state.floor.turn
  if (before?.personId === personId && seconds === undefined) return []
  const release: Fact[] =
    before && before.personId !== personId
      ? [{ type: 'floor.released', payload: { personId: before.personId } }]
      : []
  const endsAt = seconds === undefined ? {} : { endsAt: now + seconds * 1000 }
  return [...release, { type: 'floor.granted', payload: { personId, ...endsAt } }]
}

export function orderFloor({ floor }: ClassState, { order }: Payload<'floor.order'>): Fact[] {
  return floor.order === order ? [] : [{ type: 'floor.ordered', payload: { order } }]
}

/** The floor once `turn` begins (undefined: nobody speaks) at `at`: the turn before it is added up. */
export function passFloor(floor: FloorState, turn: Omit<Turn, 'since'> | undefined, at: number): FloorState {
  const { turn: before, hands, ...rest } = floor
  if (turn && before?.personId === turn.personId) {
    return { ...rest, hands, turn: { ...turn, since: before.since } }
  }
  const spoken = before
    ? {
        ...rest.spoken,
        [before.personId]: (rest.spoken[before.personId] ?? 0) + Math.max(0, at - before.since),
      }
    : rest.spoken
  if (!turn) return { ...rest, hands, spoken }
  return { ...rest, hands: without(hands, turn.personId), spoken, turn: { ...turn, since: at } }
}

/** Without this person's hand. */
export function lowerHand(floor: FloorState, personId: string): FloorState {
  return { ...floor, hands: without(floor.hands, personId) }
}

function without(hands: Record<string, number>, personId: string): Record<string, number> {
  const { [personId]: _lowered, ...others } = hands
  return others
}

/** Raised hands in the order in which they will be called. */
export function queue({ hands, spoken, order }: FloorState): string[] {
  const asked = Object.keys(hands).sort((a, b) => hands[a]! - hands[b]! || (a < b ? -1 : 1))
  if (order === 'asked') return asked
  return asked.sort((a, b) => (spoken[a] ?? 0) - (spoken[b] ?? 0))
}

export function floorView(floor: FloorState): FloorView {
  const { turn } = floor
  return {
    hands: queue(floor),
    since: floor.hands,
    order: floor.order,
    ...(turn && {
      speaker: turn.personId,
      turn: {
        since: turn.since,
        ...(turn.endsAt !== undefined && { endsAt: turn.endsAt }),
        ...(turn.via !== undefined && { via: turn.via }),
      },
    }),
  }
}

/** How long each person has spoken, and what the group says of the pace. Pure. */
import type { FloorView, TrainerView } from '#shared/views.ts'
import type { Person } from '../people.ts'

/** ms spoken so far, the turn under way included. */
export function spokenBy(
  personId: string,
  floor: Pick<FloorView, 'speaker' | 'turn'>,
  spoken: TrainerView['spoken'],
  now: number,
): number {
  const running = floor.speaker === personId && floor.turn ? Math.max(0, now - floor.turn.since) : 0
  return (spoken[personId] ?? 0) + running
}

/** Those here who have not spoken yet. */
export function unheard(
  people: readonly Person[],
  floor: Pick<FloorView, 'speaker'>,
  spoken: TrainerView['spoken'],
): Person[] {
  return people.filter(
    ({ personId, presence }) => presence?.online && !spoken[personId] && floor.speaker !== personId,
  )
}

export type Paces = { lost: number; fast: number; slow: number; rest: number }

/** How many of the participants say what; who says nothing follows well enough. */
export function paces(people: readonly Person[]): Paces {
  const count = (pace: string) => people.filter((person) => person.pace?.pace === pace).length
  const [lost, fast, slow] = [count('lost'), count('fast'), count('slow')]
  return { lost, fast, slow, rest: people.length - lost - fast - slow }
}

const MORE_MS = 30_000

/** Seconds to ask for so that a turn ends 30 s later than it would have, or in 30 s when its time is over. */
export function thirtyMore(endsAt: number, now: number): number {
  return Math.ceil((Math.max(0, endsAt - now) + MORE_MS) / 1000)
}

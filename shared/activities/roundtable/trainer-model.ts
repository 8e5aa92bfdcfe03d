/** What the trainer's screens work out of a tour de table: its order, changed. Pure. */
import { drawLots } from '#shared/lots.ts'
import type { RoundtableEveryone, RoundtableStanding } from './definition.ts'

type Round = Pick<RoundtableEveryone, 'order' | 'people'>

const WAITS: readonly RoundtableStanding[] = ['waiting', 'skipped', 'absent']
const waits = ({ people }: Round, id: string) => WAITS.includes(people[id] ?? 'waiting')

/** Those who are in the order, then those enrolled who are not in it yet. */
export function everybody({ order }: Round, enrolled: readonly string[]): string[] {
  return [...order, ...enrolled.filter((id) => !order.includes(id))]
}

/** The order with those who still wait put in another one; whoever has spoken stays in front. */
function reordered(round: Round, enrolled: readonly string[], sort: (ids: string[]) => string[]): string[] {
  const all = everybody(round, enrolled)
  return [...all.filter((id) => !waits(round, id)), ...sort(all.filter((id) => waits(round, id)))]
}

export type Way = 'drawn' | 'quiet' | 'listed'

/** `lot`: differs from one draw to the next. `enrolled`: as they are listed. */
export function arranged(
  round: Round,
  enrolled: readonly string[],
  how: Way,
  { lot, spoken }: { lot: string; spoken: Record<string, number> },
): string[] {
  return reordered(round, enrolled, (ids) => {
    if (how === 'drawn') return drawLots(ids, lot)
    if (how === 'quiet') return ids.sort((a, b) => (spoken[a] ?? 0) - (spoken[b] ?? 0))
    return enrolled.filter((id) => ids.includes(id))
  })
}

/** The order with this person one place earlier or later among those who wait; undefined: they cannot go there. */
export function moved(
  round: Round,
  enrolled: readonly string[],
  id: string,
  by: -1 | 1,
): string[] | undefined {
  const all = reordered(round, enrolled, (ids) => ids)
  const from = all.indexOf(id)
  const other = all[from + by]
  if (!waits(round, id) || other === undefined || !waits(round, other)) return undefined
  const order = [...all]
  order[from] = other
  order[from + by] = id
  return order
}

/** The two who have spoken least today, with how long (ms). */
export function leastHeard(
  enrolled: readonly string[],
  spoken: Record<string, number>,
): { id: string; ms: number }[] {
  return enrolled
    .map((id) => ({ id, ms: spoken[id] ?? 0 }))
    .sort((a, b) => a.ms - b.ms)
    .slice(0, 2)
}

/** In what order people speak. */
import type { Setting } from '#shared/kind.ts'
import { drawLots } from '#shared/lots.ts'
import type { RoundtableDefinition } from './definition.ts'

/** The order in which to begin: by lot, the quietest first, or as they are listed. */
export function firstOrder({ order }: RoundtableDefinition, { people, spoken, lot }: Setting): string[] {
  if (order === 'drawn') return drawLots(people, lot)
  if (order === 'quiet') return [...people].sort((a, b) => (spoken[a] ?? 0) - (spoken[b] ?? 0))
  return [...people]
}

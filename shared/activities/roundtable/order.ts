/** In what order people speak. */
import type { Setting } from '#shared/kind.ts'
import type { RoundtableDefinition } from './definition.ts'

/** FNV-1a with MurmurHash3's finish, 32 bits: the same words give the same number everywhere. */
function hash(words: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** The order in which to begin: by lot, the quietest first, or as they are listed. */
export function firstOrder({ order }: RoundtableDefinition, { people, spoken, lot }: Setting): string[] {
  if (order === 'drawn') {
    const drawn = new Map(people.map((id) => [id, hash(`${lot} ${id}`)]))
    return [...people].sort((a, b) => drawn.get(a)! - drawn.get(b)! || (a < b ? -1 : 1))
  }
  if (order === 'quiet') return [...people].sort((a, b) => (spoken[a] ?? 0) - (spoken[b] ?? 0))
  return [...people]
}

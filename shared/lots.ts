/** Drawing lots without chance: the same words give the same order everywhere, after a restart too. */

/** FNV-1a with MurmurHash3's finish, 32 bits. */
function hash(words: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** `ids` in an order that `lot` decides and nothing else. */
export function drawLots(ids: readonly string[], lot: string): string[] {
  const drawn = new Map(ids.map((id) => [id, hash(`${lot} ${id}`)]))
  return [...ids].sort((a, b) => drawn.get(a)! - drawn.get(b)! || (a < b ? -1 : 1))
}

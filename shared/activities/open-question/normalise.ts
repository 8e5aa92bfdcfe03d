/** Which answers say the same thing: case, accents, punctuation and the plural aside. */

/** An answer without control characters, line ends kept (or turned into spaces on one line). */
export function clean(text: string, oneLine: boolean): string {
  const printable = text.normalize('NFC').replace(/[^\P{Cc}\n]/gu, '')
  return (oneLine ? printable.replace(/\s+/g, ' ') : printable).trim()
}

/** A French word in the singular, near enough to compare: the plural's s or x goes, not that of short words. */
const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word)

/** Two answers with the same key are near-identical. */
export function likeness(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(singular)
    .join(' ')
}

/** The text of a file whose encoding nobody tells. */
import type { Sheet } from '#shared/sheet.ts'

type Encoding = NonNullable<Sheet['encoding']>

/** UTF-8 and UTF-16 by their mark, UTF-8 when it is sound, and else what French spreadsheets save by default. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const marked = encodingByMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

function encodingByMark([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

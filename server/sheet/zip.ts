/** Looks into a zip before anybody unpacks it: how much it really holds. */
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LOCATOR_64 = 0x07064b50
const LOCATOR_BYTES = 20
const END_BYTES = 22
const COMMENT_MAX = 65_535
const STORED = 0
const DEFLATED = 8

export class ZipError extends Error {
  override name = 'ZipError'
}

/**
 * Unpacks every entry, one after the other, and keeps nothing. Throws a ZipError when the archive is damaged, locked,
 * or holds more than `most` bytes: what the entries say of their own size is not believed.
 */
export function checkZip(bytes: Buffer, most: number): void {
  let left = most
  for (const { method, locked, packed } of entries(bytes)) {
    if (locked) throw new ZipError('locked')
    const size = method === STORED ? packed.length : inflatedSize(method, packed, left)
    left -= size
    if (left <= 0) throw new ZipError('large')
  }
}

function inflatedSize(method: number, packed: Buffer, most: number): number {
  if (method !== DEFLATED) throw new ZipError('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: most }).length
  } catch (error) {
    const large =
      error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipError(large ? 'large' : 'damaged')
  }
}

function* entries(bytes: Buffer): Generator<{ method: number; locked: boolean; packed: Buffer }> {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  // Two answers to one question (another count, another directory): whoever unpacks it might believe the other one.
  const elsewhere = end >= LOCATOR_BYTES && bytes.readUInt32LE(end - LOCATOR_BYTES) === LOCATOR_64
  if (elsewhere || bytes.readUInt16LE(end + 8) !== count) throw new ZipError('damaged')
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new ZipError('damaged')
    const flags = bytes.readUInt16LE(at + 8)
    const method = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new ZipError('damaged')
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    if (from + size > bytes.length) throw new ZipError('damaged')
    yield { method, locked: (flags & 1) === 1, packed: bytes.subarray(from, from + size) }
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - COMMENT_MAX)
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END) return at
  }
  throw new ZipError('damaged')
}

/**
 * How events lie in the log. Each row keeps a random salt, the payload and digest = SHA-256(salt ‖ payload); the
 * chain runs over digests and envelopes only, so that blanking salt and payload leaves it whole.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { ClassEvent } from '#shared/types.ts'
import { StoreError } from './errors.ts'
import type { Batch } from './types.ts'

export type Envelope = {
  class_id: string
  seq: number
  at: number
  by_id: string
  command_id: string
  v: number
  type: string
  activity_id: string | null
}

/** An event ready to be chained. `payload` is JSON text, kept byte for byte because the digest covers it. */
export type EventDraft = Envelope & { payload: string }

/** `salt` and `payload` are both null once the text is erased. */
export type EventRow = Envelope & {
  salt: Uint8Array | null
  payload: string | null
  digest: Uint8Array
  chain: Uint8Array
}

export const LOG_START: Uint8Array = new Uint8Array(32)

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Databases keep UTF-8 without NUL: what cannot be written is replaced before it is chained. */
const writable = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')

function draft(event: ClassEvent): EventDraft {
  return {
    class_id: event.classId,
    seq: event.seq,
    at: event.at,
    by_id: writable(event.by),
    command_id: writable(event.commandId),
    v: event.v,
    type: writable(event.type),
    activity_id: event.activityId === undefined ? null : writable(event.activityId),
    payload: JSON.stringify(event.payload) ?? 'null',
  }
}

/** The rows of a batch, not chained yet. Throws `invalid` when the events are not those of `classId` after `afterSeq`. */
export function drafts(batch: Batch): EventDraft[] {
  return batch.events.map((event, i) => {
    if (event.classId !== batch.classId)
      throw new StoreError('invalid', `event of class ${event.classId} in a batch of class ${batch.classId}`)
    const expected = batch.afterSeq + 1 + i
    if (event.seq !== expected)
      throw new StoreError('invalid', `class ${batch.classId}: seq ${event.seq} where ${expected} comes next`)
    return draft(event)
  })
}

function link(previous: Uint8Array, row: Envelope, digest: Uint8Array): Buffer {
  const envelope = [
    row.class_id,
    row.seq,
    row.at,
    row.by_id,
    row.command_id,
    row.v,
    row.type,
    row.activity_id,
  ]
  return sha256(previous, digest, JSON.stringify(envelope))
}

/** Chains drafts after the row whose chain value is `previous` (LOG_START before the first). */
export function chained(batch: EventDraft[], previous: Uint8Array): EventRow[] {
  let last = previous
  return batch.map((row) => {
    const salt = randomBytes(16)
    const digest = sha256(salt, row.payload)
    const chain = link(last, row, digest)
    last = chain
    return { ...row, salt, digest, chain }
  })
}

/** Whether `rows`, a whole log from its first event, are as they were written. */
export function chainHolds(rows: EventRow[]): boolean {
  let last = LOG_START
  return rows.every((row, i) => {
    const erased = row.salt === null && row.payload === null
    if (!erased) {
      if (row.salt === null || row.payload === null) return false
      if (!sha256(row.salt, row.payload).equals(row.digest)) return false
    }
    const chain = link(last, row, row.digest)
    last = chain
    return row.seq === i + 1 && chain.equals(row.chain)
  })
}

export function toEvent(row: Envelope & { payload: string | null }): ClassEvent {
  return {
    classId: row.class_id,
    seq: row.seq,
    at: row.at,
    by: row.by_id,
    commandId: row.command_id,
    v: row.v,
    type: row.type,
    ...(row.activity_id === null ? {} : { activityId: row.activity_id }),
    payload: row.payload === null ? null : JSON.parse(row.payload),
  }
}

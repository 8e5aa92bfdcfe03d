/**
 * What the client knows of a class (D6): `base`, the server's last view, and `pending`, its own commands
 * that the server has not yet stored and shown back. Pure: no clock, no network, no storage.
 */
import { predictions } from '#shared/activities/predict.ts'
import { mergePatch } from '#shared/patch.ts'
import type { Ack, Command, Delta, RejectionCode } from '#shared/types.ts'
import type { MineActivity, View } from '#shared/views.ts'

/** `ackSeq`: where the server stored it; shown as pending until `base` has reached that point. */
export type PendingCommand = Command & { since: number; ackSeq?: number }

export type Mirror = { base?: View; seq: number | null; pending: readonly PendingCommand[] }

/** The server could not say yes or no: the command stays pending and is sent again later. */
const TRANSIENT: ReadonlySet<RejectionCode> = new Set(['busy', 'storage'])

export function isTransient(ack: Ack): boolean {
  return !ack.ok && TRANSIENT.has(ack.error.code)
}

/** Before the first delta. `pending`: what an earlier page left to send. */
export function createMirror(pending: readonly PendingCommand[] = []): Mirror {
  return { seq: null, pending }
}

/** The mirror after a delta, or 'gap' when the delta does not follow what we have: ask `resume(mirror.seq)`. */
export function applyDelta(mirror: Mirror, delta: Delta): Mirror | 'gap' {
  if (delta.from !== null && delta.from !== mirror.seq) return 'gap'
  const base = (delta.from === null ? delta.patch : mergePatch(mirror.base, delta.patch)) as View
  return settle({ base, seq: delta.to, pending: mirror.pending })
}

/** Adds a command of this client. A newer answer to the same question takes the place of an older one. */
export function addPending(mirror: Mirror, command: PendingCommand): Mirror {
  const kept = mirror.pending.filter((older) => older.id !== command.id && !replaces(command, older))
  return { ...mirror, pending: [...kept, command] }
}

/**
 * Only the last gesture at one place counts (an answer to a question, one's support of a group…), so an older one
 * still on its way need not be sent again.
 */
export function replaces(newer: Command, older: Command): boolean {
  if (newer.type !== 'activity.do' || older.type !== 'activity.do') return false
  const place = placeOf(newer.payload)
  return newer.activityId === older.activityId && place !== undefined && place === placeOf(older.payload)
}

type Payload = {
  type?: unknown
  questionId?: unknown
  on?: unknown
  groupId?: unknown
  ballotId?: unknown
}

function placeOf(payload: unknown): string | undefined {
  const { type, questionId, on, groupId, ballotId } = (payload ?? {}) as Payload
  switch (type) {
    // In its time, or caught up.
    case 'answer':
    case 'catch-up':
      return `answer ${questionId ?? ''}`
    case 'contribute':
      return `contribute ${on} ${questionId}`
    case 'vote':
      return `vote ${groupId}`
    case 'line':
    case 'mood':
    case 'subject':
    case 'amend':
      return type
    // An anonymous return is made once: the one that may have arrived must be sent again as it was.
    case 'return':
      return ballotId === undefined ? type : undefined
    default:
      return undefined
  }
}

export const gestureOf = ({ payload }: Command) => (payload as { type?: unknown }).type

/**
 * What must have arrived first: a sheet is handed in after its answers, a form sent after what was written in it, and
 * what is written keeps its order.
 */
const AFTER: Record<string, readonly unknown[]> = {
  submit: ['answer'],
  write: ['write', 'act', 'settle'],
  settle: ['write', 'act', 'settle'],
  act: ['write', 'act', 'settle'],
}

const afterOf = (command: Command) => AFTER[String(gestureOf(command))] ?? []

/** Its place in the order of gestures matters. */
export const comesAfter = (command: Command): boolean => afterOf(command).length > 0

/** Something it comes after is still on its way, or tried again: it may not be sent yet. */
export function mustWait({ pending }: Mirror, command: Command): boolean {
  const after = afterOf(command)
  if (after.length === 0) return false
  for (const other of pending) {
    if (other.id === command.id) return false
    const earlier = other.activityId === command.activityId && other.ackSeq === undefined
    if (earlier && after.includes(gestureOf(other))) return true
  }
  return false
}

/** The mirror once the server has answered `id`. A rejected command is dropped: its reason is in the ack. */
export function acked(mirror: Mirror, id: string, ack: Ack): Mirror {
  if (isTransient(ack)) return mirror
  if (!ack.ok) return { ...mirror, pending: mirror.pending.filter((command) => command.id !== id) }
  const pending = mirror.pending.map((command) =>
    command.id === id ? { ...command, ackSeq: ack.seq } : command,
  )
  return settle({ ...mirror, pending })
}

/** Drops what `base` already contains. */
function settle(mirror: Mirror): Mirror {
  const seq = mirror.seq ?? -1
  const settled = (command: PendingCommand) => command.ackSeq !== undefined && command.ackSeq <= seq
  if (!mirror.pending.some(settled)) return mirror
  return { ...mirror, pending: mirror.pending.filter((command) => !settled(command)) }
}

/** What the person sees: the server's view with their own pending commands played on it. */
export function shown(mirror: Mirror): View | undefined {
  const { base, pending } = mirror
  if (!base?.mine || pending.length === 0) return base
  let activities = base.mine.activities
  for (const command of pending) {
    const id = command.activityId
    const kind = id === undefined ? undefined : base.everyone.activities[id]?.kind
    const predict = kind === undefined ? undefined : predictions[kind]
    if (command.type !== 'activity.do' || id === undefined || !predict) continue
    const mine = predict(activities[id] ?? {}, command.payload as { type: string }) as MineActivity
    activities = { ...activities, [id]: mine }
  }
  return { ...base, mine: { ...base.mine, activities } }
}

/** Core types of a class: its actors, commands, events, acknowledgements (architecture: D1–D4). */

export type Role = 'trainer' | 'cotrainer' | 'participant' | 'stage'

/** Who asks. The system closes activities whose time is up. */
export type Actor = { personId: string; role: Role } | { role: 'system' }

/** What a client asks for. `id` is made by the client: a resend is harmless. At most 64 KiB as JSON. */
export type Command = { id: string; type: string; activityId?: string; payload: unknown }

/** A stored fact. `at` is the server's clock in ms since 1970; `by` a personId or 'system'. */
export type ClassEvent = {
  classId: string
  seq: number
  at: number
  by: string
  commandId: string
  v: number
  type: string
  activityId?: string
  payload: unknown
}

/** How a person says they follow. */
export type Pace = 'lost' | 'slow' | 'ok' | 'fast'

export type Phase = 'ready' | 'open' | 'closed' | 'revealed'

export type RejectionCode = 'forbidden' | 'invalid' | 'closed' | 'not-found' | 'moved' | 'busy' | 'storage'
export type Rejection = { code: RejectionCode; reason: string }
export type Ack = { ok: true; seq: number } | { ok: false; error: Rejection }

/** `from: null` means `patch` is the whole view; otherwise a JSON Merge Patch (RFC 7396) on the view at `from`. */
export type Delta = { from: number | null; to: number; patch: unknown }

export const reject = (code: RejectionCode, reason: string): Rejection => ({ code, reason })

export function isRejection(x: unknown): x is Rejection {
  return typeof x === 'object' && x !== null && 'code' in x && 'reason' in x
}

/** 64 KiB: the most a command may weigh as JSON. */
export const COMMAND_MAX_BYTES = 64 * 1024

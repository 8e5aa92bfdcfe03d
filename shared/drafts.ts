/** Work being typed, shown to a trainer who looks over the shoulder: ephemeral, never stored. */
import { z } from 'zod'

const id = z.string().min(1).max(64)
const cell = z.string().max(4000)
const value = z.union([cell, z.array(z.union([cell, z.record(id, cell)])).max(40)])

/** What a client says. `watch` without `copyId`: no more. `draft`: changed fields only, at most every 150 ms. */
export const draftMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('watch'), activityId: id, copyId: id.optional() }),
  z.strictObject({ type: z.literal('draft'), activityId: id, fields: z.record(id, value) }),
  z.strictObject({ type: z.literal('focus'), activityId: id, field: id.optional() }),
])
export type DraftMessage = z.infer<typeof draftMessage>

/** Heavier than this as JSON, a draft is not passed on: what is stored shows soon enough. */
export const DRAFT_MAX_BYTES = 16 * 1024

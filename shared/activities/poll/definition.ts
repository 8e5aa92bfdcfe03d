/** The words of a poll: definition, command, event, views. */
import { z } from 'zod'
import { OPTION_IDS, text } from '../choices.ts'

/**
 * A poll. `scale` polls have one option per degree (a = lowest); `lowLabel`/`highLabel` caption the ends.
 * `named: false` is « sans noms »: names are neither shown nor exported. `compareWith` names an earlier
 * poll with the same options, whose results are shown beside these.
 */
export const pollDefinition = z.strictObject({
  kind: z.literal('poll'),
  title: text(120),
  text: text(400),
  type: z.enum(['single', 'multiple', 'scale']),
  options: z
    .array(z.strictObject({ id: z.enum(OPTION_IDS), text: text(200) }))
    .min(2)
    .max(11)
    .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'each id only once'),
  lowLabel: z.string().max(80).optional(),
  highLabel: z.string().max(80).optional(),
  named: z.boolean(),
  results: z.enum(['live', 'hidden']),
  compareWith: z.string().optional(),
  objective: z.string().optional(),
})
export type PollDefinition = z.infer<typeof pollDefinition>

const questionId = z.string().max(64).optional()
const choice = z.array(z.enum(OPTION_IDS)).max(11)

export const pollCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answer'), questionId, choice }),
  /** The answer of someone who had none, once the results are shown: kept as late. */
  z.strictObject({ type: z.literal('catch-up'), questionId, choice }),
])
export type PollCommand = z.infer<typeof pollCommand>

/** `caughtUp`: late, after the results were shown. */
export type PollAnswered = { type: 'answered'; choice: string[]; late?: true; caughtUp?: true }
export type PollAnswer = { choice: string[]; at: number; late?: true; caughtUp?: true }
export type PollResults = { counts: Record<string, number>; total: number }

/** Part of everyone.activities[id]. `question` while it may be seen; `results` once shown (or live). */
export type PollEveryone = {
  pollType?: 'single' | 'multiple' | 'scale'
  question?: { id: string; text: string; multiple: boolean; options: Record<string, { text: string }> }
  order?: string[]
  named?: boolean
  lowLabel?: string
  highLabel?: string
  compareWith?: string
  liveResults?: boolean
  /** How many have answered (in time). */
  answeredCount: number
  results?: PollResults
}
export type PollMine = { answer?: PollAnswer }
/** `results` live for the trainer; `answers` absent when « sans noms ». `lateResults` counts late answers apart. */
export type PollTrainer = {
  answered: Record<string, true>
  results: PollResults
  answers?: Record<string, PollAnswer>
  definition: PollDefinition
}

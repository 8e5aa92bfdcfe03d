/** The words of a tour de table: definition, commands, events, views. */
import { z } from 'zod'
import { text } from '../choices.ts'

export const MOODS = ['sun', 'cloud', 'rain'] as const

/**
 * Each in turn. `order`: `listed` by enrolment, `drawn` by lot, `quiet` those who have spoken least first, `chosen`
 * by the trainer before it opens (listed until then). `seconds`: time for each turn. `mood`: people may also give
 * the mood or the word of their day.
 */
export const roundtableDefinition = z.strictObject({
  kind: z.literal('roundtable'),
  title: text(120),
  variant: z.enum(['opening', 'closing']),
  prompts: z.array(text(200)).min(1).max(6),
  order: z.enum(['listed', 'drawn', 'quiet', 'chosen']),
  seconds: z.number().int().min(15).max(900).optional(),
  mood: z.enum(['mood', 'word']).optional(),
})
export type RoundtableDefinition = z.infer<typeof roundtableDefinition>

const personId = z.string().min(1).max(64)
const line = z.string().trim().max(280)

export const roundtableCommand = z.discriminatedUnion('type', [
  /** The line kept of one's turn: by the speaker for oneself, or by the trainer for `personId`. Empty: none. */
  z.strictObject({ type: z.literal('line'), personId: personId.optional(), text: line }),
  z.strictObject({
    type: z.literal('mood'),
    mood: z.enum(MOODS).optional(),
    word: z.string().trim().max(40).optional(),
  }),
  /** The order of those who have not spoken yet; before the opening, of everyone. */
  z.strictObject({ type: z.literal('arrange'), order: z.array(personId).min(1).max(60) }),
  /** Gives this person the turn now, whoever has it. */
  z.strictObject({ type: z.literal('call'), personId }),
  /** Later: the person comes back at the end. */
  z.strictObject({ type: z.literal('skip'), personId }),
  z.strictObject({ type: z.literal('absent'), personId, absent: z.boolean() }),
])
export type RoundtableCommand = z.infer<typeof roundtableCommand>

export type RoundtableEvent =
  | { type: 'arranged'; order: string[] }
  /** The turn passes to this person; the one before has spoken. */
  | { type: 'called'; personId: string; seconds?: number }
  /** The last turn is over. */
  | { type: 'finished' }
  /** `free`: it was this person's turn. */
  | { type: 'skipped'; personId: string; free?: true }
  | { type: 'marked'; personId: string; absent: boolean; free?: true }
  | { type: 'noted'; personId: string; text: string }
  | { type: 'felt'; mood?: (typeof MOODS)[number]; word?: string }

/** `waiting`: not yet; `skipped`: comes back at the end. */
export type RoundtableState = 'waiting' | 'speaking' | 'spoken' | 'skipped' | 'absent'

/** Part of everyone.activities[id]: the group sees who speaks, who is next, and the lines kept. */
export type RoundtableEveryone = {
  variant: 'opening' | 'closing'
  prompts: Record<string, string>
  mood?: 'mood' | 'word'
  seconds?: number
  /** Everyone in order, with where they stand; once arranged. */
  order: string[]
  people: Record<string, RoundtableState>
  speaker?: string
  next?: string
  lines: Record<string, string>
  /** How many gave each mood; words sorted by alphabet, without names. */
  moods?: Record<string, number>
  words?: Record<string, string>
  answeredCount: number
}
export type RoundtableMine = {
  state?: RoundtableState
  line?: string
  answer?: { mood?: string; word?: string; at: number }
}
export type RoundtableTrainer = {
  definition: RoundtableDefinition
  answered: Record<string, true>
}

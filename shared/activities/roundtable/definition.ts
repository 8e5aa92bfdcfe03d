/** The words of a tour de table: definition, commands, events, views. */
import { z } from 'zod'
import { text } from '../choices.ts'
import type { Called, Clocked, Turn } from '../turn.ts'
import { LINE_MAX, MOODS, WORD_MAX } from './limits.ts'

export type Mood = (typeof MOODS)[number]

/**
 * Each in turn. `order`: `listed` by enrolment, `drawn` by lot, `quiet` those who have spoken least first, `chosen`
 * by the trainer before it opens (listed until then). `seconds`: time for each turn; nobody is cut off. `mood`:
 * people may also give the mood or the word of their day.
 */
export const roundtableDefinition = z.strictObject({
  kind: z.literal('roundtable'),
  title: text(120),
  variant: z.enum(['opening', 'midday', 'closing']),
  prompts: z.array(text(200)).min(1).max(6),
  order: z.enum(['listed', 'drawn', 'quiet', 'chosen']),
  seconds: z.number().int().min(10).max(900).optional(),
  mood: z.enum(['mood', 'word']).optional(),
})
export type RoundtableDefinition = z.infer<typeof roundtableDefinition>
export type RoundtableOrder = RoundtableDefinition['order']

const personId = z.string().min(1).max(64)

export const roundtableCommand = z.discriminatedUnion('type', [
  /** The line kept of one's turn: by the speaker for oneself, or by the trainer for `personId`. Empty: none. */
  z.strictObject({
    type: z.literal('line'),
    personId: personId.optional(),
    text: z.string().trim().max(LINE_MAX),
  }),
  z.strictObject({
    type: z.literal('mood'),
    mood: z.enum(MOODS).optional(),
    word: z.string().trim().max(WORD_MAX).optional(),
  }),
  /** Passes one's own turn: it comes back at the end, once. */
  z.strictObject({ type: z.literal('pass') }),
  /** In which order people speak. Those it forgets come after. `how` it was made, to say so. */
  z.strictObject({
    type: z.literal('arrange'),
    order: z.array(personId).min(1).max(60),
    how: z.enum(['listed', 'drawn', 'quiet', 'chosen']).default('chosen'),
  }),
  /** Gives this person the turn now, whoever has it. */
  z.strictObject({ type: z.literal('call'), personId }),
  /** The same as `pass`, for somebody else. */
  z.strictObject({ type: z.literal('skip'), personId }),
  z.strictObject({ type: z.literal('absent'), personId, absent: z.boolean() }),
  /** The clock of the turn under way. */
  z.strictObject({ type: z.literal('more'), seconds: z.number().int().min(5).max(600) }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
])
export type RoundtableCommand = z.infer<typeof roundtableCommand>

/** `free`: it was this person's turn. */
export type RoundtableEvent =
  | { type: 'arranged'; order: string[]; how: RoundtableOrder }
  /** The turn passes to this person; the one before has spoken. */
  | Called
  /** The clock of the turn under way is set. */
  | Clocked
  /** The last turn is over, and the tour de table with it. `cut`: the close ended it, nobody knows when. */
  | { type: 'finished'; cut?: true }
  /** `final`: it does not come back. */
  | { type: 'skipped'; personId: string; free?: true; final?: true }
  | { type: 'marked'; personId: string; absent: boolean; free?: true }
  | { type: 'noted'; personId: string; text: string }
  | { type: 'felt'; mood?: Mood; word?: string }

/** `waiting`: not yet; `skipped`: comes back at the end; `passed`: said nothing. */
export type RoundtableStanding = 'waiting' | 'speaking' | 'spoken' | 'skipped' | 'passed' | 'absent'

/** Part of everyone.activities[id]: the group sees who speaks and who is next. Lines are not the group's. */
export type RoundtableEveryone = {
  variant: RoundtableDefinition['variant']
  prompts: Record<string, string>
  mood?: 'mood' | 'word'
  seconds?: number
  /** Everyone in order, with where they stand; once arranged. */
  order: string[]
  people: Record<string, RoundtableStanding>
  speaker?: string
  turn?: Turn
  next?: string
  /** How many gave each mood; words sorted by alphabet, without names. */
  moods?: Record<string, number>
  words?: Record<string, string>
  answeredCount: number
}
/** `byTrainer`: the line was written for this person. */
export type RoundtableLine = { text: string; at: number; byTrainer?: true }
export type RoundtableFeeling = { mood?: Mood; word?: string; at: number }
export type RoundtableMine = {
  state?: RoundtableStanding
  line?: RoundtableLine
  answer?: RoundtableFeeling
}
/** `answers`: the mood or the word of each. `spent`: ms each has spoken in this tour de table. */
export type RoundtableTrainer = {
  definition: RoundtableDefinition
  answered: Record<string, true>
  answers: Record<string, RoundtableFeeling>
  lines: Record<string, RoundtableLine>
  spent: Record<string, number>
  arranged?: { how: RoundtableOrder; at: number }
}

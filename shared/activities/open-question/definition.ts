/** The words of an open question: definition, commands, events, views. */
import { z } from 'zod'
import { text } from '../choices.ts'

const key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/i, 'a letter, then letters, digits and hyphens')

/**
 * Free answers, shown as a list or a word cloud. `moderated`: the trainer lets each through before it shows.
 * `variant: 'case'` (« cas réel »): each person brings a case of their own; the trainer picks one to the
 * stage and the group contributes to it. `named: false`: nobody sees who wrote what. `perPerson`: how many
 * answers each person may give. `votes`: people may support answers.
 */
export const openQuestionDefinition = z.strictObject({
  kind: z.literal('open-question'),
  title: text(120),
  text: text(400),
  display: z.enum(['list', 'cloud']),
  variant: z.literal('case').optional(),
  moderated: z.boolean(),
  named: z.boolean(),
  results: z.enum(['live', 'hidden']),
  perPerson: z.number().int().min(1).max(5),
  maxLength: z.number().int().min(10).max(2000),
  votes: z.boolean(),
  objective: z.string().max(64).optional(),
})
export type OpenQuestionDefinition = z.infer<typeof openQuestionDefinition>

/** A person's own numbered places: writing in one again replaces what stood there. */
export const SLOTS = ['s1', 's2', 's3', 's4', 's5'] as const
const slot = z.enum(SLOTS)

export const openQuestionCommand = z.discriminatedUnion('type', [
  /** An answer (or a case) in one of one's places; empty text takes it back. */
  z.strictObject({ type: z.literal('answer'), questionId: slot, text: z.string().trim().max(2000) }),
  /** A contribution to the case on stage; `questionId` is one's place among contributions to that case. */
  z.strictObject({
    type: z.literal('contribute'),
    on: key,
    questionId: slot,
    text: z.string().trim().max(2000),
  }),
  /** One's answer once everything is revealed: kept as late, seen by its author and the trainer. */
  z.strictObject({ type: z.literal('catch-up'), questionId: slot, text: z.string().trim().min(1).max(2000) }),
  z.strictObject({ type: z.literal('vote'), groupId: key, on: z.boolean() }),
  /** Moderation: lets entries through, or takes them off again. */
  z.strictObject({ type: z.literal('show'), entryIds: z.array(key).min(1).max(100), shown: z.boolean() }),
  z.strictObject({ type: z.literal('merge'), from: key, into: key }),
  z.strictObject({ type: z.literal('split'), entryId: key }),
  /** Puts a case (or an answer) alone on the stage; without `groupId`, back to all. */
  z.strictObject({ type: z.literal('pick'), groupId: key.optional() }),
])
export type OpenQuestionCommand = z.infer<typeof openQuestionCommand>

/** Entry and group ids (`e1`, `e2`…) are given by order of arrival: they say nothing of who wrote. */
export type OpenQuestionEvent =
  | {
      type: 'written'
      entryId: string
      slot: string
      text: string
      on?: string
      late?: true
      caughtUp?: true
    }
  | { type: 'withdrawn'; entryId: string }
  | { type: 'voted'; groupId: string; on: boolean }
  | { type: 'shown'; entryIds: string[]; shown: boolean }
  | { type: 'merged'; from: string; into: string }
  | { type: 'split'; entryId: string }
  | { type: 'picked'; groupId?: string }

/** Near-identical answers are one group, under the id and the words of its first entry. */
export type OpenQuestionGroup = { text: string; count: number; votes: number; order: number }

/** Part of everyone.activities[id]: only what has been let through and may show. Never a name. */
export type OpenQuestionEveryone = {
  question: { id: string; text: string; multiple: boolean; options: Record<string, never> }
  display: 'list' | 'cloud'
  variant?: 'case'
  moderated: boolean
  named: boolean
  votes: boolean
  perPerson: number
  maxLength: number
  liveResults?: true
  /** People who have written at least one answer in time. */
  answeredCount: number
  groups?: Record<string, OpenQuestionGroup>
  /** The case or answer alone on the stage, and what the group brings to it. */
  picked?: { id: string; text: string; contributions: Record<string, OpenQuestionGroup> }
}

export type OpenQuestionEntry = {
  text: string
  at: number
  late?: true
  caughtUp?: true
  /** It shows to all, or waits for the trainer. */
  shown: boolean
}
export type OpenQuestionMine = {
  /** One's first answer. */
  answer?: OpenQuestionEntry
  /** One's answers by place (s1…). */
  entries: Record<string, OpenQuestionEntry>
  /** One's contributions by case, then by place. */
  contributions: Record<string, Record<string, OpenQuestionEntry>>
  /** Groups one supports. */
  votes: Record<string, true>
}

export type OpenQuestionTrainer = {
  definition: OpenQuestionDefinition
  answered: Record<string, true>
  /** First answer by person; absent when « sans noms ». */
  answers?: Record<string, OpenQuestionEntry>
  /** Every entry; `personId` absent when « sans noms ». `groupId`: the group it counts in. */
  entries: Record<
    string,
    OpenQuestionEntry & { groupId: string; order: number; on?: string; personId?: string }
  >
  groups: Record<string, OpenQuestionGroup & { shown: boolean; on?: string }>
  picked?: string
}

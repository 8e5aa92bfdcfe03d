/** The words of a presentation: definition, commands, events, views. */
import { z } from 'zod'
import { key, text } from '../choices.ts'
import type { Called, Clocked, Turn } from '../turn.ts'
import { FEEDBACK_MAX, SUBJECT_MAX } from './limits.ts'

/**
 * Each person takes the stage in turn and is graded on a grid. `levels`, from the lowest to the highest, are the same
 * for every criterion. `seconds`: time for each; nobody is cut off.
 */
export const presentationDefinition = z.strictObject({
  kind: z.literal('presentation'),
  title: text(120),
  instructions: text(1000),
  seconds: z.number().int().min(30).max(3600).optional(),
  moment: z.enum(['placement', 'during', 'final']),
  levels: z.array(text(40)).min(2).max(6),
  criteria: z
    .array(z.strictObject({ id: key, text: text(200), objective: key.optional() }))
    .min(1)
    .max(10),
})
export type PresentationDefinition = z.infer<typeof presentationDefinition>

const personId = z.string().min(1).max(64)

export const presentationCommand = z.discriminatedUnion('type', [
  /** What I am going to talk about. Empty: not said. */
  z.strictObject({ type: z.literal('subject'), text: z.string().trim().max(SUBJECT_MAX) }),
  /** This person takes the stage and the floor; whoever presented has finished. */
  z.strictObject({ type: z.literal('call'), personId }),
  /** The presentation under way is over. */
  z.strictObject({ type: z.literal('stop') }),
  /** Does not present, or does after all. */
  z.strictObject({ type: z.literal('skip'), personId, skipped: z.boolean() }),
  /** `level` from 1, the lowest; without it, not graded any more. */
  z.strictObject({
    type: z.literal('grade'),
    personId,
    criterionId: key,
    level: z.number().int().min(1).max(6).optional(),
  }),
  z.strictObject({ type: z.literal('feedback'), personId, text: z.string().trim().max(FEEDBACK_MAX) }),
  /** The person may read their grades and the feedback: once and for all. */
  z.strictObject({ type: z.literal('release'), personId }),
  z.strictObject({ type: z.literal('more'), seconds: z.number().int().min(5).max(600) }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
])
export type PresentationCommand = z.infer<typeof presentationCommand>

export type PresentationEvent =
  | { type: 'arranged'; order: string[] }
  | Called
  /** `cut`: the close ended it. */
  | { type: 'stopped'; cut?: true }
  | Clocked
  | { type: 'skipped'; personId: string; skipped: boolean; free?: true }
  | { type: 'announced'; text: string }
  | { type: 'graded'; personId: string; criterionId: string; level?: number }
  | { type: 'told'; personId: string; text: string }
  | { type: 'released'; personId: string }

export type PresentationStanding = 'waiting' | 'presenting' | 'done' | 'skipped'

/** Part of everyone.activities[id]: who presents what, who is next, on which grid. Grades are nobody else's. */
export type PresentationEveryone = {
  instructions: string
  seconds?: number
  /** Labels by level: l1 is the lowest. */
  levels: Record<string, string>
  criteria: Record<string, { text: string; n: number }>
  order: string[]
  people: Record<string, PresentationStanding>
  speaker?: string
  /** Of the presentation under way. */
  subject?: string
  turn?: Turn
  next?: string
  answeredCount: number
}
/** Levels by criterion, from 1. `at`: the last change, ms since 1970. */
export type PresentationSheet = { grades: Record<string, number>; feedback?: string; at: number }
export type PresentationMine = {
  state?: PresentationStanding
  subject?: { text: string; at: number }
  /** Once released. */
  sheet?: PresentationSheet
}
export type PresentationTrainer = {
  definition: PresentationDefinition
  answered: Record<string, true>
  sheets: Record<string, PresentationSheet & { releasedAt?: number }>
  subjects: Record<string, { text: string; at: number }>
  /** ms each has presented. */
  spent: Record<string, number>
}

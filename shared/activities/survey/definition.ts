/** The words of a questionnaire: definition, commands, events, views. */
import { z } from 'zod'
import { key, OPTION_IDS, text } from '../choices.ts'
import { TEXT_MAX } from './limits.ts'

/** `grade`: 1 to 4, worst to best. `nps`: 0 to 10. Points of a scale are ids too: `g1`…`g4`, `n0`…`n10`. */
const surveyItem = z.discriminatedUnion('type', [
  z.strictObject({ id: key, type: z.literal('grade'), text: text(300), required: z.boolean() }),
  z.strictObject({ id: key, type: z.literal('nps'), text: text(300), required: z.boolean() }),
  z.strictObject({
    id: key,
    type: z.literal('choice'),
    text: text(300),
    required: z.boolean(),
    multiple: z.boolean(),
    options: z
      .array(z.strictObject({ id: z.enum(OPTION_IDS), text: text(200) }))
      .min(2)
      .max(11)
      .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'each id only once'),
  }),
  z.strictObject({ id: key, type: z.literal('text'), text: text(300), required: z.boolean() }),
])
export type SurveyItem = z.infer<typeof surveyItem>

/**
 * A questionnaire filled in once by each person. `anonymous`: a return goes to the ballot box, never to the log, and
 * under `MIN_RETURNS` nothing is shown of what was answered. `low`/`high` caption the ends of grades.
 */
export const surveyDefinition = z.strictObject({
  kind: z.literal('survey'),
  title: text(120),
  intro: text(600).optional(),
  anonymous: z.boolean(),
  /** `cold`: sent some months after the class, never asked in it. */
  moment: z.enum(['hot', 'cold']),
  low: text(60).optional(),
  high: text(60).optional(),
  items: z
    .array(surveyItem)
    .min(1)
    .max(30)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'each item id only once'),
})
export type SurveyDefinition = z.infer<typeof surveyDefinition>

export { MIN_RETURNS } from './limits.ts'

const answers = z.record(
  key,
  z.union([
    z.strictObject({ value: z.number().int().min(0).max(10) }),
    z.strictObject({ choice: z.array(z.enum(OPTION_IDS)).max(11) }),
    z.strictObject({ text: z.string().trim().max(TEXT_MAX) }),
    z.strictObject({ abstains: z.literal(true) }),
  ]),
)
/**
 * One's answers by item: `{ value }` for grades and NPS, `{ choice }`, `{ text }`, `{ abstains }` (« ne se prononce
 * pas », not on a required item). Items left out: no answer.
 */
export type SurveyAnswers = z.infer<typeof answers>

/** 32 random bytes in hexadecimal, made and kept by the device that returns the questionnaire. */
const ballotId = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')

export const surveyCommand = z.discriminatedUnion('type', [
  /** Hands the questionnaire in. `ballotId` if and only if it is anonymous. A named one may be handed in again. */
  z.strictObject({ type: z.literal('return'), answers, ballotId: ballotId.optional() }),
  /** Anonymous: replaces what the ballot says, until the close; nothing enters the log. */
  z.strictObject({ type: z.literal('amend'), answers, ballotId }),
])
export type SurveyCommand = z.infer<typeof surveyCommand>

export type SurveyEvent =
  /** Anonymous: no `answers`. */
  | { type: 'returned'; answers?: SurveyAnswers; late?: true }
  /** Written by the system at the close: every ballot, sorted by its key, which is not kept. */
  | { type: 'collected'; ballots: SurveyAnswers[] }

/**
 * Of one item, over the people who have an opinion on it; `abstained`: how many said they have none. `counts` by point
 * or option id. `texts`: verbatims, sorted by alphabet.
 */
export type SurveyResult = {
  total: number
  abstained?: number
  counts?: Record<string, number>
  /** Mean of grades. */
  mean?: number
  /** Promoters (9–10) − detractors (0–6), in points from −100 to 100. */
  nps?: number
  texts?: Record<string, string>
}
/** `few`: anonymous and under MIN_RETURNS, nothing of the answers may be shown. */
export type SurveyResults = { returns: number; few?: true; items?: Record<string, SurveyResult> }

export type SurveyItemView = {
  id: string
  order: number
  type: 'grade' | 'nps' | 'choice' | 'text'
  text: string
  required: boolean
  multiple?: true
  options?: Record<string, { text: string }>
  optionOrder?: string[]
}

/** Part of everyone.activities[id]. Results only once revealed, and never the verbatims: those are the trainer's. */
export type SurveyEveryone = {
  anonymous: boolean
  intro?: string
  low?: string
  high?: string
  /** From the opening on. */
  items?: Record<string, SurveyItemView>
  answeredCount: number
  results?: SurveyResults
}
/** Named: one's answers. Anonymous: only that one has handed in, and when (`at` 0: not stored yet). */
export type SurveyMine = { answer?: { at: number; late?: true; answers?: SurveyAnswers } }
/** `results` once closed (anonymous: once collected). `returns` by person when named. */
export type SurveyTrainer = {
  definition: SurveyDefinition
  answered: Record<string, true>
  results?: SurveyResults
  /** Named only. */
  answers?: Record<string, { at: number; late?: true; answers: SurveyAnswers }>
}

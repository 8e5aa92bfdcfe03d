/** The words of a QCM: definition, commands, events, views. */
import { z } from 'zod'
import { OPTION_IDS, text } from '../choices.ts'

/** Ids of questions and objectives become keys of views: never integer-like, never empty. */
const key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/i, 'a letter, then letters, digits and hyphens')

const mcqQuestion = z
  .strictObject({
    id: key,
    text: text(500),
    multiple: z.boolean(),
    options: z
      .array(z.strictObject({ id: z.enum(OPTION_IDS), text: text(300), right: z.boolean() }))
      .min(2)
      .max(8)
      .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'each id only once')
      .refine((options) => new Set(options.map((o) => o.text)).size === options.length, 'each text only once')
      .refine((options) => options.some((option) => option.right), 'at least one right option'),
    explanation: text(1200).optional(),
    objective: key.optional(),
  })
  .refine(
    ({ multiple, options }) => multiple || options.filter((option) => option.right).length === 1,
    'exactly one right option unless multiple',
  )
export type McqQuestion = z.infer<typeof mcqQuestion>

/**
 * A series of questions. `pace: 'trainer'`: one question on stage at a time; `'learner'`: all are open and
 * each person submits. `seconds`: time limit, per question (trainer) or for the whole (learner).
 * `threshold`: percentage from which the series counts as passed. `correction` (learner's pace): the person
 * gets their own correction as soon as they submit, or with everybody at the reveal.
 */
export const mcqDefinition = z.strictObject({
  kind: z.literal('mcq'),
  title: text(120),
  pace: z.enum(['trainer', 'learner']),
  moment: z.enum(['placement', 'during', 'final']),
  questions: z
    .array(mcqQuestion)
    .min(1)
    .max(60)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each question id only once'),
  seconds: z.number().int().min(5).max(14_400).optional(),
  threshold: z.number().int().min(1).max(100).optional(),
  correction: z.enum(['on-submit', 'on-reveal']),
})
export type McqDefinition = z.infer<typeof mcqDefinition>

const choice = z.array(z.enum(OPTION_IDS)).max(8)

export const mcqCommand = z.discriminatedUnion('type', [
  /** `questionId` may be left out when the trainer sets the pace: the question on stage. */
  z.strictObject({ type: z.literal('answer'), questionId: key.optional(), choice }),
  /** Learner's pace: hands the sheet in. Nothing changes afterwards. */
  z.strictObject({ type: z.literal('submit') }),
  /** A question one missed, once it is revealed: kept as late. */
  z.strictObject({ type: z.literal('catch-up'), questionId: key, choice }),
  /** « Reprendre cette question » : asked once more, the first answers stay and count. */
  z.strictObject({ type: z.literal('retake'), questionId: key }),
  /** The trainer's words under a question, to one person or to all; empty text takes them back. */
  z.strictObject({
    type: z.literal('feedback'),
    questionId: key,
    personId: z.string().min(1).max(64).optional(),
    text: z.string().trim().max(1000),
  }),
])
export type McqCommand = z.infer<typeof mcqCommand>

export type McqEvent =
  | { type: 'answered'; questionId: string; choice: string[]; late?: true; caughtUp?: true }
  | { type: 'submitted'; late?: true }
  | { type: 'explained' }
  /** The next question takes the stage. */
  | { type: 'turned'; questionId: string }
  /** `instead`: of a question that had not been opened, and waits for its turn again. */
  | { type: 'retaken'; questionId: string; instead?: true }
  | { type: 'feedback'; questionId: string; personId?: string; text: string }

/** `late`: after the close. `caughtUp`: after the reveal, privately. Neither counts in the results. */
export type McqAnswer = { choice: string[]; at: number; late?: true; caughtUp?: true }
/** `counts` by option id; `total`: people who answered in time. */
export type McqResults = { counts: Record<string, number>; total: number }

/** A question as it may be asked: no right answer. `order` sorts the options. */
export type McqAsked = {
  id: string
  /** 1-based rank in the series. */
  n: number
  text: string
  multiple: boolean
  options: Record<string, { text: string }>
  order: string[]
}
/** What a reveal adds. `right`: ids of the right options. `before`: results of the first round, once retaken. */
export type McqRevealed = {
  right: string[]
  results: McqResults
  before?: McqResults
  explanation?: string
}

/** Part of everyone.activities[id]: no identity, nothing that is not revealed. */
export type McqEveryone = {
  pace: 'trainer' | 'learner'
  moment: 'placement' | 'during' | 'final'
  /** Number of questions. */
  count: number
  threshold?: number
  /** Learner's pace: the correction comes on submission. */
  correctedOnSubmit?: true
  /** Trainer's pace: the question on stage. */
  question?: McqAsked
  /** Trainer's pace, phase revealed: of the question on stage. `explanation` only after its own step. */
  revealed?: McqRevealed
  /** Trainer's pace: questions already revealed, the one on stage left out. Learner's pace: all, once revealed. */
  past: Record<string, McqAsked & McqRevealed>
  /** Learner's pace, once open: every question. */
  questions?: Record<string, McqAsked>
  /** How many people have answered in time the question on stage (trainer) or handed in (learner). */
  answeredCount: number
  /** The trainer's words to all, by question. */
  feedback: Record<string, string>
  /** The question on stage is asked once more. */
  retaken?: true
}

export type McqCorrection = { right: string[]; explanation?: string; points: number }
export type McqMine = {
  /** Trainer's pace: id of the question on stage. */
  current?: string
  /** Trainer's pace: one's answer to the question on stage. */
  answer?: McqAnswer
  /** One's answers by question: of the last round, or of the one before when it is over without any. */
  answers: Record<string, McqAnswer>
  /** When handed in, ms since 1970 (0: not stored yet). */
  submittedAt?: number
  /** Corrections one may see that are not public: on submission. */
  corrections?: Record<string, McqCorrection>
  /** Over the questions whose right answers one may know. `of`: number of questions in the whole series. */
  score?: { points: number; known: number; of: number }
  /** The trainer's words to this person, by question. */
  feedback?: Record<string, string>
}

/** One person's sheet: points over all questions of the first round, whatever is revealed. */
export type McqSheet = { answers: Record<string, McqAnswer>; submittedAt?: number; points: number }
export type McqTrainer = {
  definition: McqDefinition
  /** Trainer's pace: who has answered the question on stage. Learner's pace: who has handed in. */
  answered: Record<string, true>
  /** Trainer's pace: the answers to the question on stage, by person. */
  answers: Record<string, McqAnswer>
  sheets: Record<string, McqSheet>
  /** In time, last round, by question. */
  results: Record<string, McqResults>
  /** First round of the questions retaken, by question. */
  before: Record<string, McqResults>
  feedback: Record<string, { all?: string; people: Record<string, string> }>
  /** Trainer's pace: id of the question on stage, and whether its explanation is shown. */
  current?: string
  explained?: true
}

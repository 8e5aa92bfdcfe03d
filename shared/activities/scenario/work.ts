/** A mise en situation at work: commands, events, views. */
import { z } from 'zod'
import { key } from '../choices.ts'
import { type Field, type FieldValue, fieldValue, type ScenarioDefinition } from './definition.ts'

const note = z.string().trim().max(1000)
const copyId = key
const personId = z.string().min(1).max(64)

export const scenarioCommand = z.discriminatedUnion('type', [
  /**
   * What was typed since the last one, at most every 2 s. `base`: the version of the field it was typed over (0: none);
   * when somebody, or another device, has written meanwhile, the later one stands and the other is kept beside it.
   */
  z.strictObject({
    type: z.literal('write'),
    fields: z.record(key, z.strictObject({ value: fieldValue, base: z.number().int().min(0) })),
  }),
  /** « Je bloque », on a field or in general. */
  z.strictObject({
    type: z.literal('stuck'),
    on: z.boolean(),
    field: key.optional(),
    text: z.string().trim().max(280).optional(),
  }),
  z.strictObject({ type: z.literal('hint'), field: key }),
  /** A final action: « Enregistrer », « Valider et envoyer »… */
  z.strictObject({ type: z.literal('act'), action: key }),
  /** Chooses between the two versions of a field. */
  z.strictObject({ type: z.literal('settle'), field: key, keep: z.enum(['current', 'other']) }),
  /** The trainer's words under a field of a copy; empty text takes them back. */
  z.strictObject({ type: z.literal('comment'), copyId, field: key, text: note }),
  z.strictObject({ type: z.literal('send-back'), copyId, note }),
  z.strictObject({ type: z.literal('accept'), copyId, note: note.optional() }),
  /** A check read otherwise by the trainer, with the reason; without `pass`, back to what the check says. */
  z.strictObject({
    type: z.literal('override'),
    copyId,
    check: key,
    pass: z.boolean().optional(),
    reason: z.string().trim().max(400),
  }),
  /** The model answer, to one copy or to all. */
  z.strictObject({ type: z.literal('release'), copyId: copyId.optional() }),
  /** One copy on the stage, without anybody's name; without `copyId`, none. */
  z.strictObject({ type: z.literal('show'), copyId: copyId.optional() }),
  /** A message to everyone at work. */
  z.strictObject({ type: z.literal('announce'), text: note }),
  /** Gives the roles: teams of people, each with the roles they hold. */
  z.strictObject({
    type: z.literal('cast'),
    teams: z
      .array(z.record(personId, z.array(key).min(1)))
      .min(1)
      .max(30),
  }),
])
export type ScenarioCommand = z.infer<typeof scenarioCommand>

export type ScenarioEvent =
  /** Teams and their copies; copy ids (`c1`…) are drawn so that they follow no order of people. */
  | { type: 'cast'; copies: Record<string, Record<string, string[]>> }
  /** A person's first gesture, when there are no roles. */
  | { type: 'begun'; copyId: string }
  | { type: 'written'; copyId: string; fields: Record<string, { value: FieldValue; base: number }> }
  | { type: 'stuck'; copyId: string; on: boolean; field?: string; text?: string }
  | { type: 'hinted'; copyId: string; field: string }
  | { type: 'acted'; copyId: string; action: string; late?: true }
  | { type: 'settled'; copyId: string; field: string; keep: 'current' | 'other' }
  | { type: 'commented'; copyId: string; field: string; text: string }
  | { type: 'sent-back'; copyId: string; note: string }
  | { type: 'accepted'; copyId: string; note?: string }
  | { type: 'overridden'; copyId: string; check: string; pass?: boolean; reason: string }
  | { type: 'released'; copyId?: string }
  | { type: 'shown'; copyId?: string }
  | { type: 'announced'; text: string }

/** `other`: the losing side of an edit made on two devices. */
export type Written = {
  value: FieldValue
  v: number
  at: number
  by: string
  other?: { value: FieldValue; at: number; by: string }
}

/** Where a copy stands for the trainer. */
export type CopyState = 'not-started' | 'working' | 'stuck' | 'submitted' | 'returned' | 'accepted'
export type Verdict = 'done' | 'partial' | 'again'

/** One time the copy was sent. `wrong`: fields in error then. */
export type Attempt = {
  at: number
  /** Sent after the close: outside the outcomes. */
  late?: true
  by: string
  action: string
  verdict: Verdict
  wrong: string[]
  right: number
  of: number
  values: Record<string, FieldValue>
}

/** What a check says of a copy. `overridden`: the trainer reads it otherwise. */
export type CheckResult = { ok: boolean; message: string; field?: string; overridden?: { reason: string } }

/** The form as everybody may see it: no check, no expected answer, no hint, no document of a role. */
export type Sheet = {
  context: string
  task?: string
  today: string
  fictitious: boolean
  actors: ScenarioDefinition['actors']
  roles: { id: string; title: string }[]
  documents: ScenarioDefinition['documents']
  steps: ScenarioDefinition['steps']
  /** `hints`: how many there are. */
  fields: (Omit<Field, 'hints' | 'before'> & { hints: number })[]
  actions: ScenarioDefinition['actions']
}

export type Model = { values: Record<string, FieldValue>; comment: string; expected: Record<string, string> }

/** Part of everyone.activities[id]. */
export type ScenarioEveryone = {
  /** From the opening on. */
  sheet?: Sheet
  /** How many copies are begun, and how many were sent. What became of them is for their authors and the trainer. */
  begunCount: number
  answeredCount: number
  /** One copy on the stage: values only, marks by field, nothing that says whose it is. */
  shown?: { values: Record<string, FieldValue>; wrong: Record<string, string> }
  announcement?: { text: string; at: number }
  /** Released to all. */
  model?: Model
}

export type ScenarioMine = {
  copy?: {
    /** Who works on it with me (personIds), and the roles each holds. */
    members: Record<string, string[]>
    /** Role whose turn it is. */
    holder?: string
    values: Record<string, Written>
    status: { id: string; label: string }
    /** Fields I may change now, and final actions I may take now. */
    editable: string[]
    actions: string[]
    /** Where the copy stands. */
    state: CopyState
    /** Checks I may see now, by check id. */
    results: Record<string, CheckResult>
    hints: Record<string, string[]>
    stuck?: { field?: string; text?: string; at: number }
    comments: Record<string, { text: string; at: number }>
    /** The simulated client's answers, in order (r1…). */
    replies: Record<string, { text: string; at: number }>
    attempts: Record<string, { at: number; verdict: Verdict; right: number; of: number; wrong: string[] }>
    returned?: { note: string; at: number }
    accepted?: { note?: string; at: number }
    verdict?: { verdict: Verdict; text: string }
    /** A draft that was only saved: nobody has it. */
    savedOnly?: true
  }
  /** My roles and their briefs, and what only they may consult. */
  roles?: Record<string, { title: string; brief: string }>
  documents?: ScenarioDefinition['documents']
  model?: Model
  /** Present once I have sent it. */
  answer?: { at: number }
}

export type TrainerCopy = {
  members: Record<string, string[]>
  holder?: string
  state: CopyState
  status: { id: string; label: string }
  values: Record<string, Written>
  /** Every check, trainer's own ones too. */
  results: Record<string, CheckResult>
  /** Usual mistakes recognised, by mistake id. */
  mistakes: Record<string, string>
  filled: number
  /** Steps that have something in them. */
  step?: string
  startedAt?: number
  lastAt?: number
  stuck?: { field?: string; text?: string; at: number }
  hints: Record<string, number>
  comments: Record<string, { text: string; at: number }>
  attempts: Record<string, Attempt>
  replies: Record<string, { text: string; at: number }>
  /** The last final action done; `savedOnly`: it only kept a draft. */
  action?: string
  savedOnly?: true
  returned?: { note: string; at: number }
  accepted?: { note?: string; at: number }
  verdict?: Verdict
  released?: true
}
export type ScenarioTrainer = {
  definition: ScenarioDefinition
  answered: Record<string, true>
  copies: Record<string, TrainerCopy>
  /** The group's picture: how many copies are wrong in each field that has something in it. */
  wrong: Record<string, number>
  shown?: string
  released?: true
}

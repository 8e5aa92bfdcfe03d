/**
 * A mise en situation: definition. A form to fill in from documents, checked field by field, sent, perhaps returned by
 * a simulated client, and corrected by the trainer.
 */
import { z } from 'zod'
import { key, text } from '../choices.ts'

/** A day of the exercise, « 2026-11-17 ». */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as 2026-11-17')

/** A value of a choice is what its author writes (`A1`, `SCOL-01`): kept as text, leading zeros too. */
const code = z.string().trim().min(1).max(80)

/**
 * What stands in a field, always as text so that « 000123 » and « 2 148,00 » stay as typed; several values for
 * `choices` and `attachments`; rows for `lines` (each cell as typed).
 */
export const fieldValue = z.union([
  z.string().max(4000),
  z.array(z.string().max(200)).max(40),
  z.array(z.record(key, z.string().max(300))).max(40),
])
export type FieldValue = z.infer<typeof fieldValue>

const fieldBase = {
  id: key,
  label: text(120),
  help: text(300).optional(),
  /** Step of the form where it stands. */
  step: key,
  required: z.boolean(),
  /** What stands there at the start (things that come back). */
  before: fieldValue.optional(),
  /** Hints, given one at a time. */
  hints: z.array(text(300)).max(5),
}
const options = z
  .array(z.strictObject({ value: code, label: text(160) }))
  .min(2)
  .max(40)

/** Characters and ranges alone: what could close the class would make another expression, maybe an endless one. */
export function isCharacterClass(alphabet: string): boolean {
  if (/[[\]\\]/.test(alphabet)) return false
  try {
    return Boolean(new RegExp(`^[${alphabet}]*$`, 'u'))
  } catch {
    return false
  }
}

export const field = z.discriminatedUnion('type', [
  z.strictObject({ ...fieldBase, type: z.literal('text'), max: z.number().int().min(1).max(300) }),
  z.strictObject({ ...fieldBase, type: z.literal('long-text'), max: z.number().int().min(1).max(4000) }),
  z.strictObject({ ...fieldBase, type: z.literal('choice'), options }),
  z.strictObject({ ...fieldBase, type: z.literal('choices'), options }),
  z.strictObject({ ...fieldBase, type: z.literal('date') }),
  /** Cents in checks, « 2 148,00 » on screen. */
  z.strictObject({ ...fieldBase, type: z.literal('money') }),
  z.strictObject({ ...fieldBase, type: z.literal('percent') }),
  z.strictObject({ ...fieldBase, type: z.literal('number') }),
  z.strictObject({ ...fieldBase, type: z.literal('siret') }),
  z.strictObject({ ...fieldBase, type: z.literal('vat') }),
  z.strictObject({ ...fieldBase, type: z.literal('iban') }),
  /** `alphabet`: the characters allowed, as in a regular expression class (`A-Z0-9_/+-`). */
  z.strictObject({
    ...fieldBase,
    type: z.literal('identifier'),
    max: z.number().int().min(1).max(100),
    alphabet: z
      .string()
      .min(1)
      .max(60)
      .refine(isCharacterClass, 'characters as in a class: A-Z0-9_')
      .optional(),
  }),
  /** Rows with the cells `label`, `quantity`, `price`, `rate`; totals are computed. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('lines'),
    rates: z.array(z.number().min(0).max(100)).min(1).max(6),
  }),
  /** Picked from `files`: `name` with its extension, `bytes` its weight. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('attachments'),
    files: z
      .array(z.strictObject({ name: text(120), bytes: z.number().int().min(1), note: text(200).optional() }))
      .min(1)
      .max(20),
  }),
])
export type Field = z.infer<typeof field>
/** What must hold of one field. Money in cents, percentages as 5.5, days as text. */
export const rule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('filled') }),
  /** Its own format: key of a SIRET, of a VAT number, of an IBAN; a real day; length and alphabet. */
  z.strictObject({ type: z.literal('valid') }),
  z.strictObject({ type: z.literal('equals'), value: fieldValue }),
  z.strictObject({ type: z.literal('one-of'), values: z.array(z.string()).min(1).max(40) }),
  z.strictObject({ type: z.literal('not-one-of'), values: z.array(z.string()).min(1).max(40) }),
  /** Bounds are typed as in the field (« 22 200,00 », « 2026-11-17 »). */
  z.strictObject({ type: z.literal('range'), min: z.string().optional(), max: z.string().optional() }),
  z.strictObject({ type: z.literal('unchanged') }),
  z.strictObject({ type: z.literal('same-as'), field: key }),
  /** Sum of fields, less others. */
  z.strictObject({ type: z.literal('sum'), of: z.array(key).min(1).max(20), less: z.array(key).max(20) }),
  /** `rate` % of a field, rounded to the cent. */
  z.strictObject({ type: z.literal('rate'), of: key, rate: z.number() }),
  /** Total of a table of lines: `net`, `vat` or `gross`, of all lines or of those at one rate. */
  z.strictObject({
    type: z.literal('lines-total'),
    lines: key,
    total: z.enum(['net', 'vat', 'gross']),
    rate: z.number().optional(),
  }),
  /** So many days after a day given here, or that stands in a field. */
  z.strictObject({
    type: z.literal('days-after'),
    day: z.union([day, z.strictObject({ field: key })]),
    days: z.number().int().min(-36_600).max(36_600),
  }),
  /** Each group of words: at least one of them is in the text (case and accents aside). */
  z.strictObject({
    type: z.literal('mentions'),
    groups: z
      .array(z.array(text(80)).min(1).max(12))
      .min(1)
      .max(12),
  }),
  z.strictObject({ type: z.literal('avoids'), words: z.array(text(80)).min(1).max(20) }),
  /** `choices`, `attachments`: all of these, and nothing else when `only`. */
  z.strictObject({
    type: z.literal('includes'),
    values: z.array(z.string()).min(1).max(20),
    only: z.boolean(),
  }),
  /** Attachments: names of at most so many characters, weights of at most so many bytes. */
  z.strictObject({
    type: z.literal('fits'),
    nameMax: z.number().int().optional(),
    bytesMax: z.number().int().optional(),
  }),
])
export type Rule = z.infer<typeof rule>

/** Something that is the case in a copy: of a field, the last final action taken, or checks that all hold. */
export const condition = z.union([
  z.strictObject({ field: key, rule, not: z.literal(true).optional() }),
  z.strictObject({ checks: z.array(key).min(1).max(40), not: z.literal(true).optional() }),
  z.strictObject({ action: key, not: z.literal(true).optional() }),
])
export type Condition = z.infer<typeof condition>

/**
 * A check. `field` is where its message shows. `critical`: an error here alone asks for the exercise to be taken up
 * again. `when`: it counts only if all of these hold (the recipient's rules). `show`: as soon as the field is left, on
 * submission, or to the trainer alone. `action` instead of `rule`: the final action must be this one.
 */
export const check = z.strictObject({
  id: key,
  field: key.optional(),
  rule: rule.optional(),
  action: key.optional(),
  message: text(400),
  /** What was expected, in words, for the trainer and the model answer. */
  expected: text(400).optional(),
  objective: key.optional(),
  critical: z.boolean(),
  when: z.array(condition).max(6),
  show: z.enum(['at-once', 'on-submission', 'trainer']),
})
export type Check = z.infer<typeof check>

/** A final action. `sends`: the copy leaves (it is submitted); otherwise it stays a draft that nobody sees. */
export const action = z.strictObject({
  id: key,
  label: text(60),
  sends: z.boolean(),
  /** Passes the copy on to this role. */
  passTo: key.optional(),
})

/** Where the file stands, as Chorus Pro would say. `editable`: fields that may be changed there. */
export const status = z.strictObject({
  id: key,
  label: text(60),
  editable: z.union([z.literal('all'), z.array(key).max(60)]),
  /** Final actions offered there. */
  actions: z.array(key).max(6),
})
/** The first move whose conditions hold is taken when the action is done; `reply` is the simulated client's. */
export const move = z.strictObject({
  action: key,
  from: key,
  to: key,
  when: z.array(condition).max(12),
  /** `right`: every check that shows to the learner holds; `wrong`: at least one does not. */
  if: z.enum(['right', 'wrong']).optional(),
  reply: text(500).optional(),
})

/** To be consulted beside the work. `file`: name under /api/files. `roles`: only these see it. */
const scenarioDocument = z.strictObject({
  id: key,
  title: text(80),
  type: z.enum(['markdown', 'image', 'pdf']),
  /** Sanitised HTML of a Markdown document. */
  html: z.string().max(60_000).optional(),
  file: z.string().max(200).optional(),
  alt: z.string().max(300).optional(),
  roles: z.array(key).max(8),
})

export const scenarioDefinition = z.strictObject({
  kind: z.literal('scenario'),
  title: text(120),
  /** What one works on, « Nous sommes le … » left out: `today` says it. */
  context: text(2000),
  task: text(600).optional(),
  today: day,
  /** « Données fictives » is shown when true. */
  fictitious: z.boolean(),
  objective: key.optional(),
  seconds: z.number().int().min(30).max(14_400).optional(),
  actors: z
    .array(
      z.strictObject({
        role: text(60),
        name: text(160),
        siret: code.optional(),
        vat: code.optional(),
        iban: code.optional(),
        address: text(200).optional(),
      }),
    )
    .max(12),
  /** Two or more: people share a copy in a team, each with a role; the copy is passed on from one to the next. */
  roles: z.array(z.strictObject({ id: key, title: text(80), brief: text(800) })).max(6),
  /** How roles are given: by lot, or chosen by the trainer. */
  casting: z.enum(['drawn', 'chosen']),
  documents: z.array(scenarioDocument).max(12),
  /** `role`: who fills this step in. */
  steps: z
    .array(z.strictObject({ id: key, title: text(80), role: key.optional() }))
    .min(1)
    .max(12),
  fields: z.array(field).min(1).max(60),
  checks: z.array(check).min(1).max(80),
  actions: z.array(action).min(1).max(8),
  start: key,
  statuses: z.array(status).min(1).max(12),
  moves: z.array(move).max(24),
  /** Usual mistakes, recognised when all of `when` hold; without `when`, a note for the trainer. */
  mistakes: z
    .array(
      z.strictObject({
        id: key,
        text: text(300),
        message: text(400).optional(),
        when: z.array(condition).max(6).optional(),
      }),
    )
    .max(20),
  feedback: z.strictObject({ done: text(500), partial: text(500), again: text(500) }),
  /** What a right copy holds, by field, and the action that sends it. */
  model: z.strictObject({
    values: z.record(key, fieldValue),
    actions: z.array(key).min(1).max(8),
    comment: text(1500),
  }),
})
export type ScenarioDefinition = z.infer<typeof scenarioDefinition>

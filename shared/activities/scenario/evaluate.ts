/** What a copy is worth: rules, checks, usual mistakes, verdict. Pure; the same on the server and in the tests. */
import { own } from '#shared/own.ts'
import type { Check, Condition, Field, FieldValue, Rule, ScenarioDefinition } from './definition.ts'
import { daysAfter, lineTotals, mentions, type Reading, read, rounded } from './fields/index.ts'
import type { CheckResult, Verdict } from './work.ts'

/** What is judged: the values by field, and the last final action done. */
export type Sheet = { values: Record<string, FieldValue>; action?: string }

/** Share of right checks from which a copy with no critical error counts as partly right. */
const PARTIAL = 0.6

function fieldOf({ fields }: ScenarioDefinition, id: string): Field | undefined {
  return fields.find((field) => field.id === id)
}

function reading(definition: ScenarioDefinition, sheet: Sheet, id: string): Reading {
  const field = fieldOf(definition, id)
  return field ? read(field, own(sheet.values, id)) : { empty: true, text: '' }
}

/** Amounts that are missing make a computed check wrong, not true of nothing. */
function sum(amounts: (number | undefined)[]): number | undefined {
  let total = 0
  for (const amount of amounts) {
    if (amount === undefined) return undefined
    total += amount
  }
  return total
}

/** What a rule of arithmetic asks for, in the units of the field; undefined: it is none, or an amount is missing. */
export function computed(rule: Rule, definition: ScenarioDefinition, sheet: Sheet): number | undefined {
  const amount = (id: string) => reading(definition, sheet, id).amount
  switch (rule.type) {
    case 'sum': {
      const plus = sum(rule.of.map(amount))
      const minus = sum(rule.less.map(amount))
      return plus === undefined || minus === undefined ? undefined : plus - minus
    }
    case 'rate': {
      const base = amount(rule.of)
      return base === undefined ? undefined : rounded(base, Math.round(rule.rate * 100), 10_000)
    }
    case 'lines-total': {
      const { lines } = reading(definition, sheet, rule.lines)
      const only = rule.rate === undefined ? undefined : Math.round(rule.rate * 100)
      return lines && lineTotals(lines, only)[rule.total]
    }
    default:
      return undefined
  }
}

/** Amounts and days compare by what they are, other texts letter by letter. */
function between(field: Field, said: Reading, { min, max }: { min?: string; max?: string }): boolean {
  const bound = (typed: string | undefined) => typed !== undefined && read(field, typed)
  const [low, high] = [bound(min), bound(max)]
  if (said.amount !== undefined)
    return (
      (!low || (low.amount !== undefined && said.amount >= low.amount)) &&
      (!high || (high.amount !== undefined && said.amount <= high.amount))
    )
  if (said.day !== undefined) return (!low || said.day >= low.text) && (!high || said.day <= high.text)
  return false
}

function fits(
  field: Field,
  said: Reading,
  { nameMax, bytesMax }: { nameMax?: number; bytesMax?: number },
): boolean {
  if (field.type !== 'attachments') return false
  return (said.values ?? []).every((name) => {
    const file = field.files.find((one) => one.name === name)
    const short = nameMax === undefined || [...name].length <= nameMax
    return file !== undefined && short && (bytesMax === undefined || file.bytes <= bytesMax)
  })
}

function includes(said: Reading, values: string[], only: boolean): boolean {
  const picked = said.values ?? []
  return values.every((value) => picked.includes(value)) && (!only || picked.length === values.length)
}

/** Whether a rule holds of a field. An empty field satisfies nothing but `unchanged` (when it was empty) and `avoids`. */
export function holds(rule: Rule, fieldId: string, definition: ScenarioDefinition, sheet: Sheet): boolean {
  const field = fieldOf(definition, fieldId)
  if (!field) return false
  const said = reading(definition, sheet, fieldId)
  if (rule.type === 'unchanged') return said.text === read(field, field.before).text
  if (rule.type === 'avoids') return !mentions(said.text, rule.words)
  if (said.empty) return false
  switch (rule.type) {
    case 'filled':
      return true
    case 'valid':
      return said.problem === undefined
    case 'equals':
      return said.text === read(field, rule.value).text
    case 'one-of':
      return rule.values.some((value) => said.text === read(field, value).text)
    case 'not-one-of':
      return !rule.values.some((value) => said.text === read(field, value).text)
    case 'range':
      return between(field, said, rule)
    case 'same-as':
      return said.text === reading(definition, sheet, rule.field).text
    case 'sum':
    case 'rate':
    case 'lines-total':
      return said.amount !== undefined && said.amount === computed(rule, definition, sheet)
    case 'days-after': {
      const from = typeof rule.day === 'string' ? rule.day : reading(definition, sheet, rule.day.field).day
      return from !== undefined && said.day === daysAfter(from, rule.days)
    }
    case 'mentions':
      return rule.groups.every((group) => mentions(said.text, group))
    case 'includes':
      return includes(said, rule.values, rule.only)
    case 'fits':
      return fits(field, said, rule)
  }
}

/** Whether a condition is the case in a copy. */
export function met(condition: Condition, definition: ScenarioDefinition, sheet: Sheet): boolean {
  const is = caseOf(condition, definition, sheet)
  return condition.not ? !is : is
}

function caseOf(condition: Condition, definition: ScenarioDefinition, sheet: Sheet): boolean {
  if ('action' in condition) return sheet.action === condition.action
  if ('field' in condition) return holds(condition.rule, condition.field, definition, sheet)
  const named = definition.checks.filter(({ id }) => condition.checks.includes(id))
  return named.every((check) => judge(check, definition, sheet) !== false)
}

export const allMet = (conditions: Condition[], definition: ScenarioDefinition, sheet: Sheet): boolean =>
  conditions.every((condition) => met(condition, definition, sheet))

/** Whether a check applies to a copy, and if so whether it holds. */
function judge(check: Check, definition: ScenarioDefinition, sheet: Sheet): boolean | undefined {
  if (!allMet(check.when, definition, sheet)) return undefined
  if (check.action !== undefined) return sheet.action === check.action
  return check.rule && check.field ? holds(check.rule, check.field, definition, sheet) : true
}

export type Override = { pass: boolean; reason: string }

/** What every check that applies says, by check id; the trainer's reading goes before the check's. */
export function resultsOf(
  definition: ScenarioDefinition,
  sheet: Sheet,
  overrides: Record<string, Override> = {},
): Record<string, CheckResult> {
  const results: Record<string, CheckResult> = {}
  for (const check of definition.checks) {
    const says = judge(check, definition, sheet)
    if (says === undefined) continue
    const read = own(overrides, check.id)
    results[check.id] = {
      ok: read ? read.pass : says,
      message: check.message,
      ...(check.field !== undefined && { field: check.field }),
      ...(read && { overridden: { reason: read.reason } }),
    }
  }
  return results
}

/** Usual mistakes that are made in a copy: their words by id. Those without conditions are notes for the trainer. */
export function mistakesOf(definition: ScenarioDefinition, sheet: Sheet): Record<string, string> {
  const made = definition.mistakes.filter(({ when }) => when?.length && allMet(when, definition, sheet))
  return Object.fromEntries(made.map(({ id, message, text }) => [id, message ?? text]))
}

/** Counted over the checks that the learner is shown: those for the trainer alone judge nothing. */
export function verdictOf(
  definition: ScenarioDefinition,
  results: Record<string, CheckResult>,
): { verdict: Verdict; right: number; of: number } {
  const counted = Object.entries(forLearner(definition, results))
  const right = counted.filter(([, { ok }]) => ok).length
  const of = counted.length
  const critical = definition.checks.some(
    ({ id, critical: grave }) => grave && own(results, id)?.ok === false,
  )
  const verdict = right === of ? 'done' : !critical && right >= PARTIAL * of ? 'partial' : 'again'
  return { verdict, right, of }
}

/** The same without the checks that are for the trainer alone. */
export function forLearner(
  definition: ScenarioDefinition,
  results: Record<string, CheckResult>,
): Record<string, CheckResult> {
  const theirs = definition.checks.filter(({ id, show }) => show !== 'trainer' && own(results, id))
  return Object.fromEntries(theirs.map(({ id }) => [id, results[id]!]))
}

/** Fields in error, each once, in the order of the form. */
export function wrongFields(definition: ScenarioDefinition, results: Record<string, CheckResult>): string[] {
  const wrong = new Set(Object.values(results).flatMap(({ ok, field }) => (ok || !field ? [] : [field])))
  return definition.fields.filter(({ id }) => wrong.has(id)).map(({ id }) => id)
}

/** What each reader sees of a mise en situation. Fields are named one by one: no check, no expected answer slips in. */
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import type { Field, ScenarioDefinition } from './definition.ts'
import { forLearner, mistakesOf, resultsOf, verdictOf, wrongFields } from './evaluate.ts'
import { read } from './fields/index.ts'
import {
  actionsOf,
  type Copy,
  copyOf,
  copyState,
  editable,
  type State,
  sheetOf,
  statusOf,
  valuesOf,
} from './state.ts'
import type {
  CheckResult,
  Model,
  ScenarioEveryone,
  ScenarioMine,
  ScenarioTrainer,
  Sheet,
  TrainerCopy,
  Verdict,
} from './work.ts'

/** Lists become records under ids that keep their order: a1, a2… */
function numbered<T>(prefix: string, list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((one, i) => [`${prefix}${i + 1}`, one]))
}

function publicField({ hints, before: _before, ...field }: Field): Sheet['fields'][number] {
  return { ...field, hints: hints.length }
}

function sheet(definition: ScenarioDefinition): Sheet {
  const { context, task, today, fictitious, actors, roles, documents, steps, fields, actions } = definition
  return {
    context,
    ...(task && { task }),
    today,
    fictitious,
    actors,
    roles: roles.map(({ id, title }) => ({ id, title })),
    documents: documents.filter((one) => one.roles.length === 0),
    steps,
    fields: fields.map(publicField),
    actions,
  }
}

/** The form never changes once the class has it: read once per definition. */
const sheets = new WeakMap<ScenarioDefinition, Sheet>()
function sheetFor(definition: ScenarioDefinition): Sheet {
  const known = sheets.get(definition) ?? sheet(definition)
  sheets.set(definition, known)
  return known
}

function model({ model: { values, comment }, checks }: ScenarioDefinition): Model {
  const expected = checks.flatMap(({ field, expected: words }) =>
    field && words ? [[field, words] as const] : [],
  )
  return { values, comment, expected: Object.fromEntries(expected) }
}

const sent = (copy: Copy): boolean => copy.attempts.length > 0

/** A copy without whose it is: values in the order of the form, and what is wrong where its author has been. */
function anonymous({ definition }: State, copy: Copy): NonNullable<ScenarioEveryone['shown']> {
  const values = valuesOf(copy)
  const found = resultsOf(definition, sheetOf(copy), copy.overrides)
  const results = Object.values(forLearner(definition, found))
  const inOrder = definition.fields.filter(({ id }) => own(values, id) !== undefined)
  const wrong = definition.fields.flatMap(({ id }) => {
    const been = sent(copy) || (own(copy.values, id)?.v ?? 0) > 0
    const mistake = been && results.find(({ field, ok }) => field === id && !ok)
    return mistake ? [[id, mistake.message] as const] : []
  })
  return {
    values: Object.fromEntries(inOrder.map(({ id }) => [id, values[id]!])),
    wrong: Object.fromEntries(wrong),
  }
}

export function everyoneScenario(
  state: State,
  definition: ScenarioDefinition,
  phase: Phase,
): ScenarioEveryone {
  const shown = state.shown === undefined ? undefined : state.copies[state.shown]
  const released = state.released || phase === 'revealed'
  return {
    ...(phase !== 'ready' && { sheet: sheetFor(definition) }),
    begunCount: Object.values(state.copies).filter(({ startedAt }) => startedAt !== undefined).length,
    answeredCount: Object.values(state.copies).filter(sent).length,
    ...(shown && { shown: anonymous(state, shown) }),
    ...(state.announcement && { announcement: state.announcement }),
    ...(released && { model: model(definition) }),
  }
}

/**
 * What the learner may know of their checks: those that speak at once, of fields with something in them; the others as
 * the last attempt found them, as long as the field has not been touched since. Never the trainer's.
 */
function visibleResults({ definition }: State, copy: Copy): Record<string, CheckResult> {
  const now = resultsOf(definition, sheetOf(copy), copy.overrides)
  const last = copy.attempts.at(-1)
  const then = last && resultsOf(definition, { values: last.values, action: last.action }, copy.overrides)
  const visible: Record<string, CheckResult> = {}
  for (const { id, show, field } of definition.checks) {
    if (show === 'trainer') continue
    const written = field === undefined ? undefined : own(copy.values, field)
    const touched = written !== undefined && written.v > 0
    if (show === 'at-once' && touched && own(now, id)) visible[id] = now[id]!
    const same = JSON.stringify(written?.value) === JSON.stringify(field && last?.values[field])
    if (then && same && own(then, id)) visible[id] = then[id]!
  }
  return visible
}

/** What the last attempt is worth, as the trainer reads it now. */
function lastVerdict(definition: ScenarioDefinition, copy: Copy): Verdict | undefined {
  const last = copy.attempts.at(-1)
  if (!last) return undefined
  const results = resultsOf(definition, { values: last.values, action: last.action }, copy.overrides)
  return verdictOf(definition, results).verdict
}

function ownCopy(
  state: State,
  copy: Copy,
  phase: Phase,
  personId: string,
): NonNullable<ScenarioMine['copy']> {
  const { definition } = state
  const verdict = lastVerdict(definition, copy)
  const given = definition.fields.flatMap(({ id, hints }) => {
    const count = copy.hints[id] ?? 0
    return count > 0 ? [[id, hints.slice(0, count)] as const] : []
  })
  const status = statusOf(state, copy)
  return {
    members: copy.members,
    ...(copy.holder !== undefined && { holder: copy.holder }),
    values: copy.values,
    status: { id: status.id, label: status.label },
    editable: editable(state, copy, personId, phase),
    actions: actionsOf(state, copy, personId, phase),
    state: copyState(copy),
    results: visibleResults(state, copy),
    hints: Object.fromEntries(given),
    ...(copy.stuck && { stuck: copy.stuck }),
    comments: copy.comments,
    replies: numbered('r', copy.replies),
    attempts: numbered(
      'a',
      copy.attempts.map(({ at, verdict, right, of, wrong }) => ({ at, verdict, right, of, wrong })),
    ),
    ...(copy.returned && { returned: copy.returned }),
    ...(copy.accepted && { accepted: copy.accepted }),
    ...(verdict && { verdict: { verdict, text: definition.feedback[verdict] } }),
    ...(copy.savedOnly && { savedOnly: true as const }),
  }
}

/** The form as it stands before the first gesture. */
function blankCopy(
  state: State,
  phase: Phase,
  personId: string,
  blank: Copy,
): NonNullable<ScenarioMine['copy']> {
  return ownCopy(state, { ...blank, members: { [personId]: [] } }, phase, personId)
}

export function mineScenario(
  state: State,
  definition: ScenarioDefinition,
  phase: Phase,
  personId: string,
  blank: Copy,
): ScenarioMine {
  const copy = copyOf(state, personId)
  if (phase === 'ready' && !copy) return {}
  const held = own(copy?.members ?? {}, personId) ?? []
  const roles = definition.roles.filter(({ id }) => held.includes(id))
  const documents = definition.documents.filter((one) => one.roles.some((role) => held.includes(role)))
  const mine = copy
    ? ownCopy(state, copy, phase, personId)
    : definition.roles.length === 0
      ? blankCopy(state, phase, personId, blank)
      : undefined
  const last = copy?.attempts.at(-1)
  return {
    ...(mine && { copy: mine }),
    ...(roles.length > 0 && {
      roles: Object.fromEntries(roles.map(({ id, title, brief }) => [id, { title, brief }])),
    }),
    ...(documents.length > 0 && { documents }),
    ...(copy?.released && { model: model(definition) }),
    ...(last && { answer: { at: last.at } }),
  }
}

/** A copy as the trainer sees it depends on it alone: read once each. */
const trainerCopies = new WeakMap<Copy, TrainerCopy>()

function trainerCopy(state: State, copy: Copy): TrainerCopy {
  const known = trainerCopies.get(copy)
  if (known) return known
  const { definition } = state
  const values = valuesOf(copy)
  const filled = definition.fields.filter((field) => !read(field, own(values, field.id)).empty)
  const status = statusOf(state, copy)
  const results = resultsOf(definition, sheetOf(copy), copy.overrides)
  const verdict = lastVerdict(definition, copy)
  const view: TrainerCopy = {
    members: copy.members,
    ...(copy.holder !== undefined && { holder: copy.holder }),
    state: copyState(copy),
    status: { id: status.id, label: status.label },
    values: copy.values,
    results,
    mistakes: mistakesOf(definition, sheetOf(copy)),
    filled: filled.length,
    ...(filled.length > 0 && { step: filled.at(-1)!.step }),
    ...(copy.startedAt !== undefined && { startedAt: copy.startedAt }),
    ...(copy.lastAt !== undefined && { lastAt: copy.lastAt }),
    ...(copy.stuck && { stuck: copy.stuck }),
    hints: copy.hints,
    comments: copy.comments,
    attempts: numbered('a', copy.attempts),
    replies: numbered('r', copy.replies),
    ...(copy.action !== undefined && { action: copy.action }),
    ...(copy.savedOnly && { savedOnly: true as const }),
    ...(copy.returned && { returned: copy.returned }),
    ...(copy.accepted && { accepted: copy.accepted }),
    ...(verdict && { verdict }),
    ...(copy.released && { released: true as const }),
  }
  trainerCopies.set(copy, view)
  return view
}

/** How many copies are wrong in each field that has something in it, or that was sent. */
function groupPicture(
  { copies, definition }: State,
  views: Record<string, TrainerCopy>,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [id, { results, values }] of Object.entries(views)) {
    for (const field of wrongFields(definition, results)) {
      const touched = (own(values, field)?.v ?? 0) > 0
      if (touched || sent(copies[id]!)) counts[field] = (counts[field] ?? 0) + 1
    }
  }
  return counts
}

export function trainerScenario(
  state: State,
  definition: ScenarioDefinition,
): ScenarioTrainer & {
  answered: Record<string, true>
} {
  const copies = Object.fromEntries(
    Object.entries(state.copies).map(([id, copy]) => [id, trainerCopy(state, copy)]),
  )
  const answered: Record<string, true> = {}
  for (const copy of Object.values(state.copies)) {
    if (!sent(copy)) continue
    for (const id of Object.keys(copy.members)) answered[id] = true
  }
  return {
    definition,
    answered,
    copies,
    wrong: groupPicture(state, copies),
    ...(state.shown !== undefined && { shown: state.shown }),
    ...(state.released && { released: true as const }),
  }
}

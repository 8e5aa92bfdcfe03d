/** What each fact changes in a mise en situation. */
import { own } from '#shared/own.ts'
import type { ScenarioDefinition } from './definition.ts'
import { allMet, forLearner, resultsOf, verdictOf, wrongFields } from './evaluate.ts'
import { type Copy, newCopy, type State, sheetOf, valuesOf } from './state.ts'
import type { Attempt, ScenarioEvent, Written } from './work.ts'

type Stored = ScenarioEvent & { by: string; at: number }
type Of<T extends ScenarioEvent['type']> = Extract<ScenarioEvent, { type: T }> & { by: string; at: number }

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record
  return rest
}

/** The later arrival stands; what it did not know of is kept beside it. */
function overwritten(before: Written | undefined, event: Of<'written'>, id: string): Written {
  const { value, base } = event.fields[id]!
  const { by, at } = event
  const v = (before?.v ?? 0) + 1
  const unknown = before && before.v > base && JSON.stringify(before.value) !== JSON.stringify(value)
  const other = unknown ? { value: before.value, at: before.at, by: before.by } : undefined
  return { value, v, at, by, ...(other && { other }) }
}

function write(copy: Copy, event: Of<'written'>): Copy {
  const values = { ...copy.values }
  for (const id of Object.keys(event.fields)) values[id] = overwritten(own(copy.values, id), event, id)
  const { mark: _touched, savedOnly: _changed, ...rest } = copy
  return { ...rest, values }
}

/** A final action: where the file goes, what the simulated client answers, and the attempt kept when it is sent. */
function act(definition: ScenarioDefinition, before: Copy, event: Of<'acted'>): Copy {
  const action = definition.actions.find(({ id }) => id === event.action)!
  const { mark: _mark, savedOnly: _saved, stuck, returned: _returned, ...kept } = before
  const copy: Copy = { ...kept, ...(stuck && !action.sends && { stuck }), action: action.id }
  const sheet = sheetOf(copy)
  const results = resultsOf(definition, sheet, copy.overrides)
  const { verdict, right, of } = verdictOf(definition, results)
  const move = definition.moves.find(
    (one) =>
      one.action === action.id &&
      one.from === copy.status &&
      (one.if === undefined || (one.if === 'right') === (verdict === 'done')) &&
      allMet(one.when, definition, sheet),
  )
  const status = move?.to ?? copy.status
  const attempt: Attempt = {
    at: event.at,
    by: event.by,
    ...(event.late && { late: true as const }),
    action: action.id,
    verdict,
    wrong: wrongFields(definition, forLearner(definition, results)),
    right,
    of,
    values: valuesOf(copy),
  }
  const open = definition.statuses.find(({ id }) => id === status)!
  const leaves = open.editable !== 'all' && open.editable.length === 0 && open.actions.length === 0
  return {
    ...copy,
    status,
    ...(move?.reply && { replies: [...copy.replies, { text: move.reply, at: event.at }] }),
    ...(action.passTo !== undefined && { holder: action.passTo }),
    ...((action.sends || action.passTo !== undefined) && {
      turns: { ...copy.turns, [copy.holder ?? '']: before.status },
    }),
    ...(action.sends
      ? {
          attempts: [...copy.attempts, attempt],
          mark: leaves || !move ? ('submitted' as const) : ('returned' as const),
        }
      : !move && action.passTo === undefined && { savedOnly: true as const }),
  }
}

/** How much may be changed at a status. */
function freedom({ fields, statuses }: ScenarioDefinition, id: string): number {
  const editable = statuses.find((status) => status.id === id)?.editable ?? []
  return editable === 'all' ? fields.length : editable.length
}

/**
 * Where a copy that the trainer sends back goes: where it was sent from, or where it began if more may be changed
 * there. With roles, to the first of them that has a field wrong, as it stood in their hands.
 */
function backTo(definition: ScenarioDefinition, copy: Copy): Pick<Copy, 'status' | 'holder'> {
  const { start, steps, fields } = definition
  if (copy.holder === undefined) {
    const sentFrom = own(copy.turns, '') ?? start
    return { status: freedom(definition, sentFrom) >= freedom(definition, start) ? sentFrom : start }
  }
  const results = forLearner(definition, resultsOf(definition, sheetOf(copy), copy.overrides))
  const wrong = wrongFields(definition, results)
  const step = fields.find(({ id }) => wrong.includes(id) || own(copy.comments, id))?.step
  const holder = steps.find(({ id }) => id === step)?.role ?? copy.holder
  return { holder, status: own(copy.turns, holder) ?? start }
}

function evolveCopy({ definition }: State, copy: Copy, event: Stored): Copy {
  switch (event.type) {
    case 'written':
      return write(copy, event)
    case 'acted':
      return act(definition, copy, event)
    case 'stuck': {
      const { stuck: _before, ...rest } = copy
      const { on, field, text, at } = event
      return on
        ? { ...rest, stuck: { at, ...(field !== undefined && { field }), ...(text && { text }) } }
        : rest
    }
    case 'hinted':
      return { ...copy, hints: { ...copy.hints, [event.field]: (copy.hints[event.field] ?? 0) + 1 } }
    case 'settled': {
      const { other, ...current } = copy.values[event.field]!
      const kept =
        event.keep === 'other' && other ? { ...current, value: other.value, v: current.v + 1 } : current
      return { ...copy, values: { ...copy.values, [event.field]: kept } }
    }
    case 'commented': {
      const { field, text, at } = event
      const comments =
        text === '' ? without(copy.comments, field) : { ...copy.comments, [field]: { text, at } }
      return { ...copy, comments }
    }
    case 'sent-back': {
      const { accepted: _accepted, stuck: _stuck, ...rest } = copy
      return {
        ...rest,
        ...backTo(definition, copy),
        mark: 'returned',
        returned: { note: event.note, at: event.at },
      }
    }
    case 'accepted': {
      const { stuck: _stuck, returned: _returned, mark: _mark, ...rest } = copy
      return { ...rest, accepted: { at: event.at, ...(event.note && { note: event.note }) } }
    }
    case 'overridden': {
      const { check, pass, reason } = event
      const overrides =
        pass === undefined ? without(copy.overrides, check) : { ...copy.overrides, [check]: { pass, reason } }
      return { ...copy, overrides }
    }
    case 'released':
      return { ...copy, released: true }
    default:
      return copy
  }
}

/** Gestures of the people who work, after which the seconds are counted. */
const WORK: ReadonlySet<string> = new Set(['written', 'acted', 'stuck', 'hinted', 'settled'])

export function evolveScenario(before: State, event: Stored): State {
  switch (event.type) {
    case 'cast': {
      const copies = Object.entries(event.copies).map(
        ([id, members]) => [id, newCopy(before, members)] as const,
      )
      const owners = copies.flatMap(([id, { members }]) =>
        Object.keys(members).map((one) => [one, id] as const),
      )
      return { ...before, copies: Object.fromEntries(copies), copyOf: Object.fromEntries(owners) }
    }
    case 'begun':
      return {
        ...before,
        copies: { ...before.copies, [event.copyId]: newCopy(before, { [event.by]: [] }) },
        copyOf: { ...before.copyOf, [event.by]: event.copyId },
      }
    case 'shown': {
      const { shown: _before, ...rest } = before
      return event.copyId === undefined ? rest : { ...rest, shown: event.copyId }
    }
    case 'announced': {
      const { announcement: _before, ...rest } = before
      return event.text === '' ? rest : { ...rest, announcement: { text: event.text, at: event.at } }
    }
    case 'released':
      if (event.copyId === undefined) return { ...before, released: true }
  }
  const copyId = event.copyId!
  const copy = before.copies[copyId]
  if (!copy) return before
  const changed = evolveCopy(before, copy, event)
  const worked = WORK.has(event.type) ? { startedAt: copy.startedAt ?? event.at, lastAt: event.at } : {}
  return { ...before, copies: { ...before.copies, [copyId]: { ...changed, ...worked } } }
}

/** What the cockpit reads from the views of a mise en situation: tiles by urgency, cells, the copy as it is typed. */
import { own } from '#shared/own.ts'
import type { DraftFields } from '#shared/protocol.ts'
import type { Field, FieldValue, ScenarioDefinition } from '../definition.ts'
import { mistakesOf, type Override, resultsOf } from '../evaluate.ts'
import { read } from '../fields/index.ts'
import type { CheckResult, CopyState, ScenarioTrainer, TrainerCopy } from '../work.ts'

/** `stopped`: at work, and no gesture for over three minutes. */
export type TileState = CopyState | 'stopped'
export type Cell = 'blank' | 'filled' | 'wrong'

/** A person's copy, or a team's, in one tile. `id`: of the copy, or of the person who has not begun one. */
export type Tile = {
  id: string
  copyId?: string
  copy?: TrainerCopy
  people: string[]
  state: TileState
  /** Since when it is so (stuck, handed in), or the last gesture: ms since 1970. */
  since?: number
  cells: Cell[]
  filled: number
  wrong: number
  hints: number
}

export const STOPPED_MS = 3 * 60_000

/** Those who need help first; then those who wait for a correction; the finished last. */
const URGENCY: TileState[] = [
  'stuck',
  'submitted',
  'stopped',
  'returned',
  'working',
  'not-started',
  'accepted',
]
/** Among these, whoever waits longest comes first; the others keep the order of the class, so that nothing dances. */
const WAITING: ReadonlySet<TileState> = new Set(['stuck', 'submitted', 'stopped'])

function stateOf({ state, lastAt }: TrainerCopy, now: number): TileState {
  return state === 'working' && lastAt !== undefined && now - lastAt > STOPPED_MS ? 'stopped' : state
}

function sinceOf({ stuck, attempts, lastAt, accepted }: TrainerCopy, state: TileState): number | undefined {
  if (state === 'stuck') return stuck?.at
  if (state === 'submitted') return Object.values(attempts).at(-1)?.at
  return state === 'accepted' ? accepted?.at : lastAt
}

const wasSent = ({ attempts }: TrainerCopy): boolean => Object.keys(attempts).length > 0

/** A field says something only once its author has been there, or has handed the copy in. */
function cellOf(field: Field, copy: TrainerCopy): Cell {
  const written = own(copy.values, field.id)
  const touched = (written?.v ?? 0) > 0 || wasSent(copy)
  const wrong = touched && Object.values(copy.results).some((one) => one.field === field.id && !one.ok)
  if (wrong) return 'wrong'
  return read(field, written?.value).empty ? 'blank' : 'filled'
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function tile(
  id: string,
  copy: TrainerCopy,
  order: readonly string[],
  { fields }: ScenarioDefinition,
  now: number,
): Tile {
  const state = stateOf(copy, now)
  const cells = fields.map((field) => cellOf(field, copy))
  return {
    id,
    copyId: id,
    copy,
    people: order.filter((personId) => own(copy.members, personId)),
    state,
    since: sinceOf(copy, state),
    cells,
    filled: copy.filled,
    wrong: cells.filter((cell) => cell === 'wrong').length,
    hints: sum(Object.values(copy.hints)),
  }
}

/** One tile per copy, and one per person who has none yet; copies whose authors have all left are put aside. */
export function tilesOf(
  { copies, definition }: Pick<ScenarioTrainer, 'copies' | 'definition'>,
  order: readonly string[],
  now: number,
): Tile[] {
  const made = Object.entries(copies)
    .map(([id, copy]) => tile(id, copy, order, definition, now))
    .filter(({ people }) => people.length > 0)
  const busy = new Set(made.flatMap(({ people }) => people))
  const idle = order
    .filter((personId) => !busy.has(personId))
    .map((personId): Tile => {
      const cells = definition.fields.map(
        (field): Cell => (read(field, field.before).empty ? 'blank' : 'filled'),
      )
      const filled = cells.filter((cell) => cell === 'filled').length
      return { id: personId, people: [personId], state: 'not-started', cells, filled, wrong: 0, hints: 0 }
    })
  const rank = ({ people }: Tile) => order.indexOf(people[0] ?? '')
  return [...made, ...idle].sort((a, b) => {
    const urgency = URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state)
    if (urgency !== 0) return urgency
    return (WAITING.has(a.state) ? (a.since ?? 0) - (b.since ?? 0) : 0) || rank(a) - rank(b)
  })
}

/** The tiles one may choose to look at; `working` holds those who are stopped or have had their copy back. */
export type Filter = 'all' | 'stuck' | 'submitted' | 'working' | 'not-started' | 'accepted'

const FILTERED: Record<TileState, Filter> = {
  stuck: 'stuck',
  submitted: 'submitted',
  stopped: 'working',
  returned: 'working',
  working: 'working',
  'not-started': 'not-started',
  accepted: 'accepted',
}

/** With « all », what is accepted folds into one line. */
export function filtered(tiles: readonly Tile[], filter: Filter): Tile[] {
  return tiles.filter(({ state }) => (filter === 'all' ? state !== 'accepted' : FILTERED[state] === filter))
}

export function countsOf(tiles: readonly Tile[]): Record<Filter, number> {
  const counts = { all: tiles.length, stuck: 0, submitted: 0, working: 0, 'not-started': 0, accepted: 0 }
  for (const { state } of tiles) counts[FILTERED[state]] += 1
  return counts
}

/** Keeps the order already on screen: what is new comes after, what is gone leaves. */
export function inOrder(tiles: readonly Tile[], before: readonly string[]): Tile[] {
  const place = new Map(before.map((id, i) => [id, i]))
  // A person's tile becomes their copy's at the first gesture: it stays where it was.
  const at = ({ id, people }: Tile) => place.get(id) ?? place.get(people[0] ?? '') ?? before.length
  return tiles.toSorted((a, b) => at(a) - at(b))
}

/** The fields last written, latest first: what a tile quotes. */
export function lastWritten({ values }: TrainerCopy): string[] {
  return Object.entries(values)
    .filter(([, { v }]) => v > 0)
    .sort(([, a], [, b]) => b.at - a.at)
    .map(([id]) => id)
}

/** Where a copy stands in the form: the step in hand, of how many. */
export function stepOf(
  { steps, fields }: ScenarioDefinition,
  fieldId: string | undefined,
): { n: number; of: number; title: string } | undefined {
  const step = fields.find(({ id }) => id === fieldId)?.step
  const n = steps.findIndex(({ id }) => id === step) + 1
  return n > 0 && steps.length > 1 ? { n, of: steps.length, title: steps[n - 1]!.title } : undefined
}

/** A field of the copy that is open. `live`: what stands there is being typed, and not stored yet. */
export type OpenField = {
  field: Field
  value?: FieldValue
  live: boolean
  cell: Cell
  /** Its checks that apply, by check id. */
  checks: [id: string, result: CheckResult][]
}
export type OpenCopy = {
  fields: OpenField[]
  /** Checks of the whole copy, the final action's first among them. */
  checks: [id: string, result: CheckResult][]
  mistakes: Record<string, string>
  wrong: number
}

/** A draft without news for so long is not what stands there any more: what is stored is. */
const DRAFT_STANDS_MS = 5_000

type Typed = Record<string, { value: DraftFields[string]; at: number }>

/** What is being typed in a copy, as long as nothing newer is stored. */
export function typedNow(typed: Typed, { values }: TrainerCopy, now: number): DraftFields {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, { value, at }]) =>
      now - at < DRAFT_STANDS_MS && at >= (own(values, id)?.at ?? 0) ? [[id, value] as const] : [],
    ),
  )
}

/** What the trainer reads otherwise stays so while the work is typed. */
function overridesOf(results: Record<string, CheckResult>): Record<string, Override> {
  return Object.fromEntries(
    Object.entries(results).flatMap(([id, { ok, overridden }]) =>
      overridden ? [[id, { pass: ok, reason: overridden.reason }] as const] : [],
    ),
  )
}

/** The copy with what is being typed in it, judged as it stands this moment. */
export function openCopy(definition: ScenarioDefinition, copy: TrainerCopy, draft: DraftFields): OpenCopy {
  const stored = Object.fromEntries(Object.entries(copy.values).map(([id, { value }]) => [id, value]))
  const values: Record<string, FieldValue> = { ...stored, ...(draft as Record<string, FieldValue>) }
  const sheet = { values, ...(copy.action !== undefined && { action: copy.action }) }
  const results = resultsOf(definition, sheet, overridesOf(copy.results))
  const all = Object.entries(results)
  const fields = definition.fields.map((field): OpenField => {
    const { id } = field
    const checks = all.filter(([, one]) => one.field === id)
    const value = own(values, id)
    const typed = own(draft, id) !== undefined
    const touched = typed || (own(copy.values, id)?.v ?? 0) > 0 || wasSent(copy)
    const wrong = touched && checks.some(([, { ok }]) => !ok)
    return {
      field,
      ...(value !== undefined && { value }),
      live: typed && JSON.stringify(value) !== JSON.stringify(own(stored, id)),
      cell: wrong ? 'wrong' : read(field, value).empty ? 'blank' : 'filled',
      checks,
    }
  })
  return {
    fields,
    checks: all.filter(([, { field }]) => field === undefined),
    mistakes: mistakesOf(definition, sheet),
    wrong: fields.filter(({ cell }) => cell === 'wrong').length,
  }
}

/** Copies handed in at least once, and those of them that have been answered since. */
export function reviewed({ copies }: Pick<ScenarioTrainer, 'copies'>): { done: number; of: number } {
  const sent = Object.values(copies).filter(wasSent)
  return { done: sent.filter(({ accepted, returned }) => accepted || returned).length, of: sent.length }
}

/** The fields that went wrong, the commonest first. */
export function groupPicture(
  { wrong, definition }: Pick<ScenarioTrainer, 'wrong' | 'definition'>,
  tiles: readonly Tile[],
): { field: Field; n: number; tiles: Tile[] }[] {
  return definition.fields
    .map((field, i) => ({
      field,
      n: own(wrong, field.id) ?? 0,
      tiles: tiles.filter(({ cells }) => cells[i] === 'wrong'),
    }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
}

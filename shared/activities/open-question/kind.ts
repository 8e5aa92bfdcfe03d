/** Open question: everyone writes; the trainer reads, groups, and shows; or picks one case to work on together. */
import type { ActivityKind, KindContext } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { type Phase, type Rejection, reject } from '#shared/types.ts'
import {
  type OpenQuestionCommand,
  type OpenQuestionDefinition,
  type OpenQuestionEntry,
  type OpenQuestionEvent,
  type OpenQuestionEveryone,
  type OpenQuestionGroup,
  type OpenQuestionMine,
  type OpenQuestionTrainer,
  openQuestionCommand,
  openQuestionDefinition,
  SLOTS,
} from './definition.ts'
import { type Counted, type Entries, type Entry, groupFor, groupsOf } from './groups.ts'
import { clean } from './normalise.ts'
import { predictOpenQuestion } from './predict.ts'

/** An open question has one question. */
const QUESTION_ID = 'q'

/**
 * `moderated`: entries wait for the trainer. `written`: how many entries there have ever been. `votes`: who supports
 * each group.
 */
type State = {
  moderated: boolean
  entries: Entries
  written: number
  votes: Record<string, Record<string, true>>
  picked?: string
}
type Context = KindContext<OpenQuestionDefinition>
type Outcome = OpenQuestionEvent[] | Rejection

const noGroup = (id: string) => reject('not-found', `Aucune réponse « ${id} » n’est montrée.`)
const noEntry = (id: string) => reject('not-found', `Aucune réponse « ${id} » n’a été donnée.`)

const inTime = (entry: Entry): boolean => !entry.late
const isShown = (entry: Entry): boolean => entry.shown && inTime(entry)

function showsAnswers(definition: OpenQuestionDefinition, phase: Phase): boolean {
  return phase === 'revealed' || (definition.results === 'live' && phase !== 'ready')
}

/** What stands in one of a person's places. */
function entryIn(entries: Entries, by: string, slot: string, on?: string): [string, Entry] | undefined {
  return Object.entries(entries).find(
    ([, entry]) => entry.by === by && entry.slot === slot && entry.on === on,
  )
}

/** Groups that everyone sees, by id: answers, or contributions to `on`. */
function publicGroups(state: State, on?: string): Record<string, OpenQuestionGroup> {
  const entries = Object.values(state.entries).filter((entry) => isShown(entry) && entry.on === on)
  const groups = Object.entries(groupsOf(entries, state.votes))
  return Object.fromEntries(
    groups.map(([id, { text, count, votes, order }]) => [id, { text, count, votes, order }]),
  )
}

/** The group alone on the stage, if it still stands. */
function pickedGroup(state: State): [string, Counted] | undefined {
  if (state.picked === undefined) return undefined
  const group = own(groupsOf(Object.values(state.entries).filter(inTime), state.votes), state.picked)
  return group && [state.picked, group]
}

/** What an entry must be to be kept; the text as it will be, or why not. */
function readText(text: string, { display, maxLength }: OpenQuestionDefinition): string | Rejection {
  const read = clean(text, display === 'cloud')
  const length = [...read].length
  return length > maxLength
    ? reject('invalid', `La réponse a ${length} caractères : ${maxLength} au plus.`)
    : read
}

function write(
  state: State,
  { by, definition, late }: Context,
  { slot, text, on, caughtUp }: { slot: string; text: string; on?: string; caughtUp?: true },
): Outcome {
  if (on === undefined && SLOTS.indexOf(slot as (typeof SLOTS)[number]) >= definition.perPerson)
    return reject(
      'invalid',
      `Chacun peut donner ${definition.perPerson} réponse(s), de s1 à s${definition.perPerson}.`,
    )
  const read = readText(text, definition)
  if (typeof read !== 'string') return read
  const before = entryIn(state.entries, by, slot, on)
  if (read === '') return before ? [{ type: 'withdrawn', entryId: before[0] }] : []
  return [
    {
      type: 'written',
      entryId: `e${state.written + 1}`,
      slot,
      text: read,
      ...(on !== undefined && { on }),
      ...((late || caughtUp) && { late: true as const }),
      ...(caughtUp && { caughtUp }),
    },
  ]
}

function answer(state: State, context: Context, slot: string, text: string): Outcome {
  const { phase } = context
  if (phase === 'ready') return reject('closed', 'La question n’est pas encore ouverte.')
  if (phase === 'revealed') return reject('closed', 'La question est close : les réponses sont montrées.')
  return write(state, context, { slot, text })
}

function contribute(state: State, context: Context, on: string, slot: string, text: string): Outcome {
  if (context.definition.variant !== 'case')
    return reject('invalid', 'On ne travaille pas de cas dans cette question.')
  if (state.picked !== on) return reject('closed', 'Ce cas n’est plus à l’écran.')
  return write(state, { ...context, late: false }, { slot, text, on })
}

function catchUp(state: State, context: Context, slot: string, text: string): Outcome {
  const { phase, definition, by } = context
  const over = phase === 'revealed' || (phase === 'closed' && definition.results === 'live')
  if (!over) return reject('closed', 'Cette question ne se rattrape pas encore.')
  const answered = Object.values(state.entries).some((entry) => entry.by === by && entry.on === undefined)
  if (answered) return reject('closed', 'Vous avez déjà répondu à cette question.')
  return write(state, context, { slot, text, caughtUp: true })
}

function vote(state: State, { by, definition, phase }: Context, groupId: string, on: boolean): Outcome {
  if (!definition.votes) return reject('invalid', 'Cette question ne demande pas de soutenir des réponses.')
  const visible = showsAnswers(definition, phase) && own(publicGroups(state), groupId)
  const contributed = state.picked !== undefined && own(publicGroups(state, state.picked), groupId)
  if (!visible && !contributed) return noGroup(groupId)
  return Boolean(own(state.votes[groupId] ?? {}, by)) === on ? [] : [{ type: 'voted', groupId, on }]
}

function show(state: State, entryIds: string[], shown: boolean): Outcome {
  const unknown = entryIds.find((id) => !own(state.entries, id))
  if (unknown) return noEntry(unknown)
  const late = entryIds.find((id) => state.entries[id]!.late)
  if (late)
    return reject('invalid', `La réponse « ${late} » est arrivée après la clôture : elle ne se montre pas.`)
  const changed = entryIds.filter((id) => state.entries[id]!.shown !== shown)
  return changed.length === 0 ? [] : [{ type: 'shown', entryIds: changed, shown }]
}

function merge({ entries }: State, from: string, into: string): Outcome {
  const groups = groupsOf(Object.values(entries).filter(inTime), {})
  const [source, target] = [own(groups, from), own(groups, into)]
  if (!source || !target) return noGroup(source ? into : from)
  if (source.on !== target.on)
    return reject('invalid', 'Une réponse et une contribution ne se regroupent pas.')
  return from === into ? [] : [{ type: 'merged', from, into }]
}

function split({ entries }: State, entryId: string): Outcome {
  const entry = own(entries, entryId)
  if (!entry) return noEntry(entryId)
  const together = Object.values(entries).filter(({ group }) => group === entry.group)
  return together.length < 2 ? [] : [{ type: 'split', entryId }]
}

function pick(state: State, groupId: string | undefined): Outcome {
  if (groupId === undefined) return state.picked === undefined ? [] : [{ type: 'picked' }]
  const group = own(groupsOf(Object.values(state.entries).filter(inTime), {}), groupId)
  if (!group || group.on !== undefined) return noGroup(groupId)
  return state.picked === groupId ? [] : [{ type: 'picked', groupId }]
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record
  return rest
}

type Stored<T extends OpenQuestionEvent['type']> = Extract<OpenQuestionEvent, { type: T }> & {
  by: string
  at: number
}

function put(state: State, event: Stored<'written'>): State {
  const { by, at } = event
  const { entryId, slot, text, on, late, caughtUp } = event
  const before = entryIn(state.entries, by, slot, on)
  const others = before ? without(state.entries, before[0]) : state.entries
  const entry: Entry = {
    by,
    slot,
    text,
    at,
    order: state.written + 1,
    group: late ? entryId : groupFor(others, entryId, { text, ...(on !== undefined && { on }) }),
    shown: !state.moderated && !late,
    ...(on !== undefined && { on }),
    ...(late && { late }),
    ...(caughtUp && { caughtUp }),
  }
  return { ...state, entries: { ...others, [entryId]: entry }, written: state.written + 1 }
}

function regroup(state: State, change: (entry: Entry, id: string) => string): State {
  const entries = Object.entries(state.entries).map(([id, entry]) => {
    const group = change(entry, id)
    return [id, group === entry.group ? entry : { ...entry, group }] as const
  })
  return { ...state, entries: Object.fromEntries(entries) }
}

/** The support of a merged group goes with it. */
function mergeVotes(votes: State['votes'], from: string, into: string): State['votes'] {
  return { ...without(votes, from), [into]: { ...votes[into], ...votes[from] } }
}

function entryView({ text, at, late, caughtUp, shown }: Entry): OpenQuestionEntry {
  return { text, at, shown, ...(late && { late }), ...(caughtUp && { caughtUp }) }
}

function firstAnswer(entries: Record<string, OpenQuestionEntry>): OpenQuestionEntry | undefined {
  const slot = SLOTS.find((id) => entries[id])
  return slot && entries[slot]
}

/** One person's answers by place. */
function answersOf(entries: Entries, personId: string): Record<string, OpenQuestionEntry> {
  const mine = Object.values(entries).filter((entry) => entry.by === personId && entry.on === undefined)
  return Object.fromEntries(mine.map((entry) => [entry.slot, entryView(entry)]))
}

const authors = (entries: Entry[]): Set<string> =>
  new Set(entries.filter((entry) => entry.on === undefined).map((entry) => entry.by))

export const openQuestion: ActivityKind<
  OpenQuestionDefinition,
  State,
  OpenQuestionCommand,
  OpenQuestionEvent,
  OpenQuestionEveryone,
  OpenQuestionMine,
  OpenQuestionTrainer
> = {
  kind: 'open-question',
  definition: openQuestionDefinition,
  command: openQuestionCommand,
  mayDo: {
    answer: ['participant'],
    contribute: ['participant'],
    'catch-up': ['participant'],
    vote: ['participant'],
    show: ['trainer', 'cotrainer'],
    merge: ['trainer', 'cotrainer'],
    split: ['trainer', 'cotrainer'],
    pick: ['trainer'],
  },
  afterClass: ['catch-up'],

  start: ({ moderated }) => ({ entries: {}, written: 0, votes: {}, moderated }),

  decide(state, command, context) {
    switch (command.type) {
      case 'answer':
        return answer(state, context, command.questionId, command.text)
      case 'contribute':
        return contribute(state, context, command.on, command.questionId, command.text)
      case 'catch-up':
        return catchUp(state, context, command.questionId, command.text)
      case 'vote':
        return vote(state, context, command.groupId, command.on)
      case 'show':
        return show(state, command.entryIds, command.shown)
      case 'merge':
        return merge(state, command.from, command.into)
      case 'split':
        return split(state, command.entryId)
      case 'pick':
        return pick(state, command.groupId)
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'written':
        return put(state, event)
      case 'withdrawn':
        return { ...state, entries: without(state.entries, event.entryId) }
      case 'voted': {
        const before = state.votes[event.groupId] ?? {}
        const after = event.on ? { ...before, [event.by]: true as const } : without(before, event.by)
        return { ...state, votes: { ...state.votes, [event.groupId]: after } }
      }
      case 'shown': {
        const entries = { ...state.entries }
        for (const id of event.entryIds) entries[id] = { ...entries[id]!, shown: event.shown }
        return { ...state, entries }
      }
      case 'merged': {
        const { from, into } = event
        const merged = regroup(state, ({ group }) => (group === from ? into : group))
        return { ...merged, votes: mergeVotes(state.votes, from, into) }
      }
      case 'split':
        return regroup(state, apart(state.entries, event.entryId))
      case 'picked': {
        const { picked: _before, ...rest } = state
        return event.groupId === undefined ? rest : { ...rest, picked: event.groupId }
      }
    }
  },

  everyone(state, definition, phase) {
    const picked = pickedGroup(state)
    return {
      question: { id: QUESTION_ID, text: definition.text, multiple: false, options: {} },
      display: definition.display,
      ...(definition.variant && { variant: definition.variant }),
      moderated: definition.moderated,
      named: definition.named,
      votes: definition.votes,
      perPerson: definition.perPerson,
      maxLength: definition.maxLength,
      ...(definition.results === 'live' && { liveResults: true as const }),
      answeredCount: authors(Object.values(state.entries).filter(inTime)).size,
      ...(showsAnswers(definition, phase) && { groups: publicGroups(state) }),
      ...(picked && {
        picked: { id: picked[0], text: picked[1].text, contributions: publicGroups(state, picked[0]) },
      }),
    }
  },

  mine(state, _definition, _phase, personId) {
    const entries = answersOf(state.entries, personId)
    const first = firstAnswer(entries)
    const contributions: OpenQuestionMine['contributions'] = {}
    for (const entry of Object.values(state.entries)) {
      if (entry.by !== personId || entry.on === undefined) continue
      contributions[entry.on] = { ...contributions[entry.on], [entry.slot]: entryView(entry) }
    }
    const supported = Object.keys(state.votes).filter((id) => own(state.votes[id]!, personId))
    return {
      ...(first && { answer: first }),
      entries,
      contributions,
      votes: Object.fromEntries(supported.map((id) => [id, true as const])),
    }
  },

  trainer(state, definition) {
    const all = Object.entries(state.entries)
    const who = [...authors(all.map(([, entry]) => entry))]
    const picked = pickedGroup(state)
    return {
      definition,
      answered: Object.fromEntries(who.map((id) => [id, true as const])),
      ...(definition.named && {
        answers: Object.fromEntries(who.map((id) => [id, firstAnswer(answersOf(state.entries, id))!])),
      }),
      entries: Object.fromEntries(
        all.map(([id, entry]) => [
          id,
          {
            ...entryView(entry),
            groupId: entry.group,
            order: entry.order,
            ...(entry.on !== undefined && { on: entry.on }),
            ...(definition.named && { personId: entry.by }),
          },
        ]),
      ),
      groups: groupsOf(
        all.map(([, entry]) => entry),
        state.votes,
      ),
      ...(picked && { picked: picked[0] }),
    }
  },

  predict: predictOpenQuestion,
  skipsReveal: (definition) => definition.results === 'live',
}

/** Takes one entry out of its group; when the group bears its name, the others go under that of the next. */
function apart(entries: Entries, entryId: string): (entry: Entry, id: string) => string {
  const { group } = entries[entryId]!
  if (group !== entryId) return (entry, id) => (id === entryId ? entryId : entry.group)
  const [next] = Object.entries(entries)
    .filter(([id, entry]) => entry.group === group && id !== entryId)
    .sort(([, a], [, b]) => a.order - b.order)[0]!
  return (entry, id) => (entry.group === group && id !== entryId ? next : entry.group)
}

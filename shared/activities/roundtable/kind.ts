/** Tour de table: each in turn has the floor, and one line of what they said is kept. */
import type { ActivityKind, KindContext } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { type Rejection, reject } from '#shared/types.ts'
import {
  MOODS,
  type RoundtableCommand,
  type RoundtableDefinition,
  type RoundtableEvent,
  type RoundtableEveryone,
  type RoundtableMine,
  type RoundtableTrainer,
  roundtableCommand,
  roundtableDefinition,
  type RoundtableState as Standing,
} from './definition.ts'
import { firstOrder } from './order.ts'
import { predictRoundtable } from './predict.ts'

type Feeling = { mood?: (typeof MOODS)[number]; word?: string; at: number }
/** `standing` leaves out those who wait. `turns` counts the turns given: each is a point of its own. */
type State = {
  order: string[]
  speaker?: string
  standing: Record<string, Exclude<Standing, 'waiting' | 'speaking'>>
  lines: Record<string, string>
  feelings: Record<string, Feeling>
  turns: number
}
type Context = KindContext<RoundtableDefinition>

function standingOf(state: State, personId: string): Standing {
  if (state.speaker === personId) return 'speaking'
  return state.standing[personId] ?? 'waiting'
}

/** Who speaks next: those who wait, in order; then those who were passed over. */
function nextOf(state: State): string | undefined {
  const first = (wanted: Standing) => state.order.find((id) => standingOf(state, id) === wanted)
  return first('waiting') ?? first('skipped')
}

function unknown(state: State, personId: string, people: readonly string[]): Rejection | undefined {
  if (state.order.includes(personId) || people.includes(personId)) return undefined
  return reject('not-found', `« ${personId} » n’est pas dans ce tour de table.`)
}

/** The order asked for, completed with those it forgets; nobody twice, nobody unknown. */
function arrange(state: State, order: string[], people: readonly string[]): RoundtableEvent[] | Rejection {
  const stranger = order.map((id) => unknown(state, id, people)).find((wrong) => wrong)
  if (stranger) return stranger
  if (new Set(order).size !== order.length) return reject('invalid', 'La même personne figure deux fois.')
  const rest = [...state.order, ...people].filter(
    (id, i, all) => !order.includes(id) && all.indexOf(id) === i,
  )
  return [{ type: 'arranged', order: [...order, ...rest] }]
}

function call(personId: string, { seconds }: RoundtableDefinition): RoundtableEvent {
  return { type: 'called', personId, ...(seconds !== undefined && { seconds }) }
}

/** A line: one's own once one's turn has begun, anybody's by the trainer. */
function note(state: State, { by, role, people }: Context, personId: string | undefined, text: string) {
  const whose = personId ?? by
  if (role === 'participant' && whose !== by)
    return reject('forbidden', 'Chacun ne note que sa propre phrase.')
  const stranger = unknown(state, whose, people)
  if (stranger) return stranger
  return (state.lines[whose] ?? '') === text ? [] : [{ type: 'noted' as const, personId: whose, text }]
}

function feel({ definition }: Context, { mood, word }: { mood?: Feeling['mood']; word?: string }) {
  if (definition.mood === undefined)
    return reject('invalid', 'Ce tour de table ne demande ni humeur ni mot du jour.')
  if (definition.mood === 'mood' ? mood === undefined || word !== undefined : !word || mood !== undefined)
    return reject(
      'invalid',
      definition.mood === 'mood' ? `mood : ${MOODS.join(', ')}.` : 'word : un mot de 40 caractères au plus.',
    )
  return [{ type: 'felt' as const, ...(mood && { mood }), ...(word && { word }) }]
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record
  return rest
}

/** The speaker has spoken, and nobody speaks. */
function settle({ speaker, ...state }: State): State {
  if (speaker === undefined) return state
  return { ...state, standing: { ...state.standing, [speaker]: 'spoken' } }
}

/** The person waits, is passed over or is absent; if it was their turn, nobody speaks. */
function set(before: State, personId: string, standing: 'skipped' | 'absent' | undefined): State {
  const { speaker, ...state } = before
  const rest = without(state.standing, personId)
  return {
    ...state,
    ...(speaker !== undefined && speaker !== personId && { speaker }),
    standing: standing ? { ...rest, [personId]: standing } : rest,
  }
}

function felt(state: State, { mood }: RoundtableDefinition) {
  const feelings = Object.values(state.feelings)
  if (mood === 'mood') {
    const counts = Object.fromEntries(
      MOODS.map((id) => [id, feelings.filter((one) => one.mood === id).length]),
    )
    return { moods: counts }
  }
  if (mood !== 'word') return {}
  // By alphabet: the order says nothing of who wrote what.
  const words = feelings.flatMap(({ word }) => (word ? [word] : [])).sort()
  return { words: Object.fromEntries(words.map((word, i) => [`w${i + 1}`, word])) }
}

export const roundtable: ActivityKind<
  RoundtableDefinition,
  State,
  RoundtableCommand,
  RoundtableEvent,
  RoundtableEveryone,
  RoundtableMine,
  RoundtableTrainer
> = {
  kind: 'roundtable',
  definition: roundtableDefinition,
  command: roundtableCommand,
  mayDo: {
    line: ['trainer', 'cotrainer', 'participant'],
    mood: ['participant'],
    arrange: ['trainer'],
    call: ['trainer'],
    skip: ['trainer'],
    absent: ['trainer'],
  },
  afterClass: ['line'],

  start: () => ({ order: [], standing: {}, lines: {}, feelings: {}, turns: 0 }),

  decide(state, command, context) {
    const { phase, people, definition } = context
    if (command.type === 'arrange') return arrange(state, command.order, people)
    if (phase === 'ready') return reject('closed', 'Le tour de table n’a pas commencé.')
    if (command.type === 'line') return note(state, context, command.personId, command.text)
    if (phase !== 'open') return reject('closed', 'Le tour de table est terminé.')
    if (command.type === 'mood') return feel(context, command)
    const { personId } = command
    const stranger = unknown(state, personId, people)
    if (stranger) return stranger
    const speaking = state.speaker === personId
    switch (command.type) {
      case 'call':
        return speaking ? [] : [call(personId, definition)]
      case 'skip':
        return state.standing[personId] === 'skipped'
          ? []
          : [{ type: 'skipped', personId, ...(speaking && { free: true as const }) }]
      case 'absent':
        return (state.standing[personId] === 'absent') === command.absent
          ? []
          : [{ type: 'marked', personId, absent: command.absent, ...(speaking && { free: true as const }) }]
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'arranged':
        return { ...state, order: event.order }
      case 'called': {
        const { personId } = event
        const settled = settle(state)
        const order = settled.order.includes(personId) ? settled.order : [...settled.order, personId]
        const standing = without(settled.standing, personId)
        return { ...settled, order, standing, speaker: personId, turns: state.turns + 1 }
      }
      case 'finished':
        return settle(state)
      case 'skipped':
        return set(state, event.personId, 'skipped')
      case 'marked':
        return set(state, event.personId, event.absent ? 'absent' : undefined)
      case 'noted':
        return {
          ...state,
          lines:
            event.text === ''
              ? without(state.lines, event.personId)
              : { ...state.lines, [event.personId]: event.text },
        }
      case 'felt': {
        const feeling = {
          at: event.at,
          ...(event.mood && { mood: event.mood }),
          ...(event.word && { word: event.word }),
        }
        return { ...state, feelings: { ...state.feelings, [event.by]: feeling } }
      }
    }
  },

  opening(state, definition, phase, setting) {
    if (phase !== 'ready' || state.order.length > 0) return undefined
    return { type: 'arranged', order: firstOrder(definition, setting) }
  },

  inside(state, definition, phase) {
    if (phase !== 'open') return undefined
    const next = nextOf(state)
    const of = state.order.filter((id) => standingOf(state, id) !== 'absent').length
    if (next !== undefined) {
      const n = state.order.filter((id) => ['spoken', 'speaking'].includes(standingOf(state, id))).length + 1
      return { step: 'turn', event: call(next, definition), n, of, personId: next }
    }
    return state.speaker === undefined ? undefined : { step: 'finish', event: { type: 'finished' } }
  },

  point: (state) => `tour-${state.turns}${state.speaker === undefined ? '' : '-parle'}`,

  floorAfter(event) {
    if (event.type === 'called') {
      const { personId, seconds } = event
      return { personId, ...(seconds !== undefined && { seconds }) }
    }
    const over =
      event.type === 'finished' || ((event.type === 'skipped' || event.type === 'marked') && event.free)
    return over ? 'free' : undefined
  },

  everyone(state, definition) {
    const next = nextOf(state)
    return {
      variant: definition.variant,
      prompts: Object.fromEntries(definition.prompts.map((prompt, i) => [`p${i + 1}`, prompt])),
      ...(definition.mood && { mood: definition.mood }),
      ...(definition.seconds !== undefined && { seconds: definition.seconds }),
      order: state.order,
      people: Object.fromEntries(state.order.map((id) => [id, standingOf(state, id)])),
      ...(state.speaker !== undefined && { speaker: state.speaker }),
      ...(next !== undefined && { next }),
      lines: state.lines,
      ...felt(state, definition),
      answeredCount: state.order.filter((id) => standingOf(state, id) === 'spoken').length,
    }
  },

  mine(state, _definition, _phase, personId) {
    const feeling = own(state.feelings, personId)
    const line = own(state.lines, personId)
    return {
      ...(state.order.includes(personId) && { state: standingOf(state, personId) }),
      ...(line !== undefined && { line }),
      ...(feeling && { answer: feeling }),
    }
  },

  trainer(state, definition) {
    const answered: Record<string, true> = {}
    for (const id of state.order) if (standingOf(state, id) === 'spoken') answered[id] = true
    return { definition, answered }
  },

  predict: predictRoundtable,
  skipsReveal: () => true,
}

/** What each reader sees of a tour de table. */
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import { turnView } from '../turn.ts'
import type {
  RoundtableDefinition,
  RoundtableEveryone,
  RoundtableMine,
  RoundtableStanding,
  RoundtableTrainer,
} from './definition.ts'
import { MOODS } from './limits.ts'
import { nextOf, type State, standingOf } from './state.ts'

/** Once it is closed, whoever was speaking has spoken. */
function standing(state: State, phase: Phase, personId: string): RoundtableStanding {
  const now = standingOf(state, personId)
  return now === 'speaking' && phase !== 'open' ? 'spoken' : now
}

function felt({ feelings }: State, { mood }: RoundtableDefinition) {
  const all = Object.values(feelings)
  if (mood === 'mood') {
    const counts = MOODS.map((id) => [id, all.filter((one) => one.mood === id).length])
    return { moods: Object.fromEntries(counts) }
  }
  if (mood !== 'word') return {}
  // By alphabet: the order says nothing of who wrote what.
  const words = all.flatMap(({ word }) => (word ? [word] : [])).sort()
  return { words: Object.fromEntries(words.map((word, i) => [`w${i + 1}`, word])) }
}

export function everyone(state: State, definition: RoundtableDefinition, phase: Phase): RoundtableEveryone {
  const next = phase === 'ready' || phase === 'open' ? nextOf(state) : undefined
  const turn = phase === 'open' ? state.turn : undefined
  return {
    variant: definition.variant,
    prompts: Object.fromEntries(definition.prompts.map((prompt, i) => [`p${i + 1}`, prompt])),
    ...(definition.mood && { mood: definition.mood }),
    ...(definition.seconds !== undefined && { seconds: definition.seconds }),
    order: state.order,
    people: Object.fromEntries(state.order.map((id) => [id, standing(state, phase, id)])),
    ...(turn && {
      speaker: turn.personId,
      turn: turnView(turn),
    }),
    ...(next !== undefined && { next }),
    ...felt(state, definition),
    answeredCount: state.order.filter((id) => standing(state, phase, id) === 'spoken').length,
  }
}

export function mine(
  state: State,
  _definition: RoundtableDefinition,
  phase: Phase,
  personId: string,
): RoundtableMine {
  const feeling = own(state.feelings, personId)
  const line = own(state.lines, personId)
  return {
    ...(state.order.includes(personId) && { state: standing(state, phase, personId) }),
    ...(line && { line }),
    ...(feeling && { answer: feeling }),
  }
}

export function trainer(state: State, definition: RoundtableDefinition, phase: Phase): RoundtableTrainer {
  const answered: Record<string, true> = {}
  for (const id of state.order) if (standing(state, phase, id) === 'spoken') answered[id] = true
  return {
    definition,
    answered,
    answers: state.feelings,
    lines: state.lines,
    spent: state.spent,
    ...(state.arranged && { arranged: state.arranged }),
  }
}

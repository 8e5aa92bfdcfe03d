/** How a tour de table goes on, one fact after the other. */
import { beginTurn, withClock } from '../turn.ts'
import type { RoundtableEvent } from './definition.ts'
import { type State, without } from './state.ts'

type Fact = RoundtableEvent & { by: string; at: number }

export function evolve(state: State, event: Fact): State {
  switch (event.type) {
    case 'arranged':
      return { ...state, order: event.order, arranged: { how: event.how, at: event.at } }
    case 'called': {
      const { personId, seconds, at } = event
      const before = settle(state, at)
      return {
        ...before,
        order: before.order.includes(personId) ? before.order : [...before.order, personId],
        standing: without(before.standing, personId),
        turn: { personId, ...beginTurn(at, seconds) },
        turns: state.turns + 1,
      }
    }
    case 'clocked':
      return clock(state, event)
    case 'finished':
      return settle(state, event.cut ? undefined : event.at)
    case 'skipped': {
      const { personId } = event
      const standing = event.final ? 'passed' : 'skipped'
      const putOff = { ...state.putOff, [personId]: true as const }
      return { ...stand(state, personId, standing, event.at), putOff }
    }
    case 'marked':
      return stand(state, event.personId, event.absent ? 'absent' : undefined, event.at)
    case 'noted':
      return { ...state, lines: linesAfter(state.lines, event) }
    case 'felt': {
      const { at, mood, word } = event
      const feeling = { at, ...(mood && { mood }), ...(word && { word }) }
      return { ...state, feelings: { ...state.feelings, [event.by]: feeling } }
    }
  }
}

function clock(state: State, { personId, at, ...set }: Extract<Fact, { type: 'clocked' }>): State {
  const { turn } = state
  return turn?.personId === personId ? { ...state, turn: { personId, ...withClock(turn, set, at) } } : state
}

function linesAfter(
  lines: State['lines'],
  { personId, text, at, by }: Extract<Fact, { type: 'noted' }>,
): State['lines'] {
  if (text === '') return without(lines, personId)
  return { ...lines, [personId]: { text, at, ...(by !== personId && { byTrainer: true }) } }
}

/** Nobody speaks any more; the time spoken is added up, unless nobody knows when it ended (no `at`). */
function hush({ turn, ...state }: State, at: number | undefined): State {
  if (!turn || at === undefined) return state
  const spent = (state.spent[turn.personId] ?? 0) + Math.max(0, at - turn.since)
  return { ...state, spent: { ...state.spent, [turn.personId]: spent } }
}

/** Whoever speaks has spoken. */
function settle(state: State, at: number | undefined): State {
  if (!state.turn) return state
  const standing = { ...state.standing, [state.turn.personId]: 'spoken' as const }
  return { ...hush(state, at), standing }
}

/** The person waits (undefined), is put off, has passed or is absent; if it was their turn, nobody speaks. */
function stand(
  state: State,
  personId: string,
  standing: 'skipped' | 'passed' | 'absent' | undefined,
  at: number,
): State {
  const after = state.turn?.personId === personId ? hush(state, at) : state
  const rest = without(after.standing, personId)
  return { ...after, standing: standing ? { ...rest, [personId]: standing } : rest }
}

/** How presentations go on, one fact after the other. */
import { beginTurn, withClock } from '../turn.ts'
import type { PresentationEvent } from './definition.ts'
import { type Sheet, type State, without } from './state.ts'

type Fact = PresentationEvent & { by: string; at: number }

export function evolve(state: State, event: Fact): State {
  const { at } = event
  switch (event.type) {
    case 'arranged':
      return { ...state, order: event.order }
    case 'called': {
      const { personId, seconds } = event
      const before = finish(state, at)
      return {
        ...before,
        order: before.order.includes(personId) ? before.order : [...before.order, personId],
        done: without(before.done, personId),
        skipped: without(before.skipped, personId),
        turn: { personId, ...beginTurn(at, seconds) },
        turns: state.turns + 1,
      }
    }
    case 'stopped':
      return finish(state, event.cut ? undefined : at)
    case 'clocked': {
      const { personId, type: _type, by: _by, at: _at, ...set } = event
      const { turn } = state
      return turn?.personId === personId
        ? { ...state, turn: { personId, ...withClock(turn, set, at) } }
        : state
    }
    case 'skipped': {
      const { personId } = event
      const { turn, ...rest } = state
      const after: State = turn && turn.personId !== personId ? state : rest
      const others = without(after.skipped, personId)
      return { ...after, skipped: event.skipped ? { ...others, [personId]: true } : others }
    }
    case 'announced': {
      const others = without(state.subjects, event.by)
      const { text } = event
      return { ...state, subjects: text === '' ? others : { ...others, [event.by]: { text, at } } }
    }
    case 'graded':
      return onSheet(state, event, (sheet) => {
        const others = without(sheet.grades, event.criterionId)
        const { level } = event
        return { ...sheet, grades: level === undefined ? others : { ...others, [event.criterionId]: level } }
      })
    case 'told':
      return onSheet(state, event, ({ feedback: _before, ...sheet }) =>
        event.text === '' ? sheet : { ...sheet, feedback: event.text },
      )
    case 'released':
      return onSheet(state, event, (sheet) => ({ ...sheet, releasedAt: at }))
  }
}

function onSheet(
  state: State,
  { personId, at }: { personId: string; at: number },
  change: (sheet: Sheet) => Sheet,
): State {
  const sheet = state.sheets[personId] ?? { grades: {}, at }
  return { ...state, sheets: { ...state.sheets, [personId]: { ...change(sheet), at } } }
}

/** Whoever presents has presented; the time is added up, unless nobody knows when it ended (no `at`). */
function finish({ turn, ...state }: State, at: number | undefined): State {
  if (!turn) return state
  const { personId, since } = turn
  const done = { ...state.done, [personId]: true as const }
  if (at === undefined) return { ...state, done }
  const spent = (state.spent[personId] ?? 0) + Math.max(0, at - since)
  return { ...state, done, spent: { ...state.spent, [personId]: spent } }
}

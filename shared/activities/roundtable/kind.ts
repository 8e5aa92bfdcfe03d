/** Tour de table: each in turn has the floor, and one line of what they said is kept. */
import type { ActivityKind } from '#shared/kind.ts'
import { called, floorAfterTurn } from '../turn.ts'
import { decide } from './decide.ts'
import {
  type RoundtableCommand,
  type RoundtableDefinition,
  type RoundtableEvent,
  type RoundtableEveryone,
  type RoundtableMine,
  type RoundtableTrainer,
  roundtableCommand,
  roundtableDefinition,
} from './definition.ts'
import { evolve } from './evolve.ts'
import { firstOrder } from './order.ts'
import { predictRoundtable } from './predict.ts'
import { isHeard, nextOf, type State, standingOf, start } from './state.ts'
import { everyone, mine, trainer } from './views.ts'

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
    pass: ['participant'],
    arrange: ['trainer'],
    call: ['trainer'],
    skip: ['trainer'],
    absent: ['trainer'],
    more: ['trainer', 'cotrainer'],
    pause: ['trainer', 'cotrainer'],
    resume: ['trainer', 'cotrainer'],
  },
  afterClass: ['line'],

  start: () => start,
  decide,
  evolve,
  everyone,
  mine,
  trainer,
  predict: predictRoundtable,
  skipsReveal: () => true,

  /** The first opening settles the order, if the trainer has not; a turn that a close had cut has been had. */
  opening(state, definition, phase, setting) {
    if (phase !== 'ready') return state.turn && { type: 'finished', cut: true }
    if (state.order.length > 0) return undefined
    return { type: 'arranged', order: firstOrder(definition, setting), how: definition.order }
  },

  inside(state, definition, phase) {
    if (phase !== 'open') return undefined
    const next = nextOf(state)
    if (next === undefined) return state.turn && { step: 'finish', event: { type: 'finished' } }
    const n = state.order.filter((id) => isHeard(state, id)).length + 1
    const of = state.order.filter((id) => standingOf(state, id) !== 'absent').length
    return { step: 'turn', event: called(next, definition), n, of, personId: next }
  },

  point: ({ turns, turn }) => `tour-${turns}${turn ? '-parle' : ''}`,

  phaseAfter: (event) => (event.type === 'finished' && !event.cut ? 'closed' : undefined),

  floorAfter(event) {
    switch (event.type) {
      case 'called':
      case 'clocked':
        return floorAfterTurn(event)
      case 'finished':
        return 'free'
      case 'skipped':
      case 'marked':
        return event.free && 'free'
      default:
        return undefined
    }
  },
}

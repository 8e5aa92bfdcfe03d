/** Presentation: each in turn takes the stage, and is graded on a grid with words of the trainer. */
import type { ActivityKind } from '#shared/kind.ts'
import { called, floorAfterTurn } from '../turn.ts'
import { decide } from './decide.ts'
import {
  type PresentationCommand,
  type PresentationDefinition,
  type PresentationEvent,
  type PresentationEveryone,
  type PresentationMine,
  type PresentationTrainer,
  presentationCommand,
  presentationDefinition,
} from './definition.ts'
import { evolve } from './evolve.ts'
import { predictPresentation } from './predict.ts'
import { presentationScores } from './score.ts'
import { nextOf, type State, standingOf, start } from './state.ts'
import { everyone, mine, trainer } from './views.ts'

export const presentation: ActivityKind<
  PresentationDefinition,
  State,
  PresentationCommand,
  PresentationEvent,
  PresentationEveryone,
  PresentationMine,
  PresentationTrainer
> = {
  kind: 'presentation',
  definition: presentationDefinition,
  command: presentationCommand,
  mayDo: {
    subject: ['participant'],
    call: ['trainer'],
    stop: ['trainer'],
    skip: ['trainer'],
    grade: ['trainer', 'cotrainer'],
    feedback: ['trainer', 'cotrainer'],
    release: ['trainer', 'cotrainer'],
    more: ['trainer', 'cotrainer'],
    pause: ['trainer', 'cotrainer'],
    resume: ['trainer', 'cotrainer'],
  },
  afterClass: ['grade', 'feedback', 'release'],

  start: () => start,
  decide,
  evolve,
  everyone,
  mine,
  trainer,
  predict: predictPresentation,
  skipsReveal: () => true,
  scores: presentationScores,

  /** People present in the order in which they are listed; a presentation that a close had cut is over. */
  opening(state, _definition, phase, { people }) {
    if (phase !== 'ready') return state.turn && { type: 'stopped', cut: true }
    return state.order.length > 0 ? undefined : { type: 'arranged', order: [...people] }
  },

  /** One presentation ends before the next begins: there is time to grade and to talk. */
  inside(state, definition, phase) {
    if (phase !== 'open') return undefined
    if (state.turn) return { step: 'stop', event: { type: 'stopped' }, personId: state.turn.personId }
    const next = nextOf(state)
    if (next === undefined) return undefined
    const n = state.order.filter((id) => standingOf(state, id) === 'done').length + 1
    const of = state.order.filter((id) => standingOf(state, id) !== 'skipped').length
    return { step: 'present', event: called(next, definition), n, of, personId: next }
  },

  point: ({ turns, turn }) => `presentation-${turns}${turn ? '-en-cours' : ''}`,

  floorAfter(event) {
    switch (event.type) {
      case 'called':
      case 'clocked':
        return floorAfterTurn(event)
      case 'stopped':
        return 'free'
      case 'skipped':
        return event.free && 'free'
      default:
        return undefined
    }
  },
}

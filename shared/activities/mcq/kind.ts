/** QCM (mcq): a series of questions with right answers, at the trainer's pace or at each learner's. */
import type { ActivityKind } from '#shared/kind.ts'
import { reject } from '#shared/types.ts'
import { decideMcq } from './decide.ts'
import {
  type McqCommand,
  type McqDefinition,
  type McqEvent,
  type McqEveryone,
  type McqMine,
  type McqTrainer,
  mcqCommand,
  mcqDefinition,
} from './definition.ts'
import { predictMcq } from './predict.ts'
import { mcqScores } from './score.ts'
import { evolveMcq, type McqState, nextQuestion, roundsOf, startMcq } from './state.ts'
import { everyoneMcq, mineMcq, trainerMcq } from './views.ts'

export const mcq: ActivityKind<
  McqDefinition,
  McqState,
  McqCommand,
  McqEvent,
  McqEveryone,
  McqMine,
  McqTrainer
> = {
  kind: 'mcq',
  definition: mcqDefinition,
  command: mcqCommand,
  mayDo: {
    answer: ['participant'],
    submit: ['participant'],
    'catch-up': ['participant'],
    retake: ['trainer'],
    feedback: ['trainer', 'cotrainer'],
  },

  start: startMcq,
  decide: decideMcq,
  evolve: evolveMcq,
  everyone: everyoneMcq,
  mine: mineMcq,
  trainer: trainerMcq,
  predict: predictMcq,
  scores: mcqScores,
  afterClass: ['catch-up', 'feedback'],
  plain: ['answered', 'submitted'],

  opensFor: (_state, { seconds }) => seconds,

  opening({ current }, { pace }, phase) {
    if (phase !== 'revealed') return undefined
    if (pace === 'trainer') return { type: 'retaken', questionId: current }
    return reject('closed', 'Les réponses sont montrées : ce QCM ne se rouvre plus.')
  },

  inside(state, definition, phase) {
    if (definition.pace === 'learner' || phase !== 'revealed') return undefined
    const current = definition.questions.find(({ id }) => id === state.current)!
    if (current.explanation !== undefined && !state.explained)
      return { step: 'explain', event: { type: 'explained' } }
    const next = nextQuestion(state, definition)
    if (!next) return undefined
    const { id, text } = next.question
    return {
      step: 'question',
      event: { type: 'turned', questionId: id },
      n: next.n,
      of: definition.questions.length,
      title: text,
    }
  },

  point(state, { pace }) {
    if (pace === 'learner') return ''
    const round = roundsOf(state, state.current).length
    return [state.current, round > 1 && `${round}`, state.explained && 'explained'].filter(Boolean).join('/')
  },

  phaseAfter: ({ type }) => (type === 'turned' || type === 'retaken' ? 'ready' : undefined),
}

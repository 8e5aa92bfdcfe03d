/** Mise en situation: each works on a copy that the trainer sees being made, and corrects in place. */
import type { ActivityKind } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { reject } from '#shared/types.ts'
import { drawTeams } from './cast.ts'
import { decideScenario } from './decide.ts'
import { type ScenarioDefinition, scenarioDefinition } from './definition.ts'
import { evolveScenario } from './evolve.ts'
import { predictScenario } from './predict.ts'
import { scenarioScores } from './score.ts'
import { newCopy, type State } from './state.ts'
import { everyoneScenario, mineScenario, trainerScenario } from './views.ts'
import {
  type ScenarioCommand,
  type ScenarioEvent,
  type ScenarioEveryone,
  type ScenarioMine,
  type ScenarioTrainer,
  scenarioCommand,
} from './work.ts'

export const scenario: ActivityKind<
  ScenarioDefinition,
  State,
  ScenarioCommand,
  ScenarioEvent,
  ScenarioEveryone,
  ScenarioMine,
  ScenarioTrainer
> = {
  kind: 'scenario',
  definition: scenarioDefinition,
  command: scenarioCommand,
  mayDo: {
    write: ['participant'],
    stuck: ['participant'],
    hint: ['participant'],
    act: ['participant'],
    settle: ['participant'],
    comment: ['trainer', 'cotrainer'],
    'send-back': ['trainer', 'cotrainer'],
    accept: ['trainer', 'cotrainer'],
    override: ['trainer', 'cotrainer'],
    announce: ['trainer', 'cotrainer'],
    release: ['trainer', 'cotrainer'],
    show: ['trainer'],
    cast: ['trainer'],
  },
  afterClass: ['comment', 'send-back', 'accept', 'override', 'release'],

  // Pages put them into themselves as they are: those of a course were made safe when its files were read.
  notOnTheSpot: ({ documents }) =>
    documents.some(({ html }) => html !== undefined)
      ? reject('invalid', 'definition.documents : du HTML ne vient que des fichiers d’un cours.')
      : undefined,
  start: (definition) => ({ definition, copies: {}, copyOf: {} }),
  decide: decideScenario,
  evolve: evolveScenario,
  everyone: everyoneScenario,
  mine: (state, definition, phase, personId) =>
    mineScenario(state, definition, phase, personId, newCopy(state, {})),
  trainer: trainerScenario,
  predict: predictScenario,
  opensFor: (_state, { seconds }) => seconds,
  scores: scenarioScores,
  copies: {
    of: ({ copyOf }, personId) => own(copyOf, personId),
    members: ({ copies }, copyId) => Object.keys(own(copies, copyId)?.members ?? {}),
  },

  opening({ copies }, { roles }, phase, { people, lot }) {
    if (phase !== 'ready' || roles.length === 0 || Object.keys(copies).length > 0) return undefined
    const ids = roles.map(({ id }) => id)
    return { type: 'cast', copies: drawTeams(people, ids, lot) }
  },
}

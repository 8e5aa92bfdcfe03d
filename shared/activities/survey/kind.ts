/**
 * Questionnaire: filled in once by each person, shown to nobody before the close. Anonymous means it: who has
 * returned is in the log, what they said is in the ballot box until the close, and nothing ties the two.
 */
import type { ActivityKind } from '#shared/kind.ts'
import { isRejection, reject } from '#shared/types.ts'
import { readAnswers } from './answers.ts'
import {
  type SurveyAnswers,
  type SurveyCommand,
  type SurveyDefinition,
  type SurveyEvent,
  type SurveyEveryone,
  type SurveyItem,
  type SurveyItemView,
  type SurveyMine,
  type SurveyResults,
  type SurveyTrainer,
  surveyCommand,
  surveyDefinition,
} from './definition.ts'
import { predictSurvey } from './predict.ts'
import { surveyResults, withoutTexts } from './results.ts'

type Return = { at: number; late?: true; answers?: SurveyAnswers }
/** `returned`: who has handed in. `ballots`: what the anonymous returns said, once taken in. */
type SurveyState = { returned: Record<string, Return>; ballots?: SurveyAnswers[] }

function itemView(item: SurveyItem, order: number): SurveyItemView {
  const view = { id: item.id, order, type: item.type, text: item.text, required: item.required }
  if (item.type !== 'choice') return view
  return {
    ...view,
    ...(item.multiple && { multiple: true as const }),
    options: Object.fromEntries(item.options.map(({ id, text }) => [id, { text }])),
    optionOrder: item.options.map((option) => option.id),
  }
}

/** Nothing before the close; late returns are kept and not counted. */
function results(state: SurveyState, definition: SurveyDefinition): SurveyResults | undefined {
  if (definition.anonymous) return state.ballots && surveyResults(state.ballots, definition)
  const inTime = Object.values(state.returned).filter((one) => !one.late)
  return surveyResults(
    inTime.map((one) => one.answers ?? {}),
    definition,
  )
}

export const survey: ActivityKind<
  SurveyDefinition,
  SurveyState,
  SurveyCommand,
  SurveyEvent,
  SurveyEveryone,
  SurveyMine,
  SurveyTrainer
> = {
  kind: 'survey',
  definition: surveyDefinition,
  command: surveyCommand,
  mayDo: { return: ['participant'], amend: ['participant'] },

  start: () => ({ returned: {} }),

  decide(state, command, { phase, definition, late, by }) {
    if (phase === 'ready') return reject('closed', 'Le questionnaire n’est pas encore ouvert.')
    const { anonymous } = definition
    if (phase === 'revealed' || (anonymous && phase === 'closed'))
      return reject('closed', 'Le questionnaire est clos.')
    if (anonymous && command.ballotId === undefined)
      return reject(
        'invalid',
        'ballotId : un questionnaire anonyme se rend avec un bulletin (64 chiffres hexadécimaux).',
      )
    if (!anonymous && (command.type === 'amend' || command.ballotId !== undefined))
      return reject('invalid', 'Ce questionnaire n’est pas anonyme : rendez-le de nouveau, sans ballotId.')
    const answers = readAnswers(command.answers, definition)
    if (isRejection(answers)) return answers
    const before = state.returned[by]
    if (command.type === 'amend')
      return before ? [] : reject('not-found', 'Vous n’avez pas encore rendu ce questionnaire.')
    if (!anonymous) return [{ type: 'returned', answers, ...(late && { late: true as const }) }]
    return before
      ? reject('closed', 'Votre questionnaire est déjà rendu : changez-le sur l’appareil qui l’a rendu.')
      : [{ type: 'returned' }]
  },

  evolve(state, event) {
    if (event.type === 'collected') return { ...state, ballots: event.ballots }
    const { at, by, answers, late } = event
    const before = state.returned[by]
    // What was handed in late does not take the place of what was handed in in time.
    if (late && before && !before.late) return state
    const one: Return = { at, ...(late && { late }), ...(answers && { answers }) }
    return { ...state, returned: { ...state.returned, [by]: one } }
  },

  everyone(state, definition, phase) {
    const shown = phase === 'revealed' ? results(state, definition) : undefined
    return {
      anonymous: definition.anonymous,
      ...(definition.intro && { intro: definition.intro }),
      ...(definition.low && { low: definition.low }),
      ...(definition.high && { high: definition.high }),
      ...(phase !== 'ready' && {
        items: Object.fromEntries(definition.items.map((item, i) => [item.id, itemView(item, i)])),
      }),
      answeredCount: Object.keys(state.returned).length,
      ...(shown && { results: withoutTexts(shown) }),
    }
  },

  mine(state, _definition, _phase, personId) {
    const one = state.returned[personId]
    return one ? { answer: one } : {}
  },

  trainer(state, definition, phase) {
    const shown = phase === 'closed' || phase === 'revealed' ? results(state, definition) : undefined
    const answered: Record<string, true> = {}
    for (const id of Object.keys(state.returned)) answered[id] = true
    return {
      definition,
      answered,
      ...(shown && { results: shown }),
      ...(!definition.anonymous && {
        answers: Object.fromEntries(
          Object.entries(state.returned).map(([id, one]) => [id, { ...one, answers: one.answers ?? {} }]),
        ),
      }),
    }
  },

  predict: predictSurvey,

  // What people think of the day is not put on the wall by the next key: showing it takes a gesture of its own.
  skipsReveal: () => true,

  opening: (state) =>
    state.ballots &&
    reject('closed', 'Les bulletins sont dépouillés : un questionnaire anonyme ne rouvre pas.'),

  ballot: (command, definition) =>
    definition.anonymous && command.ballotId !== undefined
      ? { id: command.ballotId, content: orderly(command.answers, definition) }
      : undefined,

  collect: (state, definition, phase, ballots) =>
    definition.anonymous && !state.ballots && (phase === 'closed' || phase === 'revealed')
      ? { type: 'collected', ballots: ballots as SurveyAnswers[] }
      : undefined,
}

/** What an accepted command's answers read as. */
function orderly(given: SurveyAnswers, definition: SurveyDefinition): SurveyAnswers {
  const read = readAnswers(given, definition)
  return isRejection(read) ? {} : read
}

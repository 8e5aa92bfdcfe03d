/** Poll (sondage): one question, no right answer; results shown when revealed, or live. */
import type { ActivityKind } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { type Phase, reject } from '#shared/types.ts'
import { wrongChoice } from '../choices.ts'
import {
  type PollAnswer,
  type PollAnswered,
  type PollCommand,
  type PollDefinition,
  type PollEveryone,
  type PollMine,
  type PollResults,
  type PollTrainer,
  pollCommand,
  pollDefinition,
} from './definition.ts'
import { predictPoll } from './predict.ts'

/** A poll has one question. */
const QUESTION_ID = 'q'

/** `answers`: the last of each person, late ones too. `inTime`: the last given before the vote closed. */
type PollState = { answers: Record<string, PollAnswer>; inTime: Record<string, PollAnswer> }

/** Late answers are kept for their author and the trainer, outside the results. */
function results(state: PollState, definition: PollDefinition): PollResults {
  const counts: Record<string, number> = {}
  for (const option of definition.options) counts[option.id] = 0
  let total = 0
  for (const answer of Object.values(state.inTime)) {
    if (!given(answer)) continue
    total++
    for (const id of answer.choice) counts[id] = (counts[id] ?? 0) + 1
  }
  return { counts, total }
}

const given = (answer: PollAnswer | undefined) => answer !== undefined && answer.choice.length > 0

/** Once everybody has seen the results, nobody's answer can lead another's any more. */
function mayCatchUp(definition: PollDefinition, phase: Phase): boolean {
  return phase === 'revealed' || (phase === 'closed' && definition.results === 'live')
}

function whoAnswered(answers: Record<string, PollAnswer>): Record<string, true> {
  const who: Record<string, true> = {}
  for (const [personId, answer] of Object.entries(answers)) {
    if (given(answer)) who[personId] = true
  }
  return who
}

export const poll: ActivityKind<
  PollDefinition,
  PollState,
  PollCommand,
  PollAnswered,
  PollEveryone,
  PollMine,
  PollTrainer
> = {
  kind: 'poll',
  definition: pollDefinition,
  command: pollCommand,
  mayDo: { answer: ['participant'], 'catch-up': ['participant'] },

  start: () => ({ answers: {}, inTime: {} }),

  decide(state, command, context) {
    const { phase, definition } = context
    if (phase === 'ready') return reject('closed', 'Le vote n’est pas encore ouvert.')
    const catchingUp = command.type === 'catch-up'
    if (catchingUp && !mayCatchUp(definition, phase))
      return reject('closed', 'Les résultats ne sont pas encore montrés : répondez à la question elle-même.')
    if (catchingUp && given(own(state.answers, context.by)))
      return reject('closed', 'Vous avez déjà répondu : il n’y a rien à rattraper.')
    if (!catchingUp && phase === 'revealed')
      return reject('closed', 'Le vote est clos : les résultats sont montrés.')
    if (command.questionId !== undefined && command.questionId !== QUESTION_ID)
      return reject('invalid', `La question « ${command.questionId} » n’existe pas : ${QUESTION_ID}.`)
    const wrong = wrongChoice(definition.options, definition.type === 'multiple', command.choice)
    if (wrong) return wrong
    if (catchingUp && command.choice.length === 0) return reject('invalid', 'Cochez au moins une réponse.')
    return [
      {
        type: 'answered',
        choice: [...command.choice].sort(),
        ...((context.late || catchingUp) && { late: true as const }),
        ...(catchingUp && { caughtUp: true as const }),
      },
    ]
  },

  evolve(state, event) {
    const answer: PollAnswer = {
      choice: event.choice,
      at: event.at,
      ...(event.late && { late: true as const }),
      ...(event.caughtUp && { caughtUp: true as const }),
    }
    const put = (answers: Record<string, PollAnswer>) => ({ ...answers, [event.by]: answer })
    return { answers: put(state.answers), inTime: event.late ? state.inTime : put(state.inTime) }
  },

  everyone(state, definition, phase) {
    const shown = phase === 'revealed' || (definition.results === 'live' && phase !== 'ready')
    return {
      pollType: definition.type,
      question: {
        id: QUESTION_ID,
        text: definition.text,
        multiple: definition.type === 'multiple',
        options: Object.fromEntries(definition.options.map(({ id, text }) => [id, { text }])),
      },
      order: definition.options.map((option) => option.id),
      named: definition.named,
      ...(definition.lowLabel && { lowLabel: definition.lowLabel }),
      ...(definition.highLabel && { highLabel: definition.highLabel }),
      ...(definition.compareWith && { compareWith: definition.compareWith }),
      ...(definition.results === 'live' && { liveResults: true }),
      answeredCount: results(state, definition).total,
      ...(shown && { results: results(state, definition) }),
    }
  },

  mine(state, _definition, _phase, personId) {
    const answer = state.answers[personId]
    return answer ? { answer } : {}
  },

  trainer(state, definition) {
    return {
      definition,
      answered: whoAnswered(state.answers),
      results: results(state, definition),
      ...(definition.named && { answers: state.answers }),
    }
  },

  predict: predictPoll,
  afterClass: ['catch-up'],
  plain: ['answered'],
  skipsReveal: (definition) => definition.results === 'live',
}

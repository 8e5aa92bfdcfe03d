/** What may be done in a QCM, and why not. */
import type { KindContext } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { type Rejection, reject } from '#shared/types.ts'
import { wrongChoice } from '../choices.ts'
import type { McqCommand, McqDefinition, McqEvent, McqQuestion } from './definition.ts'
import { given } from './own-answer.ts'
import { feedbackOn, isAsked, isRevealed, type McqState, roundsOf } from './state.ts'

type Context = KindContext<McqDefinition>
type Outcome = McqEvent[] | Rejection
type Of<T extends McqCommand['type']> = Extract<McqCommand, { type: T }>

export function decideMcq(state: McqState, command: McqCommand, context: Context): Outcome {
  switch (command.type) {
    case 'answer':
      return answer(state, command, context)
    case 'submit':
      return submit(state, context)
    case 'catch-up':
      return catchUp(state, command, context)
    case 'retake':
      return retake(state, command, context)
    case 'feedback':
      return feedback(state, command, context)
  }
}

function find({ questions }: McqDefinition, questionId: string): McqQuestion | Rejection {
  const question = questions.find(({ id }) => id === questionId)
  return question ?? reject('invalid', `La question « ${questionId} » n’existe pas dans cette série.`)
}

const isQuestion = (found: McqQuestion | Rejection): found is McqQuestion => 'options' in found

function answer(state: McqState, command: Of<'answer'>, context: Context): Outcome {
  const { definition, phase, late, by } = context
  const { questionId = definition.pace === 'trainer' ? state.current : undefined, choice } = command
  if (questionId === undefined)
    return reject('invalid', 'questionId : dites à quelle question vous répondez.')
  const question = find(definition, questionId)
  if (!isQuestion(question)) return question
  if (isRevealed(state, definition, phase, questionId))
    return reject('closed', 'La question est close : la bonne réponse est montrée.')
  if (definition.pace === 'trainer' && questionId !== state.current)
    return reject('closed', 'Cette question n’est pas celle qui est posée : répondez à celle de l’écran.')
  if (phase === 'ready') return reject('closed', 'La question n’est pas encore ouverte.')
  if (own(state.submitted, by)) return reject('closed', 'Vos réponses sont rendues : elles ne changent plus.')
  const wrong = wrongChoice(question.options, question.multiple, choice)
  if (wrong) return wrong
  return [{ type: 'answered', questionId, choice: [...choice].sort(), ...(late && { late: true as const }) }]
}

function submit(state: McqState, { definition, phase, late, by }: Context): Outcome {
  if (definition.pace === 'trainer')
    return reject('invalid', 'Il n’y a rien à rendre : le formateur mène les questions une à une.')
  if (own(state.submitted, by)) return []
  if (phase === 'ready') return reject('closed', 'Les questions ne sont pas encore ouvertes.')
  if (phase === 'revealed') return reject('closed', 'Les questions sont closes : les réponses sont montrées.')
  return [{ type: 'submitted', ...(late && { late: true as const }) }]
}

function catchUp(state: McqState, { questionId, choice }: Of<'catch-up'>, context: Context): Outcome {
  const { definition, phase, by } = context
  const question = find(definition, questionId)
  if (!isQuestion(question)) return question
  if (!isRevealed(state, definition, phase, questionId))
    return reject('closed', 'La bonne réponse n’est pas encore montrée : la question se rattrapera ensuite.')
  if (roundsOf(state, questionId).some(({ answers }) => given(own(answers, by))))
    return reject('closed', 'Vous avez déjà répondu : il n’y a rien à rattraper.')
  const wrong = wrongChoice(question.options, question.multiple, choice)
  if (wrong) return wrong
  if (choice.length === 0) return reject('invalid', 'Cochez au moins une réponse.')
  return [{ type: 'answered', questionId, choice: [...choice].sort(), late: true, caughtUp: true }]
}

/** Asks a question once more: not while another is open, nor before its answer has been shown. */
function retake(state: McqState, { questionId }: Of<'retake'>, { definition, phase }: Context): Outcome {
  if (definition.pace === 'learner')
    return reject('closed', 'Chacun avance à son rythme : une question ne se repose pas à tous.')
  const question = find(definition, questionId)
  if (!isQuestion(question)) return question
  const current = questionId === state.current
  if (current && phase === 'ready' && own(state.revealed, questionId)) return []
  if (phase === 'open' || phase === 'closed')
    return reject('closed', 'Montrez d’abord la réponse à la question en cours.')
  if (!isRevealed(state, definition, phase, questionId))
    return reject('closed', 'Cette question n’a pas encore été posée : elle viendra à son tour.')
  return [{ type: 'retaken', questionId, ...(phase === 'ready' && { instead: true as const }) }]
}

function feedback(state: McqState, command: Of<'feedback'>, context: Context): Outcome {
  const { questionId, personId, text } = command
  const { definition, phase, people } = context
  const question = find(definition, questionId)
  if (!isQuestion(question)) return question
  if (!isAsked(state, definition, phase, questionId))
    return reject('closed', 'Cette question n’a pas encore été posée.')
  if (personId !== undefined && !people.includes(personId))
    return reject('not-found', `« ${personId} » n’est pas une personne inscrite dans cette classe.`)
  const before = feedbackOn(state, questionId)
  const said = personId === undefined ? before.all : own(before.people, personId)
  if ((said ?? '') === text) return []
  return [{ type: 'feedback', questionId, ...(personId !== undefined && { personId }), text }]
}

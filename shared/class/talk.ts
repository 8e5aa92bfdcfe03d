/** Words between one person and the trainer: questions asked, answers, a word in private. */
import { own } from '#shared/own.ts'
import { type ClassEvent, reject } from '#shared/types.ts'
import type { TalkView, TrainerTalk } from '#shared/views.ts'
import type { Payload } from './commands.ts'
import type { Decision } from './decision.ts'
import type { Fact } from './events.ts'
import type { ClassState, TalkState } from './state.ts'

const noQuestion = (id: string) => reject('not-found', `Aucune question « ${id} » n’a été posée.`)

/** More than anybody waits an answer to: all of them stand on the trainers' screens. */
const MOST_WAITING = 30

export function askQuestion(
  { talk }: ClassState,
  personId: string,
  { text }: Payload<'question.ask'>,
): Decision {
  const waiting = Object.values(talk.questions).filter(({ by, settled }) => by === personId && !settled)
  if (waiting.length >= MOST_WAITING)
    return reject('closed', `${MOST_WAITING} de vos questions attendent : le formateur y répond d’abord.`)
  const questionId = `k${Object.keys(talk.questions).length + 1}`
  return [{ type: 'question.asked', payload: { questionId, text } }]
}

/** Puts a question on the stage, without a name; no `questionId`: takes it off. */
export function showQuestion({ talk }: ClassState, { questionId }: Payload<'question.show'>): Decision {
  if (questionId !== undefined && !own(talk.questions, questionId)) return noQuestion(questionId)
  if (questionId === talk.shown) return []
  return [{ type: 'question.shown', payload: questionId === undefined ? {} : { questionId } }]
}

export function settleQuestion({ talk }: ClassState, payload: Payload<'question.settle'>): Decision {
  const question = own(talk.questions, payload.questionId)
  if (!question) return noQuestion(payload.questionId)
  if (Boolean(question.settled) === payload.settled) return []
  return [{ type: 'question.settled', payload }]
}

export function sayWord(state: ClassState, { personId, text, questionId }: Payload<'word.say'>): Decision {
  const person = own(state.people, personId)
  if (!person || person.withdrawn)
    return reject('not-found', `« ${personId} » n’est pas une personne inscrite dans cette classe.`)
  if (questionId !== undefined && own(state.talk.questions, questionId)?.by !== personId)
    return noQuestion(questionId)
  const wordId = `w${Object.keys(state.talk.words).length + 1}`
  const answers = questionId === undefined ? {} : { questionId }
  return [{ type: 'word.said', payload: { wordId, personId, text, ...answers } }]
}

type TalkEvent = ClassEvent & Extract<Fact, { type: `question.${string}` | 'word.said' }>

export function evolveTalk(talk: TalkState, event: TalkEvent): TalkState {
  switch (event.type) {
    case 'question.asked': {
      const { questionId, text } = event.payload
      return { ...talk, questions: { ...talk.questions, [questionId]: { by: event.by, text, at: event.at } } }
    }
    case 'question.shown': {
      const { shown: _before, ...rest } = talk
      const { questionId } = event.payload
      return questionId === undefined ? rest : { ...rest, shown: questionId }
    }
    case 'question.settled': {
      const { questionId, settled } = event.payload
      const { settled: _before, ...question } = talk.questions[questionId]!
      const after = settled ? { ...question, settled: true as const } : question
      return { ...talk, questions: { ...talk.questions, [questionId]: after } }
    }
    case 'word.said': {
      const { wordId, personId, ...word } = event.payload
      return {
        ...talk,
        words: { ...talk.words, [wordId]: { to: personId, by: event.by, at: event.at, ...word } },
      }
    }
  }
}

/** One's own questions and the words received. */
export function ownTalk({ questions, words }: TalkState, personId: string): TalkView {
  return {
    questions: Object.fromEntries(
      Object.entries(questions)
        .filter(([, question]) => question.by === personId)
        .map(([id, { text, at, settled }]) => [id, { text, at, ...(settled && { settled }) }]),
    ),
    words: Object.fromEntries(
      Object.entries(words)
        .filter(([, word]) => word.to === personId)
        .map(([id, { by, text, at, questionId }]) => [
          id,
          { by, text, at, ...(questionId !== undefined && { questionId }) },
        ]),
    ),
  }
}

export function trainerTalk({ questions, words, shown }: TalkState): TrainerTalk {
  return { questions, words, ...(shown !== undefined && { shown }) }
}

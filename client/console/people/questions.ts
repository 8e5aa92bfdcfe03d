/** Participants' questions and the trainers' words, as the console reads them. Pure. */
import type { TrainerTalk } from '#shared/views.ts'

export type Question = TrainerTalk['questions'][string] & { id: string }
export type Said = { id: string; at: number; text: string; by: string; asked: boolean }

const inOrder = (a: { at: number; id: string }, b: { at: number; id: string }) =>
  a.at - b.at || Number(a.id.slice(1)) - Number(b.id.slice(1))

/** Oldest first. */
export function questionsOf(talk: TrainerTalk, settled: boolean): Question[] {
  return Object.entries(talk.questions)
    .map(([id, question]) => ({ id, ...question }))
    .filter((question) => Boolean(question.settled) === settled)
    .sort(inOrder)
}

/** What was said between one person and the trainers, oldest first. */
export function threadWith(talk: TrainerTalk, personId: string): Said[] {
  const asked = Object.entries(talk.questions)
    .filter(([, question]) => question.by === personId)
    .map(([id, { by, text, at }]) => ({ id, by, text, at, asked: true }))
  const said = Object.entries(talk.words)
    .filter(([, word]) => word.to === personId)
    .map(([id, { by, text, at }]) => ({ id, by, text, at, asked: false }))
  return [...asked, ...said].sort(inOrder)
}

/** The trainers' answers to a question, oldest first. */
export function answersTo(talk: TrainerTalk, questionId: string): Said[] {
  return Object.entries(talk.words)
    .filter(([, word]) => word.questionId === questionId)
    .map(([id, { by, text, at }]) => ({ id, by, text, at, asked: false }))
    .sort(inOrder)
}

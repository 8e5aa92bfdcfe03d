/** What answers are worth, out of the first round and of what came in time. */
import type { Score, Scores } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import type { McqDefinition, McqQuestion } from './definition.ts'
import { given } from './own-answer.ts'
import { points } from './points.ts'
import { type McqState, mayKnow, roundsOf } from './state.ts'

export function rightIds({ options }: McqQuestion): string[] {
  return options.filter((option) => option.right).map(({ id }) => id)
}

/** From 0 to 1; no answer is worth nothing, whatever boxes it leaves unticked. */
export function scoreOf(question: McqQuestion, choice: readonly string[]): number {
  if (choice.length === 0) return 0
  const order = question.options.map(({ id }) => id)
  const { got, of } = points({ multiple: question.multiple, right: rightIds(question), order }, choice)
  return got / of
}

/** What one person's answer to a question counts for. */
export function pointsOf(state: McqState, question: McqQuestion, personId: string): number {
  return scoreOf(question, own(roundsOf(state, question.id)[0]!.inTime, personId)?.choice ?? [])
}

/** Whether a person took part while the others did. */
export function tookPart(state: McqState, { questions }: McqDefinition, personId: string): boolean {
  return questions.some(({ id }) => given(own(roundsOf(state, id)[0]!.inTime, personId)))
}

/** Whether leaving a question unanswered is worth 0 by now. */
function isOver(
  state: McqState,
  { pace }: McqDefinition,
  phase: Phase,
  questionId: string,
  personId: string,
): boolean {
  if (own(state.revealed, questionId)) return true
  const over = phase === 'closed' || phase === 'revealed'
  if (pace === 'trainer') return over && questionId === state.current
  return over || own(state.submitted, personId) !== undefined
}

/** How one person did at one question: late when they answered after the others, even in a second round. */
function scoreAt(
  state: McqState,
  definition: McqDefinition,
  phase: Phase,
  question: McqQuestion,
  personId: string,
): Score | undefined {
  const { id, objective } = question
  if (!isOver(state, definition, phase, id, personId)) return undefined
  const known = mayKnow(state, definition, phase, id, personId)
  const score = { questionId: id, ...(objective !== undefined && { objective }), known }
  const rounds = roundsOf(state, id)
  const afterwards = rounds.map(({ answers }) => own(answers, personId)).findLast(given)
  if (afterwards && !given(own(rounds[0]!.inTime, personId)))
    return { ...score, points: scoreOf(question, afterwards.choice), late: true }
  if (!tookPart(state, definition, personId)) return undefined
  if (!given(own(rounds[0]!.inTime, personId))) return { ...score, points: 0, unanswered: true }
  return { ...score, points: pointsOf(state, question, personId) }
}

/** Everybody who answered anything. */
export function answerers(state: McqState): string[] {
  const everyRound = Object.values(state.rounds).flat()
  return [...new Set(everyRound.flatMap(({ answers }) => Object.keys(answers)))]
}

export function mcqScores(state: McqState, definition: McqDefinition, phase: Phase): Scores {
  const { moment, questions } = definition
  const people: Record<string, Score[]> = {}
  for (const personId of answerers(state)) {
    const scores = questions
      .map((question) => scoreAt(state, definition, phase, question, personId))
      .filter((score) => score !== undefined)
    if (scores.length > 0) people[personId] = scores
  }
  return {
    moment,
    questions: questions.map(({ id, text, objective }) => ({
      id,
      text,
      ...(objective !== undefined && { objective }),
    })),
    people,
  }
}

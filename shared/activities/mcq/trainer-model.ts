/** What the trainer's screen reads from the views of a QCM. */
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import { successRate } from './asked.ts'
import type { McqAnswer, McqAsked, McqEveryone, McqQuestion, McqResults, McqTrainer } from './definition.ts'
import { given } from './own-answer.ts'
import { points } from './points.ts'
import { rightIds } from './score.ts'

export type Everyone = McqEveryone & { phase: Phase }

/** A question with all the trainer may know of it. `corrected`: everybody knows the right answer. */
export type Known = McqAsked & {
  right: string[]
  explanation?: string
  results: McqResults
  before?: McqResults
  state: 'done' | 'current' | 'open' | 'coming'
  corrected: boolean
  /** Answers by person, late ones too. */
  answers: Record<string, McqAnswer>
  /** In percent, over the answers given in time. */
  rate?: number
  rateBefore?: number
}

const NONE: McqResults = { counts: {}, total: 0 }

/** The questions of a series in order. */
export function knownQuestions(everyone: Everyone, trainer: McqTrainer): Known[] {
  return trainer.definition.questions.map((question, index) => known(question, index + 1, everyone, trainer))
}

function known(question: McqQuestion, n: number, everyone: Everyone, trainer: McqTrainer): Known {
  const { id, text, multiple, explanation } = question
  const current = everyone.pace === 'trainer' && trainer.current === id
  const corrected =
    everyone.pace === 'learner' || current
      ? everyone.phase === 'revealed'
      : own(everyone.past, id) !== undefined
  const open = everyone.pace === 'learner' && everyone.phase !== 'ready'
  const asked = {
    id,
    n,
    text,
    multiple,
    options: Object.fromEntries(question.options.map((option) => [option.id, { text: option.text }])),
    order: question.options.map((option) => option.id),
    right: rightIds(question),
    results: own(trainer.results, id) ?? NONE,
  }
  const before = own(trainer.before, id)
  return {
    ...asked,
    ...(explanation !== undefined && { explanation }),
    ...(before && { before, rateBefore: asPercent(successRate({ ...asked, results: before })) }),
    state: current ? 'current' : corrected ? 'done' : open ? 'open' : 'coming',
    corrected,
    answers: current ? trainer.answers : sheetAnswers(trainer, id),
    rate: asPercent(successRate(asked)),
  }
}

function sheetAnswers({ sheets }: McqTrainer, questionId: string): Record<string, McqAnswer> {
  const found: Record<string, McqAnswer> = {}
  for (const [personId, { answers }] of Object.entries(sheets)) {
    const answer = own(answers, questionId)
    if (answer) found[personId] = answer
  }
  return found
}

const asPercent = (rate: number | undefined) => (rate === undefined ? undefined : Math.round(rate * 100))

export type Mark = 'right' | 'partly' | 'wrong' | 'none'

/** How well a question was answered. */
export function markOf(question: Known, answer: McqAnswer | undefined): Mark {
  if (!given(answer)) return 'none'
  const { got, of } = points(question, answer.choice)
  if (got === of) return 'right'
  return question.multiple && got > 0 ? 'partly' : 'wrong'
}

/** Whether an answer counts in the results. */
export const inTime = (answer: McqAnswer | undefined): answer is McqAnswer =>
  given(answer) && !answer.late && !answer.caughtUp

/** The question that follows all those already asked. */
export function comingNext(questions: readonly Known[]): Known | undefined {
  return questions[questions.findLastIndex(({ state }) => state !== 'coming') + 1]
}

/** Ids of the questions with the lowest rate, when some did better. */
export function leastSuccessful(questions: readonly Known[]): string[] {
  const rates = questions.flatMap(({ rate }) => (rate === undefined ? [] : [rate]))
  const lowest = Math.min(...rates)
  if (rates.length < 2 || lowest === Math.max(...rates)) return []
  return questions.filter(({ rate }) => rate === lowest).map(({ id }) => id)
}

/** « B C »: what a person chose. */
export function letters({ answers }: Known, personId: string): string {
  return (answers[personId]?.choice ?? []).map((id) => id.toUpperCase()).join(' ')
}

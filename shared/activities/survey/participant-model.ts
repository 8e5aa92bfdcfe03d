/** What the screens of a questionnaire read in its views. */
import type { SurveyAnswers, SurveyEveryone, SurveyItemView } from './definition.ts'

export function inOrder({ items = {} }: SurveyEveryone): SurveyItemView[] {
  return Object.values(items).sort((a, b) => a.order - b.order)
}

export function isGiven(answer: SurveyAnswers[string] | undefined): boolean {
  if (!answer) return false
  if ('choice' in answer) return answer.choice.length > 0
  return !('text' in answer) || answer.text.trim() !== ''
}

/** Answers that say something: what is left empty is left out. */
export function givenOnly(answers: SurveyAnswers): SurveyAnswers {
  const given = Object.entries(answers).filter(([, answer]) => isGiven(answer))
  return Object.fromEntries(
    given.map(([id, answer]) => [id, 'text' in answer ? { text: answer.text.trim() } : answer]),
  )
}

export type GradeWords = Record<'g1' | 'g2' | 'g3' | 'g4', string>

/** The words of the four grades: the ends may have their own. */
export function gradeWords({ low, high }: { low?: string; high?: string }, usual: GradeWords): GradeWords {
  return { ...usual, ...(low && { g1: low }), ...(high && { g4: high }) }
}

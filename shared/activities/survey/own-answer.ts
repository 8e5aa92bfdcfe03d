/** One's return of a questionnaire in a list of one's answers: handed in or not, never what it says. */
import type { Phase } from '#shared/types.ts'
import type { OwnAnswer } from '../own-answer.ts'
import type { SurveyEveryone, SurveyMine } from './definition.ts'

export function ownSurveyAnswer(
  { phase }: SurveyEveryone & { phase: Phase },
  { answer }: SurveyMine,
): OwnAnswer {
  return {
    asked: 1,
    answered: answer ? 1 : 0,
    missed: [],
    due: phase === 'open' && answer === undefined,
  }
}

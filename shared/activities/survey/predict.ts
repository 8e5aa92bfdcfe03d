/** What one's own view becomes once one has handed in, before the server has stored it (`at` 0). */
import type { SurveyCommand, SurveyMine } from './definition.ts'

export function predictSurvey(mine: SurveyMine, command: SurveyCommand): SurveyMine {
  if (command.type === 'amend') return mine
  // Whoever has a ballot keeps what it says on their device alone.
  const answers = command.ballotId === undefined ? { answers: command.answers } : {}
  return { ...mine, answer: { at: 0, ...answers } }
}

/** What one's own sheet looks like before the server has stored it (no clock: `at` 0 means not stored yet). */
import type { McqAnswer, McqCommand, McqMine } from './definition.ts'

export function predictMcq(mine: McqMine, command: McqCommand): McqMine {
  const { answers = {} } = mine
  switch (command.type) {
    case 'answer':
    case 'catch-up': {
      const caughtUp = command.type === 'catch-up'
      const answer: McqAnswer = {
        choice: [...command.choice].sort(),
        at: 0,
        ...(caughtUp && { late: true as const, caughtUp: true as const }),
      }
      const questionId = command.questionId ?? mine.current
      const onStage = questionId === mine.current
      return {
        ...mine,
        ...(onStage && { answer }),
        answers: questionId === undefined ? answers : { ...answers, [questionId]: answer },
      }
    }
    case 'submit':
      return { ...mine, submittedAt: mine.submittedAt ?? 0 }
    default:
      return mine
  }
}

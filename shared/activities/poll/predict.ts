/** What one's own answer looks like before the server has stored it (no clock: `at` 0 means not stored yet). */
import type { PollCommand, PollMine } from './definition.ts'

export function predictPoll(mine: PollMine, command: PollCommand): PollMine {
  const caughtUp = command.type === 'catch-up'
  return {
    ...mine,
    answer: { choice: [...command.choice].sort(), at: 0, ...(caughtUp && { caughtUp: true }) },
  }
}

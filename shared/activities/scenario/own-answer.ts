/** One's work in a mise en situation, in a list of one's answers. Without schemas: the room loads it. */
import type { Phase } from '#shared/types.ts'
import type { OwnAnswer } from '../own-answer.ts'
import type { ScenarioEveryone, ScenarioMine } from './work.ts'

export function ownScenarioAnswer(
  { phase, sheet }: ScenarioEveryone & { phase: Phase },
  { answer, copy }: Partial<ScenarioMine>,
): OwnAnswer {
  const done = copy?.state === 'submitted' || copy?.state === 'accepted'
  return {
    asked: sheet ? 1 : 0,
    answered: answer ? 1 : 0,
    missed: [],
    due: phase === 'open' && !done,
  }
}

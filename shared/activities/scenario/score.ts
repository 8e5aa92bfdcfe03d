/** What a mise en situation says of each objective: the share of its checks that hold in the last attempt. */
import type { Score, Scores } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import type { ScenarioDefinition } from './definition.ts'
import { resultsOf } from './evaluate.ts'
import type { Copy, State } from './state.ts'

/** Checks by objective; those without one count for the scenario's own. Checks for the trainer alone judge nothing. */
function byObjective({ checks, objective: common }: ScenarioDefinition): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { id, objective = common, show } of checks) {
    if (objective === undefined || show === 'trainer') continue
    groups.set(objective, [...(groups.get(objective) ?? []), id])
  }
  return groups
}

function scoresOf(definition: ScenarioDefinition, copy: Copy): Score[] {
  const last = copy.attempts.at(-1)
  if (!last) return []
  const results = resultsOf(definition, { values: last.values, action: last.action }, copy.overrides)
  return [...byObjective(definition)].map(([objective, ids]) => {
    const counted = ids.filter((id) => own(results, id))
    const right = counted.filter((id) => results[id]!.ok).length
    return {
      questionId: objective,
      objective,
      points: copy.accepted || counted.length === 0 ? 1 : right / counted.length,
      ...(last.late && { late: true as const }),
      known: true,
    }
  })
}

export function scenarioScores(state: State, definition: ScenarioDefinition): Scores {
  const people: Record<string, Score[]> = {}
  for (const copy of Object.values(state.copies)) {
    const scores = scoresOf(definition, copy)
    if (scores.length > 0) for (const id of Object.keys(copy.members)) people[id] = scores
  }
  const questions = [...byObjective(definition).keys()].map((objective) => ({
    id: objective,
    text: definition.title,
    objective,
  }))
  return { moment: 'during', questions, people }
}

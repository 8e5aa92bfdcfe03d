/** What presentations say of each objective: the level of each criterion, from 0 (lowest) to 1. */
import type { Score, Scores } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import type { PresentationDefinition } from './definition.ts'
import type { Sheet, State } from './state.ts'

function scoresOf({ criteria, levels }: PresentationDefinition, sheet: Sheet): Score[] {
  return criteria.flatMap(({ id, objective }) => {
    const level = own(sheet.grades, id)
    // A criterion left aside measures nothing.
    if (level === undefined) return []
    const points = (level - 1) / (levels.length - 1)
    const known = sheet.releasedAt !== undefined
    return [{ questionId: id, ...(objective !== undefined && { objective }), points, known }]
  })
}

export function presentationScores(state: State, definition: PresentationDefinition): Scores {
  const people: Record<string, Score[]> = {}
  for (const [id, sheet] of Object.entries(state.sheets)) {
    const scores = scoresOf(definition, sheet)
    if (scores.length > 0) people[id] = scores
  }
  return {
    moment: definition.moment,
    questions: definition.criteria.map(({ id, text, objective }) => ({
      id,
      text,
      ...(objective !== undefined && { objective }),
    })),
    people,
  }
}

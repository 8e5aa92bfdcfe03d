/** What was learnt: points per person, objective and moment, added up over the activities of a class. */
import { kindOf } from '#shared/activities/index.ts'
import type { Moment, Score } from '#shared/kind.ts'
import type { Outcomes } from '#shared/views.ts'
import type { ActivityState, ClassState } from './state.ts'

type Scores = { moment: Moment; people: Record<string, Score[]> }

/** An activity's scores depend on its state alone, and states are immutable: computed once each. */
const known = new WeakMap<ActivityState, Scores | false>()

function scoresOf(activity: ActivityState): Scores | undefined {
  let scores = known.get(activity)
  if (scores === undefined) {
    const { definition, inner, phase } = activity
    scores = kindOf(definition.kind).scores?.(inner, definition, phase) ?? false
    known.set(activity, scores)
  }
  return scores || undefined
}

/** Adds one answered question; what came late is counted apart and never in the points. */
function add(outcomes: Outcomes, moment: Moment, { objective, points, late }: Score): Outcomes {
  if (objective === undefined) return outcomes
  const outcome = Object.hasOwn(outcomes, objective) ? outcomes[objective]! : {}
  const before = outcome[moment] ?? { points: 0, of: 0 }
  const after = late
    ? { ...before, late: (before.late ?? 0) + 1 }
    : { ...before, points: before.points + points, of: before.of + 1 }
  return { ...outcomes, [objective]: { ...outcome, [moment]: after } }
}

function sum(state: ClassState, personId: string, counts: (score: Score) => boolean): Outcomes {
  let outcomes: Outcomes = {}
  for (const activity of Object.values(state.activities)) {
    const scores = scoresOf(activity)
    for (const score of scores?.people[personId] ?? []) {
      if (scores && counts(score)) outcomes = add(outcomes, scores.moment, score)
    }
  }
  return outcomes
}

/** One's own outcomes, over the questions whose right answers one may know. */
export function ownOutcomes(state: ClassState, personId: string): Outcomes {
  return sum(state, personId, (score) => score.known)
}

/** Everybody's outcomes, by participant; those who have none are left out. */
export function everyOutcome(state: ClassState): Record<string, Outcomes> {
  const all: Record<string, Outcomes> = {}
  for (const [personId, person] of Object.entries(state.people)) {
    if (person.role !== 'participant') continue
    const outcomes = sum(state, personId, () => true)
    if (Object.keys(outcomes).length > 0) all[personId] = outcomes
  }
  return all
}

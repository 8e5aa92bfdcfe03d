/** What was learnt: points per person, objective and moment, added up over the activities of a class. */
import { kindOf } from '#shared/activities/index.ts'
import type { OutcomeSeries, QuestionScore } from '#shared/api.ts'
import type { Moment, Score, Scores } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import type { Outcomes } from '#shared/views.ts'
import type { ActivityState, ClassState } from './state.ts'

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

/** Adds one question; what came late is counted apart and never in the points. */
function add(outcomes: Outcomes, moment: Moment, { objective, points, late }: Score): void {
  if (objective === undefined) return
  const outcome = own(outcomes, objective) ?? {}
  const before = outcome[moment] ?? { points: 0, of: 0 }
  outcome[moment] = late
    ? { ...before, late: (before.late ?? 0) + 1 }
    : { ...before, points: before.points + points, of: before.of + 1 }
  outcomes[objective] = outcome
}

function sum(state: ClassState, personId: string, counts: (score: Score) => boolean): Outcomes {
  const outcomes: Outcomes = {}
  for (const activity of Object.values(state.activities)) {
    const scores = scoresOf(activity)
    if (!scores) continue
    for (const score of own(scores.people, personId) ?? []) {
      if (counts(score)) add(outcomes, scores.moment, score)
    }
  }
  return outcomes
}

/** One's own outcomes, over the questions whose right answers one may know. */
export function ownOutcomes(state: ClassState, personId: string): Outcomes {
  return sum(state, personId, (score) => score.known)
}

/** One person's outcomes as their trainer sees them, known to them or not. */
export function outcomesOf(state: ClassState, personId: string): Outcomes {
  return sum(state, personId, () => true)
}

/** Everybody's outcomes, by participant; those who have none are left out. */
export function everyOutcome(state: ClassState): Record<string, Outcomes> {
  const all: Record<string, Outcomes> = {}
  for (const [personId, person] of Object.entries(state.people)) {
    if (person.role !== 'participant') continue
    const outcomes = outcomesOf(state, personId)
    if (Object.keys(outcomes).length > 0) all[personId] = outcomes
  }
  return all
}

/** The series that measure, in the order in which they were opened. */
export function outcomeSeries(state: ClassState): OutcomeSeries[] {
  return Object.values(state.activities).flatMap((activity) => {
    const scores = scoresOf(activity)
    if (!scores) return []
    const { moment, questions } = scores
    return [{ activityId: activity.id, title: activity.definition.title, moment, questions }]
  })
}

/** How one person did at each question they were measured on, by activity and question. */
export function questionScores(
  state: ClassState,
  personId: string,
): Record<string, Record<string, QuestionScore>> {
  const all: Record<string, Record<string, QuestionScore>> = {}
  for (const activity of Object.values(state.activities)) {
    const scores = own(scoresOf(activity)?.people ?? {}, personId)
    if (!scores) continue
    all[activity.id] = Object.fromEntries(
      scores.map(({ questionId, points, late, unanswered }) => [
        questionId,
        { points, ...(late && { late }), ...(unanswered && { unanswered }) },
      ]),
    )
  }
  return all
}

/** How a group stands on each objective. Pure. Nobody is compared with anybody. */
import type { Moment } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import type { Outcome, Outcomes } from '#shared/views.ts'

export const MOMENTS: readonly Moment[] = ['placement', 'during', 'final']

/** Below this share of right answers, the group should take an objective up again. */
export const ENOUGH = 0.7

/** One objective over the whole group: all the points out of all the questions answered, by moment. */
export function groupOutcome(people: readonly Outcomes[], objective: string): Outcome {
  const group: Outcome = {}
  for (const outcomes of people) {
    const outcome = own(outcomes, objective)
    for (const moment of MOMENTS) {
      const measured = outcome?.[moment]
      if (!measured?.of) continue
      const before = group[moment] ?? { points: 0, of: 0 }
      group[moment] = { points: before.points + measured.points, of: before.of + measured.of }
    }
  }
  return group
}

/** From 0 to 1; undefined when nothing was measured. */
export function share(measured: Outcome[Moment]): number | undefined {
  return measured && measured.of > 0 ? measured.points / measured.of : undefined
}

/** A whole percentage that does not reach 100, nor the mark of « enough », before it is true. */
export function percentage(part: number): number {
  return Math.floor(part * 100 + 1e-9)
}

/** Where the group stands now on an objective that was taught: at the final, else during. */
export function latestShare(outcome: Outcome): number | undefined {
  return share(outcome.final) ?? share(outcome.during)
}

/** Objectives to take up again, each with its share, in the order of the course. */
export function toTakeUpAgain(
  objectives: readonly { id: string }[],
  people: readonly Outcomes[],
): { id: string; share: number }[] {
  return objectives.flatMap(({ id }) => {
    const now = latestShare(groupOutcome(people, id))
    return now !== undefined && now < ENOUGH ? [{ id, share: now }] : []
  })
}

/** Whether an objective was measured after the placement. */
export function taught(objectives: readonly { id: string }[], people: readonly Outcomes[]): boolean {
  return objectives.some(({ id }) => latestShare(groupOutcome(people, id)) !== undefined)
}

import { describe, expect, test, vi } from 'vitest'
import {
  groupOutcome,
  latestShare,
  percentage,
  share,
  taught,
  toTakeUpAgain,
} from '#client/outcomes/progress.ts'
import { everyOutcome, outcomeSeries, ownOutcomes, questionScores } from '#shared/class/outcomes.ts'
import { type ClassState, initialState, type Person } from '#shared/class/state.ts'
import { mine, trainer } from '#shared/class/views.ts'
import type { Moment, Score, Scores } from '#shared/kind.ts'
import type { Outcomes } from '#shared/views.ts'

/** A kind that gives the scores its state holds, and one that measures nothing. */
vi.mock('#shared/activities/index.ts', () => {
  const views = { mine: () => ({}), everyone: () => ({}), trainer: () => ({ answered: {} }) }
  const measures = { ...views, scores: (inner: unknown) => inner }
  return { kindOf: (kind: string) => (kind === 'measures' ? measures : views), kinds: {} }
})

const person = (role: Person['role']): Person => ({ role, enrolledAt: 1 })

/** Activities in the order given, each with the scores of each person. */
function classWith(...series: [id: string, moment: Moment, people: Record<string, Score[]>][]): ClassState {
  return {
    ...initialState,
    people: {
      t: person('trainer'),
      ana: person('participant'),
      bob: person('participant'),
      zoe: person('participant'),
    },
    activities: Object.fromEntries(
      series.map(([id, moment, people]) => {
        const questions = [...new Set(Object.values(people).flat())].map(({ questionId, objective }) => ({
          id: questionId,
          text: `Question ${questionId}`,
          ...(objective && { objective }),
        }))
        const inner: Scores = { moment, questions, people }
        const definition = { kind: 'measures', title: `Série ${id}` }
        return [id, { id, definition, phase: 'closed', extra: {}, adhoc: false, inner }]
      }),
    ),
  }
}

const score = (questionId: string, objective: string | undefined, points: number, more = {}): Score => ({
  questionId,
  ...(objective && { objective }),
  points,
  known: true,
  ...more,
})

describe('outcomes of one person', () => {
  test('add up per objective and moment, fractions included, over several series', () => {
    const state = classWith(
      ['qa', 'placement', { ana: [score('q1', 'o1', 1), score('q2', 'o2', 0)] }],
      ['qb', 'during', { ana: [score('q3', 'o1', 0.5), score('q4', 'o1', 1)] }],
      ['qc', 'during', { ana: [score('q5', 'o1', 1)] }],
      ['qd', 'final', { ana: [score('q6', 'o1', 1)] }],
    )
    expect(ownOutcomes(state, 'ana')).toEqual({
      o1: {
        placement: { points: 1, of: 1 },
        during: { points: 2.5, of: 3 },
        final: { points: 1, of: 1 },
      },
      o2: { placement: { points: 0, of: 1 } },
    })
  })

  test('what was caught up is counted apart, never in the points', () => {
    const late = { late: true as const }
    const state = classWith([
      'qa',
      'during',
      { ana: [score('q1', 'o1', 1), score('q2', 'o1', 1, late)], bob: [score('q1', 'o2', 1, late)] },
    ])
    expect(ownOutcomes(state, 'ana')).toEqual({ o1: { during: { points: 1, of: 1, late: 1 } } })
    expect(ownOutcomes(state, 'bob')).toEqual({ o2: { during: { points: 0, of: 0, late: 1 } } })
  })

  test('a question left blank counts among those asked', () => {
    const state = classWith([
      'qa',
      'final',
      { ana: [score('q1', 'o1', 1), score('q2', 'o1', 0, { unanswered: true })] },
    ])
    expect(ownOutcomes(state, 'ana')).toEqual({ o1: { final: { points: 1, of: 2 } } })
    expect(questionScores(state, 'ana').qa).toEqual({
      q1: { points: 1 },
      q2: { points: 0, unanswered: true },
    })
  })

  test('a question without objective measures nothing', () => {
    expect(ownOutcomes(classWith(['qa', 'final', { ana: [score('q1', undefined, 1)] }]), 'ana')).toEqual({})
  })

  test('are known to the person only as far as the right answers are', () => {
    const state = classWith([
      'qa',
      'final',
      {
        ana: [
          score('q1', 'o1', 1),
          score('q2', 'o1', 0, { known: false }),
          score('q3', 'o2', 1, { known: false }),
        ],
      },
    ])
    expect(ownOutcomes(state, 'ana')).toEqual({ o1: { final: { points: 1, of: 1 } } })
    expect(everyOutcome(state).ana).toEqual({
      o1: { final: { points: 1, of: 2 } },
      o2: { final: { points: 1, of: 1 } },
    })
  })

  test('someone who took no part has none, whatever their id', () => {
    const state = classWith(['qa', 'final', { ana: [score('q1', 'o1', 1)] }])
    expect(ownOutcomes(state, 'zoe')).toEqual({})
    expect(ownOutcomes(state, 'constructor')).toEqual({})
    expect(questionScores(state, 'zoe')).toEqual({})
  })

  test('an objective may have any name', () => {
    const state = classWith(['qa', 'final', { ana: [score('q1', 'constructor', 1)] }])
    expect(ownOutcomes(state, 'ana')).toEqual({ constructor: { final: { points: 1, of: 1 } } })
  })
})

describe('outcomes of a class', () => {
  const state = classWith(
    ['qa', 'placement', { ana: [score('q1', 'o1', 0, { known: false })], bob: [score('q1', 'o1', 1)] }],
    ['qb', 'final', { ana: [score('q2', 'o1', 1, { late: true })], t: [score('q2', 'o1', 1)] }],
  )

  test('are those of participants alone; whoever is absent is left out', () => {
    expect(everyOutcome(state)).toEqual({
      ana: { o1: { placement: { points: 0, of: 1 }, final: { points: 0, of: 0, late: 1 } } },
      bob: { o1: { placement: { points: 1, of: 1 } } },
    })
  })

  test('are in the trainer’s view, and one’s own alone in a participant’s', () => {
    expect(trainer(state).outcomes).toEqual(everyOutcome(state))
    expect(mine(state, 'ana', 'participant').outcomes).toEqual({
      o1: { final: { points: 0, of: 0, late: 1 } },
    })
    expect(mine(state, 'zoe', 'participant').outcomes).toEqual({})
  })

  test('come with each series in the order in which it was asked, and each person’s questions', () => {
    expect(outcomeSeries(state).map(({ activityId, title, moment }) => [activityId, title, moment])).toEqual([
      ['qa', 'Série qa', 'placement'],
      ['qb', 'Série qb', 'final'],
    ])
    expect(outcomeSeries(state)[0]!.questions[0]).toEqual({
      id: 'q1',
      text: 'Question q1',
      objective: 'o1',
    })
    expect(questionScores(state, 'ana')).toEqual({
      qa: { q1: { points: 0 } },
      qb: { q2: { points: 1, late: true } },
    })
  })

  test('leave out activities that measure nothing', () => {
    const poll = { ...state.activities.qa!, id: 'p', definition: { kind: 'other', title: 'Sondage' } }
    const both = { ...state, activities: { p: poll, ...state.activities } }
    expect(outcomeSeries(both)).toEqual(outcomeSeries(state))
    expect(everyOutcome(both)).toEqual(everyOutcome(state))
  })
})

describe('the group on an objective', () => {
  const objectives = [{ id: 'o1' }, { id: 'o2' }, { id: 'o3' }]
  const people: Outcomes[] = [
    {
      o1: { placement: { points: 0, of: 2 }, during: { points: 1, of: 2 } },
      o2: { final: { points: 3, of: 4 } },
    },
    {
      o1: { placement: { points: 1, of: 2 }, during: { points: 0, of: 0, late: 2 } },
      o2: { final: { points: 4, of: 4 } },
    },
    {},
  ]

  test('is the share of all points; those not measured and what came late do not weigh', () => {
    expect(groupOutcome(people, 'o1')).toEqual({
      placement: { points: 1, of: 4 },
      during: { points: 1, of: 2 },
    })
    expect(share(groupOutcome(people, 'o1').placement)).toBe(0.25)
    expect(groupOutcome(people, 'o3')).toEqual({})
    expect(share({ points: 0, of: 0, late: 3 })).toBeUndefined()
  })

  test('stands where it was last measured, the placement apart', () => {
    expect(latestShare(groupOutcome(people, 'o1'))).toBe(0.5)
    expect(latestShare({ placement: { points: 0, of: 1 } })).toBeUndefined()
    expect(latestShare({ during: { points: 0, of: 1 }, final: { points: 1, of: 1 } })).toBe(1)
  })

  test('is to be taken up again under 70 %, and only once taught', () => {
    expect(toTakeUpAgain(objectives, people)).toEqual([{ id: 'o1', share: 0.5 }])
    expect(taught(objectives, people)).toBe(true)
    const before = [{ o1: { placement: { points: 0, of: 5 } } }]
    expect(toTakeUpAgain(objectives, before)).toEqual([])
    expect(taught(objectives, before)).toBe(false)
    expect(toTakeUpAgain(objectives, [{ o1: { final: { points: 7, of: 10 } } }])).toEqual([])
  })

  test('never rounds up to what it has not reached', () => {
    expect(percentage(0.6999)).toBe(69)
    expect(percentage(0.995)).toBe(99)
    expect(percentage(0.29)).toBe(29)
    expect(percentage(1)).toBe(100)
  })
})

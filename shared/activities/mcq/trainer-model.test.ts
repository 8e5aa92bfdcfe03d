import { describe, expect, it } from 'vitest'
import type { McqDefinition, McqEvent } from './definition.ts'
import { evolveMcq, startMcq } from './state.ts'
import { comingNext, inTime, knownQuestions, leastSuccessful, markOf } from './trainer-model.ts'
import { everyoneMcq, trainerMcq } from './views.ts'

const options = (right: string) =>
  (['a', 'b', 'c'] as const).map((id) => ({ id, text: `option ${id}`, right: right.includes(id) }))

const definition: McqDefinition = {
  kind: 'mcq',
  title: 'QCM',
  pace: 'trainer',
  moment: 'during',
  correction: 'on-reveal',
  questions: [
    { id: 'q1', text: 'Un', multiple: false, options: options('a'), explanation: 'Parce que' },
    { id: 'q2', text: 'Deux', multiple: true, options: options('ab') },
    { id: 'q3', text: 'Trois', multiple: false, options: options('c') },
  ],
}

const answer = (by: string, questionId: string, choice: string, more: { late?: true } = {}) => ({
  type: 'answered' as const,
  questionId,
  choice: choice.split(''),
  by,
  at: 1,
  ...more,
})

function seen(
  events: (McqEvent & { by?: string })[],
  phase: 'ready' | 'open' | 'revealed',
  def = definition,
) {
  const state = events.reduce((s, event) => evolveMcq(s, { by: 'trainer', at: 1, ...event }), startMcq(def))
  return knownQuestions({ ...everyoneMcq(state, def, phase), phase }, trainerMcq(state, def, phase))
}

const series = [
  answer('anne', 'q1', 'a'),
  answer('bob', 'q1', 'b'),
  answer('chloe', 'q1', 'a', { late: true }),
  { type: 'turned' as const, questionId: 'q2' },
  answer('anne', 'q2', 'ab'),
  answer('bob', 'q2', 'ac'),
]

describe('what the trainer reads of a series', () => {
  it('tells what is corrected from what is on stage and what is to come', () => {
    expect(seen(series, 'open').map(({ state, corrected }) => [state, corrected])).toEqual([
      ['done', true],
      ['current', false],
      ['coming', false],
    ])
  })

  it('counts success over what came in time, a part of a point for a part of the ticks', () => {
    const [first, second, third] = seen(series, 'revealed')
    expect([first?.rate, second?.rate, third?.rate]).toEqual([50, 67, undefined])
    expect(inTime(first?.answers.chloe)).toBe(false)
    expect(['anne', 'bob', 'chloe'].map((id) => markOf(second!, second!.answers[id]))).toEqual([
      'right',
      'partly',
      'none',
    ])
  })

  it('flags the least successful questions, and none when all went alike', () => {
    expect(leastSuccessful(seen(series, 'revealed'))).toEqual(['q1'])
    expect(leastSuccessful(seen(series.slice(0, 3), 'revealed'))).toEqual([])
  })

  it('goes on after the last question asked, also from a question asked once more', () => {
    const retaken = [...series, { type: 'retaken' as const, questionId: 'q1' }, answer('bob', 'q1', 'a')]
    const questions = seen(retaken, 'open')
    expect(questions[0]).toMatchObject({ state: 'current', corrected: false, rate: 100, rateBefore: 50 })
    expect(comingNext(questions)?.id).toBe('q3')
  })

  it('has every question open at once at the learners’ pace', () => {
    const own = { ...definition, pace: 'learner' as const }
    expect(seen([], 'ready', own).map(({ state }) => state)).toEqual(['coming', 'coming', 'coming'])
    const open = seen([answer('anne', 'q3', 'c')], 'open', own)
    expect(open.map(({ state }) => state)).toEqual(['open', 'open', 'open'])
    expect(open[2]).toMatchObject({ rate: 100, corrected: false, answers: { anne: { choice: ['c'] } } })
  })
})

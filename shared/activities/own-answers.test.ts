import { describe, expect, test } from 'vitest'
import type { Phase } from '#shared/types.ts'
import type { McqAnswer, McqEveryone, McqMine } from './mcq/definition.ts'
import { ownAnswer } from './own-answers.ts'

const asked = (id: string, n: number) => ({
  id,
  n,
  text: `Question ${n}`,
  multiple: false,
  options: { a: { text: 'Oui' }, b: { text: 'Non' } },
  order: ['a', 'b'],
})
const shown = { right: ['a'], results: { counts: { a: 1, b: 0 }, total: 1 } }

function series(change: Partial<McqEveryone> & { phase: Phase }) {
  return {
    kind: 'mcq',
    title: 'Série',
    pace: 'trainer',
    moment: 'during',
    count: 3,
    past: {},
    answeredCount: 0,
    feedback: {},
    ...change,
  } satisfies McqEveryone & { kind: string; title: string; phase: Phase }
}
const mine = (ids: string[], more: Partial<McqMine> = {}): Partial<McqMine> => ({
  answers: Object.fromEntries(ids.map((id): [string, McqAnswer] => [id, { choice: ['a'], at: 1 }])),
  ...more,
})

describe('a QCM at the trainer’s pace', () => {
  const past = { q1: { ...asked('q1', 1), ...shown } }

  test('counts what was asked so far, and what is left to catch up', () => {
    const on = series({ phase: 'open', past, question: asked('q2', 2) })
    expect(ownAnswer(on, mine([]), false)).toEqual({ asked: 2, answered: 0, missed: ['q1'], due: true })
    expect(ownAnswer(on, mine(['q1', 'q2']), false)).toEqual({
      asked: 2,
      answered: 2,
      missed: [],
      due: false,
    })
  })

  test('a question can be caught up only once it is revealed', () => {
    const ready = series({ phase: 'ready', past, question: asked('q2', 2) })
    expect(ownAnswer(ready, mine(['q1']), false)).toMatchObject({ asked: 1, missed: [] })
    const closed = series({ phase: 'closed', past, question: asked('q2', 2) })
    expect(ownAnswer(closed, mine(['q1']), false)).toMatchObject({ asked: 2, missed: [], due: false })
    const revealed = series({ phase: 'revealed', past, question: asked('q2', 2), revealed: shown })
    expect(ownAnswer(revealed, mine(['q1']), false).missed).toEqual(['q2'])
  })

  test('boxes all unticked again are no answer', () => {
    const revealed = series({ phase: 'revealed', question: asked('q1', 1), revealed: shown })
    const emptied = { answers: { q1: { choice: [], at: 1 } } }
    expect(ownAnswer(revealed, emptied, false)).toMatchObject({ answered: 0, missed: ['q1'] })
  })
})

describe('a QCM at one’s own pace', () => {
  const questions = { q1: asked('q1', 1), q2: asked('q2', 2) }
  const past = { q1: { ...asked('q1', 1), ...shown }, q2: { ...asked('q2', 2), ...shown } }

  test('waits until it is handed in, even with every answer given', () => {
    const on = series({ pace: 'learner', phase: 'open', questions })
    expect(ownAnswer(on, mine(['q1', 'q2']), false)).toEqual({ asked: 2, answered: 2, missed: [], due: true })
    expect(ownAnswer(on, mine(['q1'], { submittedAt: 5 }), false)).toMatchObject({ answered: 1, due: false })
  })

  test('what was left blank is caught up after the reveal, save by who has read their own correction', () => {
    const shownToAll = series({ pace: 'learner', phase: 'revealed', questions, past })
    expect(ownAnswer(shownToAll, mine(['q2'], { submittedAt: 5 }), false).missed).toEqual(['q1'])
    const corrected = { ...shownToAll, correctedOnSubmit: true as const }
    expect(ownAnswer(corrected, mine(['q2'], { submittedAt: 5 }), false).missed).toEqual([])
    expect(ownAnswer(corrected, mine(['q2']), false).missed).toEqual(['q1'])
  })
})

describe('a poll', () => {
  const poll = (phase: Phase, more = {}) => ({
    kind: 'poll',
    title: 'Sondage',
    phase,
    question: { id: 'q', text: 'Où ?', multiple: false, options: { a: { text: 'Ici' } } },
    order: ['a'],
    answeredCount: 0,
    ...more,
  })

  test('says one’s own words, and is caught up once its results are shown', () => {
    const answer = { choice: ['a'], at: 1 }
    expect(ownAnswer(poll('revealed'), { answer }, false)).toEqual({
      said: ['Ici'],
      asked: 1,
      answered: 1,
      missed: [],
      due: false,
    })
    expect(ownAnswer(poll('open'), {}, false)).toMatchObject({ missed: [], due: true })
    expect(ownAnswer(poll('revealed'), {}, false).missed).toEqual(['q'])
  })

  test('with live results it is answered late while the class lasts, caught up afterwards', () => {
    const live = poll('closed', { liveResults: true })
    expect(ownAnswer(live, {}, false).missed).toEqual([])
    expect(ownAnswer(live, {}, true).missed).toEqual(['q'])
    expect(ownAnswer(poll('closed'), {}, true).missed).toEqual([])
  })
})

test('an open question says every answer of one’s own', () => {
  const question = { id: 'q', text: 'Et vous ?', multiple: false, options: {} }
  const open = (phase: Phase) => ({ kind: 'open-question', title: 'Et vous ?', phase, question })
  const entry = (text: string) => ({ text, at: 1, shown: true })
  const entries = { s2: entry('Relances'), s1: entry('Rejets') }
  expect(ownAnswer(open('open'), { entries }, false)).toMatchObject({
    said: ['Rejets', 'Relances'],
    due: false,
  })
  expect(ownAnswer(open('revealed'), {}, false).missed).toEqual(['s1'])
})

test('a kind without a word of its own is one question, answered or not', () => {
  const other = { kind: 'other', title: 'Autre', phase: 'open' as const, question: { id: 'q' } }
  expect(ownAnswer(other, {}, false)).toEqual({ asked: 1, answered: 0, missed: [], due: true })
  expect(ownAnswer(other, { answer: 'x' }, false)).toMatchObject({ answered: 1, due: false })
})

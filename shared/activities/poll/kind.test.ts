import { describe, expect, test } from 'vitest'
import { isRejection, type Phase } from '#shared/types.ts'
import type { PollAnswered, PollCommand, PollDefinition } from './definition.ts'
import { poll } from './kind.ts'

const definition: PollDefinition = {
  kind: 'poll',
  title: 'Où en êtes-vous ?',
  text: 'Où en êtes-vous avec Chorus Pro ?',
  type: 'single',
  options: [
    { id: 'a', text: 'Jamais connecté' },
    { id: 'b', text: 'Je dépose chaque mois' },
    { id: 'c', text: 'Je forme les autres' },
  ],
  named: true,
  results: 'hidden',
}

type Given = { by: string; choice: string[]; late?: true; caughtUp?: true }

function given(answers: Given[], change: Partial<PollDefinition> = {}) {
  const def = { ...definition, ...change }
  const state = answers.reduce(
    (s, { by, ...answer }, i) => poll.evolve(s, { type: 'answered', ...answer, by, at: 1000 + i }),
    poll.start(def),
  )
  const as = (phase: Phase) => ({
    when(choice: string[], { late = false, type = 'answer' } = {}) {
      const command = { type, choice } as PollCommand
      return poll.decide(state, command, {
        now: 5000,
        by: 'p1',
        role: 'participant',
        people: [],
        phase,
        late,
        definition: def,
      })
    },
    everyone: () => poll.everyone(state, def, phase),
    mine: (personId: string) => poll.mine(state, def, phase, personId),
    trainer: () => poll.trainer(state, def, phase),
  })
  return as
}

const code = (outcome: unknown) => (isRejection(outcome) ? outcome.code : outcome)
const answered = (choice: string[], late?: true): PollAnswered => ({
  type: 'answered',
  choice,
  ...(late && { late }),
})

describe('answering', () => {
  test('an open poll takes an answer, and another one when the person changes their mind', () => {
    expect(given([])('open').when(['b'])).toEqual([answered(['b'])])
    expect(given([{ by: 'p1', choice: ['b'] }])('open').when(['c'])).toEqual([answered(['c'])])
  })

  test('after close and before reveal an answer is kept, marked late', () => {
    expect(given([])('closed').when(['b'], { late: true })).toEqual([answered(['b'], true)])
  })

  test.each<[Phase, string[], Partial<PollDefinition>, string]>([
    ['ready', ['a'], {}, 'closed'],
    ['revealed', ['a'], {}, 'closed'],
    ['open', ['d'], {}, 'invalid'],
    ['open', [], {}, 'invalid'],
    ['open', ['a', 'b'], {}, 'invalid'],
    ['open', ['a', 'a'], { type: 'multiple' }, 'invalid'],
  ])('%s, %j: %j is rejected as %s', (phase, choice, change, expected) => {
    expect(code(given([], change)(phase).when(choice))).toBe(expected)
  })

  test('a poll has one question: another id is refused', () => {
    const context = {
      now: 1,
      by: 'p1',
      role: 'participant',
      phase: 'open',
      people: [],
      late: false,
      definition,
    } as const
    const answer = (questionId: string) =>
      poll.decide(poll.start(definition), { type: 'answer', questionId, choice: ['a'] }, context)
    expect(answer('q')).toEqual([answered(['a'])])
    expect(code(answer('zz'))).toBe('invalid')
  })

  test('a multiple choice is stored in the order of the options, and may be emptied', () => {
    expect(given([], { type: 'multiple' })('open').when(['c', 'a'])).toEqual([answered(['a', 'c'])])
    expect(given([], { type: 'multiple' })('open').when([])).toEqual([answered([])])
  })
})

describe('catching up', () => {
  const type = 'catch-up'
  const caughtUp = (choice: string[]) => [{ type: 'answered', choice, late: true, caughtUp: true }]

  test('who had no answer may give one once the results are shown, or closed when they were live', () => {
    expect(given([])('revealed').when(['b'], { type })).toEqual(caughtUp(['b']))
    expect(given([], { results: 'live' })('closed').when(['b'], { type })).toEqual(caughtUp(['b']))
    const emptied: Given[] = [{ by: 'p1', choice: [] }]
    expect(given(emptied, { type: 'multiple' })('revealed').when(['c', 'a'], { type })).toEqual(
      caughtUp(['a', 'c']),
    )
    expect(poll.afterClass).toEqual(['catch-up'])
  })

  test.each<[Phase, Given[], string[], string]>([
    ['ready', [], ['b'], 'closed'],
    ['open', [], ['b'], 'closed'],
    ['closed', [], ['b'], 'closed'],
    ['revealed', [{ by: 'p1', choice: ['a'] }], ['b'], 'closed'],
    ['revealed', [{ by: 'p1', choice: ['a'], late: true }], ['b'], 'closed'],
    ['revealed', [], [], 'invalid'],
    ['revealed', [], ['d'], 'invalid'],
  ])('%s, having answered %j: %j is rejected as %s', (phase, answers, choice, expected) => {
    expect(code(given(answers)(phase).when(choice, { type }))).toBe(expected)
  })

  test('it counts in no result; its author and the trainer see it as caught up', () => {
    const after = given([
      { by: 'p2', choice: ['b'] },
      { by: 'p1', choice: ['a'], late: true, caughtUp: true },
    ])('revealed')
    expect(after.everyone().results).toEqual({ counts: { a: 0, b: 1, c: 0 }, total: 1 })
    expect(after.mine('p1').answer).toMatchObject({ choice: ['a'], late: true, caughtUp: true })
    expect(after.trainer().answers?.p1).toMatchObject({ caughtUp: true })
  })
})

describe('what is seen', () => {
  const answers: Given[] = [
    { by: 'p1', choice: ['a'] },
    { by: 'p2', choice: ['b'] },
    { by: 'p3', choice: ['b'] },
  ]

  test('results stay hidden from the room until the reveal; the count does not', () => {
    expect(given(answers)('open').everyone().results).toBeUndefined()
    expect(given(answers)('closed').everyone().results).toBeUndefined()
    expect(given(answers)('open').everyone().answeredCount).toBe(3)
    expect(given(answers)('revealed').everyone().results).toEqual({ counts: { a: 1, b: 2, c: 0 }, total: 3 })
  })

  test('live results are there as soon as the poll opens', () => {
    const live = given(answers, { results: 'live' })
    expect(live('ready').everyone().results).toBeUndefined()
    expect(live('open').everyone().results?.total).toBe(3)
    expect(poll.skipsReveal?.({ ...definition, results: 'live' })).toBe(true)
  })

  test('a late answer is shown to its author, stays outside the results, and does not undo one given in time', () => {
    const late = given([
      ...answers,
      { by: 'p1', choice: ['c'], late: true },
      { by: 'p4', choice: ['c'], late: true },
    ])
    expect(late('revealed').everyone().results).toEqual({ counts: { a: 1, b: 2, c: 0 }, total: 3 })
    expect(late('revealed').mine('p1').answer).toMatchObject({ choice: ['c'], late: true })
    expect(late('revealed').trainer().answers?.p4).toMatchObject({ late: true })
  })

  test('each person sees their own answer alone', () => {
    expect(given(answers)('open').mine('p2')).toEqual({ answer: { choice: ['b'], at: 1001 } })
    expect(given(answers)('open').mine('p9')).toEqual({})
  })

  test('« sans noms »: not even the trainer learns who answered what', () => {
    const trainer = given(answers, { named: false })('closed').trainer()
    expect(trainer.answers).toBeUndefined()
    expect(trainer.answered).toEqual({ p1: true, p2: true, p3: true })
  })
})

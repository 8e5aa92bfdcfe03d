import { describe, expect, test } from 'vitest'
import { isRejection, type Phase } from '#shared/types.ts'
import type { SurveyAnswers, SurveyCommand, SurveyDefinition } from './definition.ts'
import { survey } from './kind.ts'
import { MIN_RETURNS } from './limits.ts'

const definition: SurveyDefinition = {
  kind: 'survey',
  title: 'Votre avis',
  anonymous: true,
  moment: 'hot',
  items: [
    { id: 'q1', type: 'grade', text: 'Les objectifs ont été atteints.', required: true },
    { id: 'q2', type: 'nps', text: 'Recommanderiez-vous ?', required: false },
    {
      id: 'q3',
      type: 'choice',
      text: 'Vos outils ?',
      required: false,
      multiple: true,
      options: [
        { id: 'a', text: 'Tableur' },
        { id: 'b', text: 'Logiciel' },
      ],
    },
    { id: 'q4', type: 'text', text: 'Ce que je garde', required: false },
  ],
}
const BALLOT = 'ab'.repeat(32)
const full: SurveyAnswers = {
  q1: { value: 4 },
  q2: { value: 9 },
  q3: { choice: ['b', 'a'] },
  q4: { text: 'Tout' },
}

type Returned = { by: string; answers?: SurveyAnswers; late?: true }

function given(returns: Returned[], change: Partial<SurveyDefinition> = {}, ballots?: SurveyAnswers[]) {
  const def = { ...definition, ...change }
  const returned = returns.reduce(
    (s, { by, ...one }, i) => survey.evolve(s, { type: 'returned', ...one, by, at: 1000 + i }),
    survey.start(def),
  )
  const state = ballots
    ? survey.evolve(returned, { type: 'collected', ballots, by: 'system', at: 1 })
    : returned
  return (phase: Phase) => ({
    state,
    when: (command: SurveyCommand, late = false) =>
      survey.decide(state, command, {
        now: 5000,
        by: 'p1',
        role: 'participant',
        people: [],
        phase,
        late,
        definition: def,
      }),
    everyone: () => survey.everyone(state, def, phase),
    mine: (personId: string) => survey.mine(state, def, phase, personId),
    trainer: () => survey.trainer(state, def, phase),
    collect: (said: unknown[]) => survey.collect!(state, def, phase, said),
    opening: () => survey.opening!(state, def, phase, { people: [], spoken: {}, lot: '' }),
  })
}

const code = (outcome: unknown) => (isRejection(outcome) ? outcome.code : outcome)
const returning = (answers: SurveyAnswers, ballotId: string | undefined = BALLOT): SurveyCommand => ({
  type: 'return',
  answers,
  ...(ballotId && { ballotId }),
})
const amending = (answers: SurveyAnswers): SurveyCommand => ({ type: 'amend', answers, ballotId: BALLOT })
const named = { anonymous: false }

describe('returning without a name', () => {
  test('the log says that it is done, the ballot says what', () => {
    expect(given([])('open').when(returning(full))).toEqual([{ type: 'returned' }])
    expect(survey.ballot!(returning(full), definition)).toEqual({
      id: BALLOT,
      content: { ...full, q3: { choice: ['a', 'b'] } },
    })
  })

  test('what a ballot says is in the order of the items, without what was left empty', () => {
    const messy = { q4: { text: '' }, q3: { choice: [] }, q1: { value: 2 } } as const
    const { content } = survey.ballot!(returning({ ...messy, q3: { choice: [] } }), definition)!
    expect(JSON.stringify(content)).toBe('{"q1":{"value":2}}')
  })

  test('once: a second device is refused, whatever its ballot', () => {
    const again = given([{ by: 'p1' }])('open')
    expect(code(again.when(returning(full, 'cd'.repeat(32))))).toBe('closed')
    expect(given([{ by: 'p2' }])('open').when(returning(full))).toEqual([{ type: 'returned' }])
  })

  test('amended until the close by who has returned, and nothing enters the log', () => {
    expect(given([{ by: 'p1' }])('open').when(amending(full))).toEqual([])
    expect(code(given([{ by: 'p2' }])('open').when(amending(full)))).toBe('not-found')
    expect(code(given([{ by: 'p1' }])('closed').when(amending(full)))).toBe('closed')
  })

  test('not before it opens, not after it closes, not without a ballot', () => {
    expect(code(given([])('ready').when(returning(full)))).toBe('closed')
    expect(code(given([])('closed').when(returning(full)))).toBe('closed')
    expect(code(given([])('open').when({ type: 'return', answers: full }))).toBe('invalid')
  })

  test('more time given to one person leaves no mark that would tell them apart', () => {
    expect(given([])('open').when(returning(full), true)).toEqual([{ type: 'returned' }])
  })
})

describe('returning with one’s name', () => {
  test('the answers are in the log, and may be handed in again', () => {
    const command: SurveyCommand = { type: 'return', answers: full }
    const sorted = { ...full, q3: { choice: ['a', 'b'] } }
    expect(given([], named)('open').when(command)).toEqual([{ type: 'returned', answers: sorted }])
    expect(given([{ by: 'p1', answers: {} }], named)('open').when(command)).toHaveLength(1)
    expect(survey.ballot!(command, { ...definition, ...named })).toBeUndefined()
  })

  test('late after the close, and never in the place of what came in time', () => {
    const command: SurveyCommand = { type: 'return', answers: full }
    expect(given([], named)('closed').when(command, true)).toMatchObject([{ late: true }])
    const kept = given(
      [
        { by: 'p1', answers: { q1: { value: 1 } } },
        { by: 'p1', answers: full, late: true },
      ],
      named,
    )('closed')
    expect(kept.mine('p1').answer?.answers).toEqual({ q1: { value: 1 } })
    expect(kept.trainer().results?.items?.q1).toMatchObject({ total: 1, mean: 1 })
  })

  test('takes no ballot and no amendment', () => {
    expect(code(given([], named)('open').when(returning(full)))).toBe('invalid')
    expect(code(given([{ by: 'p1', answers: full }], named)('open').when(amending(full)))).toBe('invalid')
  })
})

test.each<[string, SurveyAnswers]>([
  ['a required item left out', { q2: { value: 3 } }],
  ['no opinion on a required item', { q1: { abstains: true } }],
  ['a grade out of its scale', { q1: { value: 5 } }],
  ['a grade of 0', { q1: { value: 0 } }],
  ['a text where a grade is meant', { q1: { text: '4' } }],
  ['an option that does not exist', { ...full, q3: { choice: ['c'] } }],
  ['the same option twice', { ...full, q3: { choice: ['a', 'a'] } }],
  ['a choice where a note is meant', { ...full, q2: { choice: ['a'] } }],
  ['an item that does not exist', { ...full, q9: { value: 1 } }],
  ['an item of Object.prototype', { ...full, constructor: { value: 1 } }],
])('refuses %s, by name', (_, answers) => {
  const outcome = given([])('open').when(returning(answers))
  expect(code(outcome)).toBe('invalid')
})

describe('at the close', () => {
  const ballots: SurveyAnswers[] = [
    { q1: { value: 4 }, q2: { value: 10 }, q4: { text: 'Merci' } },
    { q1: { value: 3 }, q2: { value: 9 }, q3: { choice: ['a'] } },
    { q1: { value: 3 }, q2: { abstains: true } },
    { q1: { value: 2 }, q2: { value: 7 }, q4: { text: 'Aller moins vite' } },
    { q1: { value: 4 }, q2: { value: 2 }, q3: { choice: ['a', 'b'] } },
  ]
  const five = ['p1', 'p2', 'p3', 'p4', 'p5'].map((by) => ({ by }))

  test('the system takes in the ballots, once', () => {
    expect(given(five)('closed').collect(ballots)).toEqual({ type: 'collected', ballots })
    expect(given(five)('open').collect(ballots)).toBeUndefined()
    expect(given(five, {}, ballots)('closed').collect([])).toBeUndefined()
    expect(given(five, named)('closed').collect([])).toBeUndefined()
  })

  test('nothing of what was answered shows before, to anybody', () => {
    for (const phase of ['open', 'closed'] as const) {
      expect(given(five)(phase).trainer().results).toBeUndefined()
      expect(given(five)(phase).everyone().results).toBeUndefined()
    }
    expect(given(five, named)('open').trainer().results).toBeUndefined()
  })

  test('means, distributions, NPS, abstentions, and verbatims by alphabet for the trainer', () => {
    const { results } = given(five, {}, ballots)('closed').trainer()
    expect(results?.returns).toBe(5)
    expect(results?.items?.q1).toEqual({ total: 5, counts: { g1: 0, g2: 1, g3: 2, g4: 2 }, mean: 3.2 })
    expect(results?.items?.q2).toMatchObject({ total: 4, abstained: 1, nps: 25 })
    expect(results?.items?.q2?.counts).toMatchObject({ n2: 1, n7: 1, n9: 1, n10: 1, n0: 0 })
    expect(results?.items?.q3).toEqual({ total: 2, counts: { a: 2, b: 1 } })
    expect(results?.items?.q4).toEqual({ total: 2, texts: { t1: 'Aller moins vite', t2: 'Merci' } })
  })

  test('the group sees figures once they are shown, and nobody’s words', () => {
    const class5 = given(five, {}, ballots)
    expect(class5('closed').everyone().results).toBeUndefined()
    const { results } = class5('revealed').everyone()
    expect(results?.items?.q2).toMatchObject({ total: 4, abstained: 1, nps: 25 })
    expect(results?.items?.q4).toEqual({ total: 2 })
    expect(JSON.stringify(results)).not.toContain('Merci')
  })

  test(`under ${MIN_RETURNS} anonymous returns: their number alone, even to the trainer`, () => {
    const few = given(five.slice(1), {}, ballots.slice(1))('revealed')
    expect(few.trainer().results).toEqual({ returns: 4, few: true })
    expect(few.everyone().results).toEqual({ returns: 4, few: true })
    const one = given([{ by: 'p1', answers: ballots[0]! }], named)('closed')
    expect(one.trainer().results?.items?.q1).toMatchObject({ total: 1, mean: 4 })
  })

  test('counted ballots are not opened again; before that, a close too early can be undone', () => {
    expect(code(given(five, {}, ballots)('closed').opening())).toBe('closed')
    expect(given(five)('closed').opening()).toBeUndefined()
  })
})

test('everyone knows how many have returned, the trainer who, a person only that they have', () => {
  const two = given([{ by: 'p1' }, { by: 'p2' }])('open')
  expect(two.everyone().answeredCount).toBe(2)
  expect(two.trainer().answered).toEqual({ p1: true, p2: true })
  expect(two.trainer().answers).toBeUndefined()
  expect(two.mine('p1')).toEqual({ answer: { at: 1000 } })
  expect(two.mine('p3')).toEqual({})
})

test('the items are shown from the opening on', () => {
  expect(given([])('ready').everyone().items).toBeUndefined()
  expect(Object.keys(given([])('open').everyone().items ?? {})).toEqual(['q1', 'q2', 'q3', 'q4'])
})

test('a return shows at once on its author’s screen; an anonymous one does not show what it says', () => {
  expect(survey.predict!({}, returning(full))).toEqual({ answer: { at: 0 } })
  expect(survey.predict!({}, { type: 'return', answers: full })).toEqual({ answer: { at: 0, answers: full } })
  expect(survey.predict!({ answer: { at: 7 } }, amending(full))).toEqual({ answer: { at: 7 } })
})

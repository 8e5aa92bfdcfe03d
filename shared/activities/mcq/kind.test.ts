import { describe, expect, test } from 'vitest'
import type { KindContext } from '#shared/kind.ts'
import { isRejection, type Phase } from '#shared/types.ts'
import {
  type McqCommand,
  type McqDefinition,
  type McqEvent,
  type McqQuestion,
  mcqDefinition,
} from './definition.ts'
import { mcq } from './kind.ts'
import { predictMcq } from './predict.ts'

const single: McqQuestion = {
  id: 'siret',
  text: 'Combien de chiffres compte un SIRET ?',
  multiple: false,
  options: [
    { id: 'a', text: '9', right: false },
    { id: 'b', text: '14', right: true },
    { id: 'c', text: '20', right: false },
  ],
  explanation: 'Neuf pour l’entreprise, cinq pour l’établissement.',
  objective: 'o1',
}
const several: McqQuestion = {
  id: 'mentions',
  text: 'Que porte une facture ?',
  multiple: true,
  options: [
    { id: 'a', text: 'Le SIRET', right: true },
    { id: 'b', text: 'Une signature', right: false },
    { id: 'c', text: 'La date', right: true },
    { id: 'd', text: 'Un tampon', right: false },
  ],
  objective: 'o2',
}
const last: McqQuestion = {
  ...single,
  id: 'delai',
  text: 'Sous combien de jours paie-t-on ?',
  explanation: 'Trente jours.',
}

const paced: McqDefinition = {
  kind: 'mcq',
  title: 'Série 1',
  pace: 'trainer',
  moment: 'during',
  questions: [single, several, last],
  seconds: 45,
  threshold: 70,
  correction: 'on-reveal',
}
const own: McqDefinition = { ...paced, pace: 'learner', correction: 'on-submit' }
const later: McqDefinition = { ...own, correction: 'on-reveal' }

type Did = [by: string, event: McqEvent]
const answer = (
  questionId: string,
  choice: string[],
  more: { late?: true; caughtUp?: true } = {},
): McqEvent => ({ type: 'answered', questionId, choice, ...more })
const turned = (questionId: string): Did => ['t', { type: 'turned', questionId }]
const retaken = (questionId: string, more: { instead?: true } = {}): Did => [
  't',
  { type: 'retaken', questionId, ...more },
]
const explained: Did = ['t', { type: 'explained' }]
const submitted: McqEvent = { type: 'submitted' }

/** Given these events, in this phase. */
function given(definition: McqDefinition, did: Did[], phase: Phase) {
  const state = did.reduce(
    (s, [by, event], i) => mcq.evolve(s, { ...event, by, at: 1000 + i }),
    mcq.start(definition),
  )
  return {
    when: (command: McqCommand, who: Partial<KindContext<McqDefinition>> = {}) =>
      mcq.decide(state, command, {
        now: 5000,
        by: 'ana',
        role: 'participant',
        people: ['ana', 'bob', 'zoe'],
        phase,
        late: phase === 'closed',
        definition,
        ...who,
      }),
    everyone: () => mcq.everyone(state, definition, phase),
    mine: (personId = 'ana') => mcq.mine(state, definition, phase, personId),
    trainer: () => mcq.trainer(state, definition, phase),
    inside: () => mcq.inside?.(state, definition, phase),
    point: () => mcq.point?.(state, definition),
    opening: () => mcq.opening?.(state, definition, phase, { people: [], spoken: {}, lot: '' }),
    scores: () => mcq.scores!(state, definition, phase),
  }
}

const code = (outcome: unknown) => (isRejection(outcome) ? outcome.code : outcome)
const reason = (outcome: unknown) => (isRejection(outcome) ? outcome.reason : '')
const saying = (choice: string[], questionId?: string) =>
  ({ type: 'answer', choice, ...(questionId && { questionId }) }) as McqCommand
const catching = (questionId: string, choice: string[]) =>
  ({ type: 'catch-up', questionId, choice }) as McqCommand

test('the definitions used here are accepted', () => {
  for (const definition of [paced, own, later]) expect(mcqDefinition.parse(definition)).toEqual(definition)
})

describe('the trainer’s key', () => {
  test('goes on to the explanation, then to the next question, then out of the series', () => {
    expect(given(paced, [], 'ready').inside()).toBeUndefined()
    expect(given(paced, [], 'closed').inside()).toBeUndefined()
    expect(given(paced, [], 'revealed').inside()).toEqual({ step: 'explain', event: { type: 'explained' } })
    expect(given(paced, [explained], 'revealed').inside()).toEqual({
      step: 'question',
      event: { type: 'turned', questionId: 'mentions' },
      n: 2,
      of: 3,
      title: several.text,
    })
    // No explanation: straight to the next.
    expect(given(paced, [explained, turned('mentions')], 'revealed').inside()).toMatchObject({ n: 3 })
    const end = [explained, turned('mentions'), turned('delai'), explained]
    expect(given(paced, end, 'revealed').inside()).toBeUndefined()
  })

  test('a question turned to, or taken again, is ready; nothing else changes the phase', () => {
    expect(mcq.phaseAfter?.({ type: 'turned', questionId: 'delai' })).toBe('ready')
    expect(mcq.phaseAfter?.({ type: 'retaken', questionId: 'delai' })).toBe('ready')
    for (const event of [submitted, answer('siret', ['a']), explained[1]])
      expect(mcq.phaseAfter?.(event)).toBeUndefined()
  })

  test('each point has a name of its own', () => {
    const steps = [explained, turned('mentions'), retaken('siret'), explained, retaken('siret')]
    const points = steps.map((_, i) => given(paced, steps.slice(0, i + 1), 'revealed').point())
    expect(points).toEqual(['siret/explained', 'mentions', 'siret/2', 'siret/2/explained', 'siret/3'])
    expect(given(paced, [], 'ready').point()).toBe('siret')
  })

  test('each learner at their own pace: the usual phases, and the time is for the whole', () => {
    expect(given(own, [], 'revealed').inside()).toBeUndefined()
    expect(mcq.opensFor?.(mcq.start(own), own)).toBe(45)
    expect(mcq.skipsReveal).toBeUndefined()
  })
})

describe('answering at the trainer’s pace', () => {
  test('answers the question on stage, named or not; a multiple choice in the order of the options', () => {
    expect(given(paced, [], 'open').when(saying(['b']))).toEqual([answer('siret', ['b'])])
    expect(given(paced, [], 'open').when(saying(['b'], 'siret'))).toEqual([answer('siret', ['b'])])
    const second = given(paced, [turned('mentions')], 'open')
    expect(second.when(saying(['c', 'a']))).toEqual([answer('mentions', ['a', 'c'])])
    expect(second.when(saying([]))).toEqual([answer('mentions', [])])
  })

  test.each<[Phase, Did[], McqCommand, string, RegExp]>([
    ['ready', [], saying(['b']), 'closed', /pas encore ouverte/],
    ['revealed', [], saying(['b']), 'closed', /montrée/],
    ['open', [], saying(['a'], 'mentions'), 'closed', /celle de l’écran/],
    ['open', [turned('mentions')], saying(['a'], 'siret'), 'closed', /montrée/],
    ['open', [], saying(['a'], 'inconnue'), 'invalid', /inconnue/],
    ['open', [], saying(['a'], 'constructor'), 'invalid', /constructor/],
    ['open', [], saying(['d']), 'invalid', /a, b, c/],
    ['open', [], saying([]), 'invalid', /Une seule/],
    ['open', [], saying(['a', 'b']), 'invalid', /Une seule/],
    ['open', [turned('mentions')], saying(['a', 'a']), 'invalid', /deux fois/],
    ['open', [], { type: 'submit' }, 'invalid', /formateur/],
  ])('%s, after %j: %j is rejected as %s', (phase, did, command, expected, why) => {
    const outcome = given(paced, did, phase).when(command)
    expect(code(outcome)).toBe(expected)
    expect(reason(outcome)).toMatch(why)
  })

  test('a late answer is kept, outside results and score; the one given in time still counts', () => {
    expect(given(paced, [], 'closed').when(saying(['b']))).toEqual([answer('siret', ['b'], { late: true })])
    expect(given(paced, [], 'open').when(saying(['b']), { late: true })).toMatchObject([{ late: true }])
    const did: Did[] = [
      ['ana', answer('siret', ['b'])],
      ['ana', answer('siret', ['a'], { late: true })],
      ['bob', answer('siret', ['b'], { late: true })],
    ]
    const after = given(paced, did, 'revealed')
    expect(after.everyone().revealed?.results).toEqual({ counts: { a: 0, b: 1, c: 0 }, total: 1 })
    expect(after.mine().answer).toEqual({ choice: ['a'], at: 1001, late: true })
    expect(after.mine().score).toEqual({ points: 1, known: 1, of: 3 })
    expect(after.mine('bob')).not.toHaveProperty('score')
    expect(after.trainer().answers.bob).toMatchObject({ late: true })
    expect(after.trainer().answered).toEqual({ ana: true, bob: true })
  })
})

describe('what the room sees at the trainer’s pace', () => {
  const did: Did[] = [
    ['ana', answer('siret', ['b'])],
    ['bob', answer('siret', ['a'])],
  ]

  test.each<Phase>(['ready', 'open', 'closed'])(
    '%s: the question and how many answered, no more',
    (phase) => {
      const everyone = given(paced, did, phase).everyone()
      expect(everyone).toEqual({
        pace: 'trainer',
        moment: 'during',
        count: 3,
        threshold: 70,
        past: {},
        feedback: {},
        question: {
          id: 'siret',
          n: 1,
          text: single.text,
          multiple: false,
          options: { a: { text: '9' }, b: { text: '14' }, c: { text: '20' } },
          order: ['a', 'b', 'c'],
        },
        answeredCount: 2,
      })
    },
  )

  test('revealed: right answers and results; the explanation only after its own step', () => {
    const results = { counts: { a: 1, b: 1, c: 0 }, total: 2 }
    expect(given(paced, did, 'revealed').everyone().revealed).toEqual({ right: ['b'], results })
    const after = given(paced, [...did, explained], 'revealed')
    expect(after.everyone().revealed).toEqual({ right: ['b'], results, explanation: single.explanation })
    expect(after.trainer()).toMatchObject({ current: 'siret', explained: true })
  })

  test('the next question: the one before is past, with its explanation; nothing of those to come', () => {
    const everyone = given(paced, [...did, explained, turned('mentions')], 'open').everyone()
    expect(everyone.question).toMatchObject({ id: 'mentions', n: 2 })
    expect(everyone.answeredCount).toBe(0)
    expect(Object.keys(everyone.past)).toEqual(['siret'])
    expect(everyone.past.siret).toMatchObject({ n: 1, right: ['b'], explanation: single.explanation })
    expect(JSON.stringify(everyone)).not.toContain(last.text)
  })

  test('each person sees their own answers alone', () => {
    const two = given(paced, [...did, turned('mentions'), ['ana', answer('mentions', ['a'])]], 'open')
    expect(two.mine()).toEqual({
      current: 'mentions',
      answer: { choice: ['a'], at: 1003 },
      answers: { siret: { choice: ['b'], at: 1000 }, mentions: { choice: ['a'], at: 1003 } },
      score: { points: 1, known: 1, of: 3 },
    })
    expect(two.mine('zoe')).toEqual({ current: 'mentions', answers: {} })
    expect(two.mine('constructor')).toEqual({ current: 'mentions', answers: {} })
  })
})

describe('at each learner’s pace', () => {
  const sheet: Did[] = [
    ['ana', answer('siret', ['b'])],
    ['ana', answer('mentions', ['a', 'b'])],
    ['bob', answer('siret', ['a'])],
  ]

  test('every question is there once open, and only then', () => {
    expect(given(own, [], 'ready').everyone()).not.toHaveProperty('questions')
    const everyone = given(own, sheet, 'open').everyone()
    expect(Object.keys(everyone.questions ?? {})).toEqual(['siret', 'mentions', 'delai'])
    expect(everyone).toMatchObject({ correctedOnSubmit: true, answeredCount: 0, past: {} })
    expect(everyone).not.toHaveProperty('question')
    expect(given(later, sheet, 'open').everyone()).not.toHaveProperty('correctedOnSubmit')
  })

  test('an answer says to which question; handing in is possible with questions left', () => {
    expect(given(own, [], 'open').when(saying(['a'], 'delai'))).toEqual([answer('delai', ['a'])])
    expect(code(given(own, [], 'open').when(saying(['a'])))).toBe('invalid')
    expect(given(own, [], 'open').when({ type: 'submit' })).toEqual([submitted])
    expect(code(given(own, [], 'ready').when({ type: 'submit' }))).toBe('closed')
    expect(code(given(own, [], 'revealed').when({ type: 'submit' }))).toBe('closed')
  })

  test('once handed in nothing changes any more', () => {
    const after = given(own, [...sheet, ['ana', submitted]], 'open')
    expect(reason(after.when(saying(['a'], 'siret')))).toMatch(/rendues/)
    expect(after.when({ type: 'submit' })).toEqual([])
    expect(after.when(saying(['b'], 'siret'), { by: 'bob' })).toEqual([answer('siret', ['b'])])
    expect(after.everyone().answeredCount).toBe(1)
    expect(after.mine().submittedAt).toBe(1003)
  })

  test('what arrives after the close and before the reveal is kept as late, the handing in too', () => {
    const closed = given(own, sheet, 'closed')
    expect(closed.when(saying(['b'], 'delai'))).toEqual([answer('delai', ['b'], { late: true })])
    expect(closed.when({ type: 'submit' })).toEqual([{ ...submitted, late: true }])
    expect(code(given(own, sheet, 'revealed').when(saying(['b'], 'delai')))).toBe('closed')
  })

  test('whoever has handed in, or answered everything, is not missing', () => {
    const all: Did[] = [...sheet, ['ana', answer('delai', ['a'])], ['zoe', submitted]]
    expect(given(own, all, 'open').trainer().answered).toEqual({ ana: true, zoe: true })
    expect(given(own, all, 'open').trainer().sheets.zoe).toEqual({
      answers: {},
      submittedAt: 1004,
      points: 0,
    })
    expect(given(own, all, 'open').trainer().sheets.ana?.points).toBe(1.5)
  })

  test('one’s correction comes on handing in, to that person alone', () => {
    const after = given(own, [...sheet, ['ana', submitted]], 'open')
    expect(after.mine().corrections).toEqual({
      siret: { right: ['b'], explanation: single.explanation, points: 1 },
      mentions: { right: ['a', 'c'], points: 0.5 },
      delai: { right: ['b'], explanation: last.explanation, points: 0 },
    })
    expect(after.mine().score).toEqual({ points: 1.5, known: 3, of: 3 })
    expect(after.mine('bob')).toEqual({ answers: { siret: { choice: ['a'], at: 1002 } } })
    expect(after.everyone().past).toEqual({})
  })

  test('or with everybody at the reveal', () => {
    const before = given(later, [...sheet, ['ana', submitted]], 'closed')
    expect(before.mine()).not.toHaveProperty('corrections')
    expect(before.mine()).not.toHaveProperty('score')
    const after = given(later, [...sheet, ['ana', submitted]], 'revealed')
    expect(Object.keys(after.everyone().past)).toEqual(['siret', 'mentions', 'delai'])
    expect(after.everyone().past.mentions).toMatchObject({ right: ['a', 'c'], results: { total: 1 } })
    expect(after.mine().score).toEqual({ points: 1.5, known: 3, of: 3 })
    expect(after.mine()).not.toHaveProperty('corrections')
  })

  test('no question is taken again, and nothing reopens once shown', () => {
    const trainer = { role: 'trainer', by: 't' } as const
    const outcome = given(own, [], 'revealed').when({ type: 'retake', questionId: 'siret' }, trainer)
    expect(reason(outcome)).toMatch(/à son rythme/)
    expect(code(given(own, [], 'revealed').opening())).toBe('closed')
    expect(given(own, [], 'closed').opening()).toBeUndefined()
  })
})

describe('catching up', () => {
  const missed: Did[] = [['bob', answer('siret', ['b'])], explained, turned('mentions')]
  const caughtUp = (questionId: string, choice: string[]) => [
    answer(questionId, choice, { late: true, caughtUp: true }),
  ]

  test('who gave no answer may give one once the question is revealed', () => {
    expect(given(paced, missed, 'open').when(catching('siret', ['a']))).toEqual(caughtUp('siret', ['a']))
    expect(given(paced, missed, 'revealed').when(catching('mentions', ['c', 'a']))).toEqual(
      caughtUp('mentions', ['a', 'c']),
    )
    expect(given(own, [], 'revealed').when(catching('delai', ['a']))).toEqual(caughtUp('delai', ['a']))
    expect(mcq.afterClass).toEqual(['catch-up', 'feedback'])
  })

  test.each<[Phase, Did[], string, string[], string]>([
    ['open', [], 'siret', ['a'], 'closed'],
    ['closed', [], 'siret', ['a'], 'closed'],
    ['revealed', [], 'mentions', ['a'], 'closed'],
    ['open', [...missed, retaken('siret')], 'siret', ['a'], 'closed'],
    ['open', [['ana', answer('siret', ['a'])], turned('mentions')], 'siret', ['b'], 'closed'],
    ['revealed', [['ana', answer('siret', ['a'], { late: true })]], 'siret', ['b'], 'closed'],
    ['revealed', [['ana', answer('siret', ['a'], { late: true, caughtUp: true })]], 'siret', ['b'], 'closed'],
    ['revealed', [['ana', answer('siret', ['a'])], retaken('siret')], 'siret', ['b'], 'closed'],
    ['revealed', [], 'siret', ['d'], 'invalid'],
    ['revealed', [turned('mentions')], 'mentions', [], 'invalid'],
    ['revealed', [], 'inconnue', ['a'], 'invalid'],
  ])('%s, after %j: %s %j is rejected as %s', (phase, did, questionId, choice, expected) => {
    expect(code(given(paced, did, phase).when(catching(questionId, choice)))).toBe(expected)
  })

  test('before the reveal a corrected sheet gives nothing to catch up', () => {
    expect(code(given(own, [['ana', submitted]], 'open').when(catching('siret', ['b'])))).toBe('closed')
  })

  test('it counts in no result and no score', () => {
    const did: Did[] = [...missed, ['ana', answer('siret', ['b'], { late: true, caughtUp: true })]]
    const after = given(paced, did, 'open')
    expect(after.everyone().past.siret?.results.total).toBe(1)
    expect(after.mine()).not.toHaveProperty('score')
    expect(after.mine().answers.siret).toMatchObject({ late: true, caughtUp: true })
    expect(after.mine()).not.toHaveProperty('answer')
  })
})

describe('taking a question again', () => {
  const trainer = { role: 'trainer', by: 't' } as const
  const retake = (questionId: string): McqCommand => ({ type: 'retake', questionId })
  const first: Did[] = [
    ['ana', answer('siret', ['b'])],
    ['bob', answer('siret', ['a'])],
  ]
  const again: Did[] = [...first, explained, turned('mentions'), retaken('siret')]

  test('is for the trainer, on a question already revealed', () => {
    expect(mcq.mayDo.retake).toEqual(['trainer'])
    expect(given(paced, first, 'revealed').when(retake('siret'), trainer)).toEqual([retaken('siret')[1]])
    const second = [...first, turned('mentions')]
    expect(given(paced, second, 'revealed').when(retake('siret'), trainer)).toEqual([retaken('siret')[1]])
    expect(given(paced, second, 'ready').when(retake('siret'), trainer)).toEqual([
      retaken('siret', { instead: true })[1],
    ])
  })

  test.each<[Phase, Did[], string, string]>([
    ['open', [...first, turned('mentions')], 'siret', 'closed'],
    ['closed', [...first, turned('mentions')], 'siret', 'closed'],
    ['open', again, 'siret', 'closed'],
    ['ready', [], 'siret', 'closed'],
    ['revealed', [], 'mentions', 'closed'],
    ['revealed', [], 'inconnue', 'invalid'],
  ])('%s, after %j: %s is rejected as %s', (phase, did, questionId, expected) => {
    expect(code(given(paced, did, phase).when(retake(questionId), trainer))).toBe(expected)
  })

  test('asking for it twice changes nothing more', () => {
    expect(given(paced, again, 'ready').when(retake('siret'), trainer)).toEqual([])
  })

  test.each<Phase>(['ready', 'open', 'closed'])('%s: the right answer is out of sight again', (phase) => {
    const after = given(paced, again, phase)
    const everyone = after.everyone()
    expect(everyone).toMatchObject({ question: { id: 'siret', n: 1 }, retaken: true, answeredCount: 0 })
    expect(everyone).not.toHaveProperty('revealed')
    expect(Object.keys(everyone.past)).toEqual(['mentions'])
    expect(JSON.stringify([everyone, after.mine()])).not.toContain(single.explanation)
    expect(after.mine().answers).toEqual({})
    expect(after.mine().score).toMatchObject({ known: 1, points: 0 })
  })

  test('people answer anew; the first round is kept beside, and is what counts', () => {
    const did: Did[] = [...again, ['ana', answer('siret', ['c'])], ['bob', answer('siret', ['b'])]]
    const after = given(paced, did, 'revealed')
    expect(after.everyone().revealed).toEqual({
      right: ['b'],
      results: { counts: { a: 0, b: 1, c: 1 }, total: 2 },
      before: { counts: { a: 1, b: 1, c: 0 }, total: 2 },
    })
    expect(after.mine().answer).toMatchObject({ choice: ['c'] })
    expect(after.mine().score).toMatchObject({ points: 1 })
    expect(after.mine('bob').score).toMatchObject({ points: 0 })
    expect(after.trainer().before).toEqual({ siret: { counts: { a: 1, b: 1, c: 0 }, total: 2 } })
    expect(after.trainer().results.siret?.counts).toEqual({ a: 0, b: 1, c: 1 })
  })

  test('who does not answer again finds their first answer at the reveal', () => {
    expect(given(paced, again, 'revealed').mine().answers.siret).toEqual({ choice: ['b'], at: 1000 })
  })

  test('the key then goes on after the furthest question asked', () => {
    expect(given(paced, [...again, explained], 'revealed').inside()).toMatchObject({
      event: { type: 'turned', questionId: 'delai' },
      n: 3,
    })
  })

  test('taken in place of a question not yet opened, that one keeps its turn and its secrets', () => {
    const did = [...first, explained, turned('mentions'), retaken('siret', { instead: true }), explained]
    const after = given(paced, did, 'revealed')
    expect(after.everyone().past).toEqual({})
    expect(after.inside()).toMatchObject({ event: { type: 'turned', questionId: 'mentions' }, n: 2 })
    // Nor does a round that was never opened leave a trace.
    const twice = given(paced, [...again, retaken('mentions', { instead: true })], 'open')
    expect(twice.everyone().past.siret).toMatchObject({ results: { total: 2 } })
    expect(twice.everyone().past.siret).not.toHaveProperty('before')
  })

  test('reopening a revealed question takes it again; a closed one just goes on', () => {
    expect(given(paced, first, 'revealed').opening()).toEqual(retaken('siret')[1])
    expect(given(paced, first, 'closed').opening()).toBeUndefined()
    expect(given(paced, first, 'ready').opening()).toBeUndefined()
  })
})

describe('the trainer’s words', () => {
  const trainer = { role: 'trainer', by: 't' } as const
  const words = (text: string, personId?: string): McqCommand => ({
    type: 'feedback',
    questionId: 'siret',
    text,
    ...(personId && { personId }),
  })
  const said: Did[] = [
    ['t', { type: 'feedback', questionId: 'siret', text: 'Comptez bien.' }],
    ['t', { type: 'feedback', questionId: 'siret', personId: 'ana', text: 'Presque !' }],
  ]

  test('go to all or to one person, who alone finds them', () => {
    const after = given(paced, said, 'open')
    expect(after.everyone().feedback).toEqual({ siret: 'Comptez bien.' })
    expect(after.mine().feedback).toEqual({ siret: 'Presque !' })
    expect(after.mine('bob')).not.toHaveProperty('feedback')
    expect(JSON.stringify([after.everyone(), after.mine('bob')])).not.toContain('Presque')
    expect(after.trainer().feedback).toEqual({
      siret: { all: 'Comptez bien.', people: { ana: 'Presque !' } },
    })
  })

  test('are taken back with an empty text', () => {
    const taken = (['t', 't'] as const).map(
      (by, i): Did => [
        by,
        { type: 'feedback', questionId: 'siret', text: '', ...(i === 1 && { personId: 'ana' }) },
      ],
    )
    const after = given(paced, [...said, ...taken], 'open')
    expect(after.everyone().feedback).toEqual({})
    expect(after.mine()).not.toHaveProperty('feedback')
  })

  test('said again, they change nothing', () => {
    expect(given(paced, said, 'open').when(words('Comptez bien.'), trainer)).toEqual([])
    expect(given(paced, said, 'open').when(words('Presque !', 'ana'), trainer)).toEqual([])
    expect(given(paced, [], 'open').when(words(''), trainer)).toEqual([])
  })

  test('are for trainers, about a question asked, to a person enrolled', () => {
    expect(mcq.mayDo.feedback).toEqual(['trainer', 'cotrainer'])
    expect(given(paced, [], 'open').when(words('Bien', 'bob'), trainer)).toMatchObject([{ personId: 'bob' }])
    expect(code(given(paced, [], 'ready').when(words('Bien'), trainer))).toBe('closed')
    expect(given(paced, [turned('mentions')], 'ready').when(words('Bien'), trainer)).toHaveLength(1)
    expect(code(given(own, [], 'ready').when(words('Bien'), trainer))).toBe('closed')
    expect(given(own, [], 'open').when(words('Bien'), trainer)).toHaveLength(1)
    expect(code(given(paced, [], 'open').when(words('Bien', 'luc'), trainer))).toBe('not-found')
    const unknown: McqCommand = { type: 'feedback', questionId: 'inconnue', text: 'Bien' }
    expect(code(given(paced, [], 'open').when(unknown, trainer))).toBe('invalid')
  })
})

describe('points', () => {
  test.each<[McqQuestion, string[], number]>([
    [single, ['b'], 1],
    [single, ['a'], 0],
    [several, ['a', 'c'], 1],
    [several, ['a'], 0.75],
    [several, ['a', 'b', 'c', 'd'], 0.5],
    [several, ['b', 'd'], 0],
    [several, [], 0],
  ])('%o answered %j: %d', (question, choice, points) => {
    const definition = { ...own, questions: [question, last] }
    const did: Did[] = [
      ['ana', answer(question.id, choice)],
      ['ana', answer('delai', ['a'])],
    ]
    const { people } = given(definition, did, 'closed').scores()
    expect(people.ana?.[0]).toMatchObject({ questionId: question.id, points })
  })
})

describe('scores', () => {
  const plain = (questionId: string, objective: string, points: number, known: boolean) => ({
    questionId,
    objective,
    points,
    known,
  })
  const blank = (questionId: string, objective: string, known: boolean) => ({
    ...plain(questionId, objective, 0, known),
    unanswered: true,
  })

  test('name the moment and every question, in order', () => {
    expect(given(paced, [], 'ready').scores()).toEqual({
      moment: 'during',
      questions: [
        { id: 'siret', text: single.text, objective: 'o1' },
        { id: 'mentions', text: several.text, objective: 'o2' },
        { id: 'delai', text: last.text, objective: 'o1' },
      ],
      people: {},
    })
  })

  test('an unanswered question is worth 0 to who took part, and only once it is over', () => {
    const did: Did[] = [['ana', answer('siret', ['b'])], explained, turned('mentions')]
    expect(given(paced, did.slice(0, 1), 'open').scores().people).toEqual({})
    expect(given(paced, did.slice(0, 1), 'closed').scores().people.ana).toEqual([
      plain('siret', 'o1', 1, false),
    ])
    expect(given(paced, did, 'open').scores().people.ana).toEqual([plain('siret', 'o1', 1, true)])
    expect(given(paced, did, 'closed').scores().people).toEqual({
      ana: [plain('siret', 'o1', 1, true), blank('mentions', 'o2', false)],
    })
  })

  test('who took part only afterwards has late points and no zeros', () => {
    const late = { late: true as const }
    const did: Did[] = [
      ['ana', answer('siret', ['b'], late)],
      turned('mentions'),
      ['bob', answer('siret', ['b'], { ...late, caughtUp: true })],
      ['zoe', answer('mentions', ['a', 'c'])],
    ]
    expect(given(paced, did, 'revealed').scores().people).toEqual({
      ana: [{ ...plain('siret', 'o1', 1, true), late: true }],
      bob: [{ ...plain('siret', 'o1', 1, true), late: true }],
      zoe: [blank('siret', 'o1', true), plain('mentions', 'o2', 1, true)],
    })
  })

  test('a second round counts for nobody: late for who missed the first', () => {
    const did: Did[] = [
      ['ana', answer('siret', ['a'])],
      retaken('siret'),
      ['ana', answer('siret', ['b'])],
      ['bob', answer('siret', ['b'])],
    ]
    expect(given(paced, did, 'revealed').scores().people).toEqual({
      ana: [plain('siret', 'o1', 0, true)],
      bob: [{ ...plain('siret', 'o1', 1, true), late: true }],
    })
    expect(given(paced, did, 'open').scores().people.ana).toEqual([plain('siret', 'o1', 0, false)])
  })

  test('at one’s own pace everything counts on handing in, known only if corrected', () => {
    const did: Did[] = [
      ['ana', answer('siret', ['b'])],
      ['ana', submitted],
      ['bob', answer('siret', ['b'])],
    ]
    const all = (known: boolean) => [
      plain('siret', 'o1', 1, known),
      blank('mentions', 'o2', known),
      blank('delai', 'o1', known),
    ]
    expect(given(own, did, 'open').scores().people).toEqual({ ana: all(true) })
    expect(given(later, did, 'open').scores().people).toEqual({ ana: all(false) })
    expect(given(later, did, 'closed').scores().people).toEqual({ ana: all(false), bob: all(false) })
    expect(given(later, did, 'revealed').scores().people.bob).toEqual(all(true))
  })
})

describe('before the server has answered', () => {
  test('one’s answer shows in its place, not stored yet', () => {
    const onStage = given(paced, [], 'open').mine()
    const answered = { choice: ['a', 'c'], at: 0 }
    const predicted = { current: 'siret', answer: answered, answers: { siret: answered } }
    expect(predictMcq(onStage, saying(['c', 'a'], 'siret'))).toEqual(predicted)
    expect(predictMcq(onStage, saying(['c', 'a']))).toEqual(predicted)
    expect(predictMcq(onStage, saying(['a'], 'mentions'))).not.toHaveProperty('answer')
    expect(predictMcq({ answers: {} }, saying(['a'], 'siret'))).toEqual({
      answers: { siret: { choice: ['a'], at: 0 } },
    })
  })

  test('a sheet is handed in, a question caught up', () => {
    expect(predictMcq({ answers: {} }, { type: 'submit' })).toEqual({ answers: {}, submittedAt: 0 })
    expect(predictMcq({ answers: {}, submittedAt: 5 }, { type: 'submit' }).submittedAt).toBe(5)
    const predicted = predictMcq({ current: 'mentions', answers: {} }, catching('siret', ['b']))
    expect(predicted).toEqual({
      current: 'mentions',
      answers: { siret: { choice: ['b'], at: 0, late: true, caughtUp: true } },
    })
  })
})

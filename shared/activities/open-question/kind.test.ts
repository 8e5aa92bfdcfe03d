import { describe, expect, test } from 'vitest'
import { isRejection, type Phase, type Role } from '#shared/types.ts'
import type { OpenQuestionCommand, OpenQuestionDefinition, OpenQuestionEvent } from './definition.ts'
import { openQuestion } from './kind.ts'
import { clean, likeness } from './normalise.ts'

const definition: OpenQuestionDefinition = {
  kind: 'open-question',
  title: 'Le mot du matin',
  text: 'En un mot, Chorus Pro ?',
  display: 'list',
  moderated: false,
  named: true,
  results: 'live',
  perPerson: 2,
  maxLength: 60,
  votes: true,
}

/** An open question driven by commands; `refused` gives the code of a refusal. */
function given(change: Partial<OpenQuestionDefinition> = {}) {
  const def = { ...definition, ...change }
  let state = openQuestion.start(def)
  let phase: Phase = 'open'
  let late = false
  let at = 0

  const decide = (by: string, command: OpenQuestionCommand, role: Role = 'participant') =>
    openQuestion.decide(state, command, { now: at, by, role, people: [], phase, late, definition: def })
  const drive = {
    in(next: Phase, isLate = next === 'closed') {
      phase = next
      late = isLate
      return drive
    },
    do(by: string, command: OpenQuestionCommand) {
      const events = decide(by, command)
      if (isRejection(events)) throw new Error(events.reason)
      for (const event of events) state = openQuestion.evolve(state, { ...event, by, at: ++at })
      return drive
    },
    says: (by: string, text: string, questionId: 's1' | 's2' = 's1') =>
      drive.do(by, { type: 'answer', questionId, text }),
    facts: (by: string, command: OpenQuestionCommand) => decide(by, command) as OpenQuestionEvent[],
    refused(by: string, command: OpenQuestionCommand) {
      const outcome = decide(by, command)
      return isRejection(outcome) ? outcome.code : 'accepted'
    },
    everyone: () => openQuestion.everyone(state, def, phase),
    mine: (personId: string) => openQuestion.mine(state, def, phase, personId),
    trainer: () => openQuestion.trainer(state, def, phase),
  }
  return drive
}

const answer = (text: string, questionId: 's1' | 's2' | 's3' = 's1'): OpenQuestionCommand => ({
  type: 'answer',
  questionId,
  text,
})

describe('answering', () => {
  test('each person has places of their own; writing again replaces, empty text takes back', () => {
    const q = given().says('a', 'délai').says('a', 'SIRET', 's2').says('a', 'portail')
    expect(q.mine('a').entries).toMatchObject({ s1: { text: 'portail' }, s2: { text: 'SIRET' } })
    q.says('a', '')
    expect(q.mine('a')).toMatchObject({ entries: { s2: { text: 'SIRET' } }, answer: { text: 'SIRET' } })
    expect(q.everyone().answeredCount).toBe(1)
  })

  test('a place too many, a text too long are refused with what is allowed', () => {
    const q = given({ maxLength: 10 })
    expect(q.refused('a', answer('oui', 's3'))).toBe('invalid')
    expect(q.facts('a', answer('onze lettres'))).toMatchObject({
      code: 'invalid',
      reason: expect.stringContaining('10 au plus'),
    })
  })

  test('before the opening and after the reveal nothing is taken; after the close it is late', () => {
    const q = given({ results: 'hidden' })
    expect(q.in('ready').refused('a', answer('tôt'))).toBe('closed')
    q.in('closed').says('a', 'tard')
    expect(q.mine('a').answer).toMatchObject({ late: true, shown: false })
    expect(q.everyone().answeredCount).toBe(0)
    expect(q.in('revealed').refused('b', answer('trop tard'))).toBe('closed')
    expect(q.everyone().groups).toEqual({})
    expect(q.trainer().entries.e1).toMatchObject({ text: 'tard', late: true })
  })

  test('control characters go; a word cloud keeps one line', () => {
    expect(clean('a\u0000b\nc', false)).toBe('ab\nc')
    expect(clean(' a\n  b ', true)).toBe('a b')
  })
})

describe('grouping', () => {
  test.each([
    ['Délai', 'délais'],
    ['le numéro d’engagement', 'Le numero d engagement !'],
    ['SIRET', 'siret'],
    ['nouveaux réseaux', 'nouveau réseau'],
  ])('%s and %s say the same', (one, other) => expect(likeness(one)).toBe(likeness(other)))

  test.each([
    ['service', 'serveur'],
    ['as', 'a'],
    ['dû', 'des'],
  ])('%s and %s do not', (one, other) => expect(likeness(one)).not.toBe(likeness(other)))

  test('near-identical answers count as one, under the most frequent spelling', () => {
    const q = given().says('a', 'delais').says('b', 'Délai').says('c', 'Délai')
    expect(q.everyone().groups).toEqual({ e1: { text: 'Délai', count: 3, votes: 0, order: 1 } })
  })

  test('the trainer merges two groups, with their support, and takes an answer out again', () => {
    const q = given().says('a', 'délai').says('b', 'attente').says('c', 'attente')
    q.do('d', { type: 'vote', groupId: 'e2', on: true })
    q.do('t', { type: 'merge', from: 'e2', into: 'e1' })
    expect(q.everyone().groups).toMatchObject({ e1: { count: 3, votes: 1 } })
    q.do('t', { type: 'split', entryId: 'e1' })
    expect(Object.values(q.everyone().groups ?? {}).map(({ text, count }) => [text, count])).toEqual([
      ['délai', 1],
      ['attente', 2],
    ])
    expect(q.refused('t', { type: 'merge', from: 'e1', into: 'e9' })).toBe('not-found')
  })
})

describe('moderation', () => {
  test('an answer shows once the trainer lets it through, and no longer when taken off or rewritten', () => {
    const q = given({ moderated: true }).says('a', 'délai').says('b', 'gros mot')
    expect(q.everyone().groups).toEqual({})
    q.do('t', { type: 'show', entryIds: ['e1'], shown: true })
    expect(Object.keys(q.everyone().groups ?? {})).toEqual(['e1'])
    q.says('a', 'autre chose')
    expect(q.everyone().groups).toEqual({})
    expect(q.mine('a').answer).toMatchObject({ shown: false })
    expect(q.refused('t', { type: 'show', entryIds: ['e1'], shown: true })).toBe('not-found')
  })

  test('hidden answers show nothing but their number before the reveal, let through or not', () => {
    const q = given({ results: 'hidden' }).says('a', 'délai')
    expect(JSON.stringify(q.everyone())).not.toContain('délai')
    expect(q.in('revealed').everyone().groups).toMatchObject({ e1: { text: 'délai' } })
  })

  test('« sans noms » gives no name to the trainer; the room never sees any', () => {
    const q = given({ named: false }).says('p-alice', 'délai')
    const { answered, ...rest } = q.trainer()
    expect(answered).toEqual({ 'p-alice': true })
    expect(JSON.stringify(rest)).not.toContain('p-alice')
    expect(JSON.stringify(given().says('p-alice', 'délai').everyone())).not.toContain('p-alice')
  })
})

describe('support', () => {
  test('one per person and group, taken back at will', () => {
    const q = given().says('a', 'délai')
    q.do('b', { type: 'vote', groupId: 'e1', on: true }).do('c', { type: 'vote', groupId: 'e1', on: true })
    expect(q.everyone().groups).toMatchObject({ e1: { votes: 2 } })
    expect(q.facts('b', { type: 'vote', groupId: 'e1', on: true })).toEqual([])
    q.do('b', { type: 'vote', groupId: 'e1', on: false })
    expect(q.mine('b').votes).toEqual({})
    expect(q.mine('c').votes).toEqual({ e1: true })
  })

  test('what one cannot see cannot be supported, and is told from nothing', () => {
    const q = given({ moderated: true }).says('a', 'délai')
    expect(q.refused('b', { type: 'vote', groupId: 'e1', on: true })).toBe('not-found')
    expect(q.refused('b', { type: 'vote', groupId: 'e9', on: true })).toBe('not-found')
    expect(given({ votes: false }).refused('b', { type: 'vote', groupId: 'e1', on: true })).toBe('invalid')
  })
})

describe('real cases', () => {
  const cases = () =>
    given({ variant: 'case', results: 'hidden', perPerson: 1 })
      .says('a', 'Facture renvoyée deux fois')
      .says('b', 'Service fermé')

  test('the trainer picks one to the stage: it alone shows, and the group contributes to it', () => {
    const q = cases().do('t', { type: 'pick', groupId: 'e1' })
    expect(q.everyone().picked).toEqual({ id: 'e1', text: 'Facture renvoyée deux fois', contributions: {} })
    expect(JSON.stringify(q.everyone())).not.toContain('Service fermé')
    q.do('c', { type: 'contribute', on: 'e1', questionId: 's1', text: 'Lire le commentaire du client' })
    expect(q.everyone().picked?.contributions).toMatchObject({
      e3: { text: 'Lire le commentaire du client' },
    })
    expect(q.mine('c')).toMatchObject({ entries: {}, contributions: { e1: { s1: { shown: true } } } })
    expect(q.everyone().answeredCount).toBe(2)
    q.do('t', { type: 'pick' })
    expect(q.everyone().picked).toBeUndefined()
    expect(q.refused('c', { type: 'contribute', on: 'e1', questionId: 's1', text: 'Encore' })).toBe('closed')
  })

  test('only a case can be picked', () => {
    const q = cases().do('t', { type: 'pick', groupId: 'e1' })
    q.do('c', { type: 'contribute', on: 'e1', questionId: 's1', text: 'Idée' })
    expect(q.refused('t', { type: 'pick', groupId: 'e3' })).toBe('not-found')
    expect(given().refused('c', { type: 'contribute', on: 'e1', questionId: 's1', text: 'Idée' })).toBe(
      'invalid',
    )
  })
})

describe('catching up', () => {
  const late: OpenQuestionCommand = { type: 'catch-up', questionId: 's1', text: 'Je rattrape' }

  test('who has written nothing answers afterwards, for the trainer alone', () => {
    const q = given().says('a', 'délai').in('closed')
    q.do('b', late)
    expect(q.mine('b').answer).toMatchObject({ late: true, caughtUp: true, shown: false })
    expect(Object.keys(q.everyone().groups ?? {})).toEqual(['e1'])
    expect(q.trainer().entries.e2).toMatchObject({ caughtUp: true, personId: 'b' })
    expect(q.refused('b', late)).toBe('closed')
    expect(q.refused('a', late)).toBe('closed')
  })

  test('not while it is open, nor before the reveal when answers are hidden', () => {
    expect(given().refused('b', late)).toBe('closed')
    expect(given({ results: 'hidden' }).in('closed').refused('b', late)).toBe('closed')
    expect(given({ results: 'hidden' }).in('revealed').refused('b', late)).toBe('accepted')
  })
})

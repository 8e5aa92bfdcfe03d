/** What the trainer does to copies: comment, send back, accept, override, release, show, announce, cast. */
import { describe, expect, test } from 'vitest'
import { isRejection, type Phase, type Role } from '#shared/types.ts'
import { smallScenario, teamScenario } from '#tests/support/scenario.ts'
import type { ScenarioDefinition } from './definition.ts'
import { scenario } from './kind.ts'
import type { State } from './state.ts'
import type { ScenarioCommand } from './work.ts'

const PEOPLE = ['p-ana', 'p-bob', 'p-cyr']
const TRAINER = 'p-formatrice'

/** A class at work: each command is decided and its events are taken in; `refused` holds the last no. */
function lesson(definition: ScenarioDefinition = smallScenario) {
  let state: State = scenario.start(definition)
  let at = 1_000
  let phase: Phase = 'open'
  let refused: string | undefined
  const as = (by: string, role: Role, command: ScenarioCommand) => {
    const outcome = scenario.decide(state, command, {
      now: at,
      by,
      role,
      phase,
      people: PEOPLE,
      late: false,
      definition,
    })
    refused = isRejection(outcome) ? outcome.code : undefined
    if (isRejection(outcome)) return
    for (const event of outcome) {
      at += 1_000
      state = scenario.evolve(state, { ...event, by, at })
    }
  }
  return {
    does: (by: string, command: ScenarioCommand) => as(by, 'participant', command),
    corrects: (command: ScenarioCommand) => as(TRAINER, 'trainer', command),
    writes: (by: string, values: Record<string, string>) =>
      as(by, 'participant', {
        type: 'write',
        fields: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, base: 0 }])),
      }),
    turn: (next: Phase) => {
      phase = next
    },
    refused: () => refused,
    everyone: () => scenario.everyone(state, definition, phase),
    mine: (personId: string) => scenario.mine(state, definition, phase, personId),
    trainer: () => scenario.trainer(state, definition, phase),
    copyOf: (personId: string) => state.copyOf[personId]!,
    scores: () => scenario.scores!(state, definition, phase),
  }
}

const WRONG = { service: 'CULT-03', engagement: 'BC-2026-00417', ht: '2148' }

function handedIn() {
  const room = lesson()
  room.writes('p-ana', WRONG)
  room.does('p-ana', { type: 'act', action: 'envoyer' })
  return { room, copyId: room.copyOf('p-ana') }
}

describe('comments', () => {
  test('are read by the author in place, changed, taken back; nobody else has them', () => {
    const { room, copyId } = handedIn()
    room.writes('p-bob', { service: 'SCOL-01' })
    room.corrects({ type: 'comment', copyId, field: 'service', text: 'Relisez le bon.' })
    expect(room.mine('p-ana').copy?.comments.service?.text).toBe('Relisez le bon.')
    expect(JSON.stringify([room.mine('p-bob'), room.everyone()])).not.toContain('Relisez le bon.')
    room.corrects({ type: 'comment', copyId, field: 'service', text: '' })
    expect(room.mine('p-ana').copy?.comments).toEqual({})
  })

  test('stand under a field that exists, of a copy that exists', () => {
    const { room, copyId } = handedIn()
    room.corrects({ type: 'comment', copyId, field: 'nulle-part', text: 'x' })
    expect(room.refused()).toBe('not-found')
    room.corrects({ type: 'comment', copyId: 'c99', field: 'service', text: 'x' })
    expect(room.refused()).toBe('not-found')
  })
})

describe('sending back and accepting', () => {
  test('a copy sent back can be changed again and handed in again; both attempts are kept', () => {
    const { room, copyId } = handedIn()
    expect(room.mine('p-ana').copy).toMatchObject({ state: 'submitted', editable: [] })
    room.corrects({ type: 'send-back', copyId, note: 'Le service est fermé.' })
    expect(room.mine('p-ana').copy).toMatchObject({
      state: 'returned',
      returned: { note: 'Le service est fermé.' },
      editable: ['service', 'engagement', 'ht', 'mot'],
    })
    room.writes('p-ana', { service: 'SCOL-01' })
    expect(room.trainer().copies[copyId]?.state).toBe('working')
    room.does('p-ana', { type: 'act', action: 'envoyer' })
    expect(Object.values(room.trainer().copies[copyId]!.attempts).map(({ verdict }) => verdict)).toEqual([
      'again',
      'done',
    ])
  })

  test('an accepted copy is closed to its author, counts as right, and may still be sent back', () => {
    const { room, copyId } = handedIn()
    room.corrects({ type: 'accept', copyId, note: 'Cela ira.' })
    expect(room.mine('p-ana').copy).toMatchObject({ state: 'accepted', accepted: { note: 'Cela ira.' } })
    room.writes('p-ana', { service: 'SCOL-01' })
    expect(room.refused()).toBe('closed')
    expect(room.scores().people['p-ana']?.every(({ points }) => points === 1)).toBe(true)
    room.corrects({ type: 'send-back', copyId, note: '' })
    expect(room.mine('p-ana').copy?.state).toBe('returned')
  })
})

describe('a check judged otherwise', () => {
  test('needs a reason, changes the verdict, says the reason to its author, and can be undone', () => {
    const { room, copyId } = handedIn()
    room.corrects({ type: 'override', copyId, check: 'c-service', pass: true, reason: '' })
    expect(room.refused()).toBe('invalid')
    room.corrects({ type: 'override', copyId, check: 'c-service', pass: true, reason: 'Bon ambigu.' })
    expect(room.mine('p-ana').copy).toMatchObject({
      verdict: { verdict: 'done' },
      results: { 'c-service': { ok: true, overridden: { reason: 'Bon ambigu.' } } },
    })
    room.corrects({ type: 'override', copyId, check: 'c-service', reason: '' })
    expect(room.mine('p-ana').copy?.verdict?.verdict).toBe('again')
  })

  test('a right field may be counted wrong; a check that does not exist may not', () => {
    const { room, copyId } = handedIn()
    room.corrects({ type: 'override', copyId, check: 'c-ht', pass: false, reason: 'Recopié.' })
    expect(room.trainer().copies[copyId]?.results['c-ht']?.ok).toBe(false)
    room.corrects({ type: 'override', copyId, check: 'c-rien', pass: true, reason: 'x' })
    expect(room.refused()).toBe('not-found')
  })

  test('what is for the trainer alone stays so, judged otherwise or not', () => {
    const { room, copyId } = handedIn()
    room.corrects({ type: 'override', copyId, check: 'c-poli', pass: false, reason: 'Sec.' })
    expect(room.trainer().copies[copyId]?.results['c-poli']?.ok).toBe(false)
    expect(JSON.stringify(room.mine('p-ana'))).not.toContain('Sec.')
  })
})

describe('the model answer', () => {
  test('to one: that person and nobody else', () => {
    const { room, copyId } = handedIn()
    room.writes('p-bob', { service: 'x' })
    room.corrects({ type: 'release', copyId })
    expect(room.mine('p-ana').model?.values.service).toBe('SCOL-01')
    expect(room.mine('p-bob').model).toBeUndefined()
    expect(room.everyone().model).toBeUndefined()
  })

  test('to all; before, no view but the trainer’s has an expected answer', () => {
    const { room } = handedIn()
    expect(JSON.stringify([room.everyone(), room.mine('p-bob')])).not.toContain('SCOL-01')
    room.corrects({ type: 'release' })
    expect(room.everyone().model).toMatchObject({
      values: { service: 'SCOL-01' },
      expected: { service: 'SCOL-01' },
    })
  })
})

describe('one copy on the stage', () => {
  /** Three people who fill the same form alike, in another order each. */
  function three(order: string[]) {
    const room = lesson()
    for (const by of order) {
      room.writes(by, { ht: '10', service: by === 'p-ana' ? 'CULT-03' : 'SCOL-01' })
      room.does(by, { type: 'stuck', on: true, text: `moi, ${by}` })
    }
    return room
  }

  test('has values and marks in the order of the form, and nothing that says whose it is', () => {
    const room = three(PEOPLE)
    const copyId = room.copyOf('p-ana')
    room.corrects({ type: 'comment', copyId, field: 'ht', text: 'un mot pour Ana' })
    room.corrects({ type: 'show', copyId })
    const { shown, ...rest } = room.everyone()
    expect(Object.keys(shown!.values)).toEqual(['service', 'ht'])
    expect(shown).toEqual({
      values: { service: 'CULT-03', ht: '10' },
      wrong: {
        service: 'Le bon de commande cite SCOL-01.',
        ht: '1 740,00 € + 408,00 € = 2 148,00 €.',
      },
    })
    const told = JSON.stringify([shown, rest])
    for (const secret of [copyId, ...PEOPLE, 'moi,', 'un mot pour Ana', '"by"', '"at"'])
      expect(told).not.toContain(secret)
  })

  test('is the same whoever began first, and whoever’s it is', () => {
    const shown = (order: string[], who: string) => {
      const room = three(order)
      room.corrects({ type: 'show', copyId: room.copyOf(who) })
      return JSON.stringify(room.everyone())
    }
    expect(shown(['p-ana', 'p-bob', 'p-cyr'], 'p-bob')).toBe(shown(['p-cyr', 'p-bob', 'p-ana'], 'p-cyr'))
  })

  test('its author’s own view says no more than before', () => {
    const room = three(PEOPLE)
    const before = PEOPLE.map((one) => JSON.stringify(room.mine(one)))
    room.corrects({ type: 'show', copyId: room.copyOf('p-bob') })
    expect(PEOPLE.map((one) => JSON.stringify(room.mine(one)))).toEqual(before)
  })

  test('goes when another is shown, or none', () => {
    const room = three(PEOPLE)
    room.corrects({ type: 'show', copyId: room.copyOf('p-ana') })
    room.corrects({ type: 'show', copyId: room.copyOf('p-bob') })
    expect(room.everyone().shown?.values.service).toBe('SCOL-01')
    room.corrects({ type: 'show' })
    expect(room.everyone().shown).toBeUndefined()
    room.corrects({ type: 'show', copyId: 'c99' })
    expect(room.refused()).toBe('not-found')
  })
})

test('an unfinished copy on the stage is not blamed for what its author has not reached', () => {
  const room = lesson()
  room.writes('p-ana', { service: 'CULT-03' })
  room.corrects({ type: 'show', copyId: room.copyOf('p-ana') })
  expect(Object.keys(room.everyone().shown!.wrong)).toEqual(['service'])
})

describe('announcing', () => {
  test('everyone reads it until it is taken back', () => {
    const room = lesson()
    room.corrects({ type: 'announce', text: 'Encore cinq minutes.' })
    expect(room.everyone().announcement?.text).toBe('Encore cinq minutes.')
    room.corrects({ type: 'announce', text: '' })
    expect(room.everyone().announcement).toBeUndefined()
  })
})

describe('casting', () => {
  const cast = (...teams: Record<string, string[]>[]): ScenarioCommand => ({ type: 'cast', teams })

  test('gives each their role and brief, and the copy to the first role', () => {
    const room = lesson(teamScenario)
    room.turn('ready')
    room.corrects(cast({ 'p-ana': ['acheteur'], 'p-bob': ['comptable'], 'p-cyr': ['comptable'] }))
    room.turn('open')
    expect(room.mine('p-ana').roles).toEqual({
      acheteur: { title: 'Acheteur', brief: 'Vous avez le bon de commande.' },
    })
    expect(room.mine('p-ana').copy?.editable).toEqual(['service', 'engagement'])
    expect(room.mine('p-bob').copy?.editable).toEqual([])
    expect(JSON.stringify(room.mine('p-bob'))).not.toContain('bon de commande.')
  })

  test.each<[string, ScenarioCommand, string]>([
    ['somebody twice', cast({ 'p-ana': ['acheteur', 'comptable'] }, { 'p-ana': ['acheteur'] }), 'invalid'],
    ['a stranger', cast({ 'p-zoe': ['acheteur', 'comptable'] }), 'not-found'],
    ['a role that nobody has', cast({ 'p-ana': ['acheteur'] }), 'invalid'],
    ['a role that does not exist', cast({ 'p-ana': ['acheteur', 'comptable', 'roi'] }), 'invalid'],
  ])('refuses %s', (_, command, code) => {
    const room = lesson(teamScenario)
    room.turn('ready')
    room.corrects(command)
    expect(room.refused()).toBe(code)
  })

  test('not once the work has begun, and not without roles', () => {
    const room = lesson(teamScenario)
    room.corrects(cast({ 'p-ana': ['acheteur'], 'p-bob': ['comptable'] }))
    room.writes('p-ana', { service: 'SCOL-01' })
    room.corrects(cast({ 'p-bob': ['acheteur', 'comptable'] }))
    expect(room.refused()).toBe('closed')
    const alone = lesson()
    alone.corrects(cast({ 'p-ana': ['acheteur'] }))
    expect(alone.refused()).toBe('invalid')
  })
})

test('only trainers correct; participants only work', () => {
  for (const type of ['comment', 'send-back', 'accept', 'override', 'announce', 'release'] as const)
    expect(scenario.mayDo[type]).toEqual(['trainer', 'cotrainer'])
  for (const type of ['show', 'cast'] as const) expect(scenario.mayDo[type]).toEqual(['trainer'])
})

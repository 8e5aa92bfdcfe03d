/** What people do in a mise en situation: type, on one device or two, ask for help, send, pass on. */
import { describe, expect, test } from 'vitest'
import { isRejection, type Phase } from '#shared/types.ts'
import { smallScenario, teamScenario } from '#tests/support/scenario.ts'
import type { FieldValue, ScenarioDefinition } from './definition.ts'
import { scenario } from './kind.ts'
import { predictScenario } from './predict.ts'
import type { State } from './state.ts'
import type { ScenarioCommand, ScenarioMine } from './work.ts'

const PEOPLE = ['p-ana', 'p-bob']

function lesson(definition: ScenarioDefinition = smallScenario) {
  let state: State = scenario.start(definition)
  let at = 1_000
  let phase: Phase = 'open'
  const does = (by: string, command: ScenarioCommand, late = false) => {
    const outcome = scenario.decide(state, command, {
      now: at,
      by,
      role: 'participant',
      phase,
      people: PEOPLE,
      late,
      definition,
    })
    if (isRejection(outcome)) return outcome
    for (const event of outcome) {
      at += 1_000
      state = scenario.evolve(state, { ...event, by, at })
    }
    return undefined
  }
  const mine = (by: string): ScenarioMine => scenario.mine(state, definition, phase, by)
  return {
    does,
    mine,
    copy: (by: string) => mine(by).copy!,
    write: (by: string, field: string, value: FieldValue, base = 0) =>
      does(by, { type: 'write', fields: { [field]: { value, base } } }),
    cast: (team: Record<string, string[]>) => {
      state = scenario.evolve(state, { type: 'cast', copies: { c1: team }, by: 'p-formatrice', at: ++at })
    },
    turn: (next: Phase) => {
      phase = next
    },
    state: () => state,
  }
}

function fill(room: ReturnType<typeof lesson>, by = 'p-ana') {
  room.write(by, 'service', 'SCOL-01')
  room.write(by, 'engagement', 'BC-2026-00417')
  room.write(by, 'ht', '2 148,00')
}

describe('typing', () => {
  test('before the first gesture the form is there, empty, and the trainer has no copy', () => {
    const room = lesson()
    expect(room.copy('p-ana')).toMatchObject({
      state: 'not-started',
      values: {},
      editable: expect.any(Array),
    })
    expect(room.state().copies).toEqual({})
  })

  test('what was typed knowing the last version takes its place, without another version', () => {
    const room = lesson()
    room.write('p-ana', 'service', 'SC', 0)
    room.write('p-ana', 'service', 'SCOL-01', 1)
    expect(room.copy('p-ana').values.service).toMatchObject({ value: 'SCOL-01', v: 2 })
    expect(room.copy('p-ana').values.service!.other).toBeUndefined()
  })

  test.each([
    ['current', 'du téléphone'],
    ['other', 'de l’ordinateur'],
  ] as const)('two devices: both versions stay until « %s » is chosen', (keep, left) => {
    const room = lesson()
    room.write('p-ana', 'service', 'SC', 0)
    room.write('p-ana', 'service', 'de l’ordinateur', 1)
    room.write('p-ana', 'service', 'du téléphone', 1)
    const { service } = room.copy('p-ana').values
    expect(service).toMatchObject({ value: 'du téléphone', other: { value: 'de l’ordinateur' } })
    room.does('p-ana', { type: 'settle', field: 'service', keep })
    expect(room.copy('p-ana').values.service).toMatchObject({ value: left })
    expect(room.copy('p-ana').values.service!.other).toBeUndefined()
    expect(room.does('p-ana', { type: 'settle', field: 'service', keep })).toMatchObject({
      code: 'not-found',
    })
  })

  test('the same text from two devices is no conflict', () => {
    const room = lesson()
    room.write('p-ana', 'service', 'SCOL-01', 0)
    room.write('p-ana', 'service', 'SCOL-01', 0)
    expect(room.copy('p-ana').values.service!.other).toBeUndefined()
  })

  test('a field that is none, a list where a text goes, an exercise not open are refused', () => {
    const room = lesson()
    expect(room.write('p-ana', 'autre', 'x')).toMatchObject({ code: 'not-found' })
    expect(room.write('p-ana', 'service', ['x'])).toMatchObject({ code: 'invalid' })
    room.turn('ready')
    expect(room.write('p-ana', 'service', 'x')).toMatchObject({ code: 'closed' })
    room.turn('revealed')
    expect(room.write('p-ana', 'service', 'x')).toMatchObject({ code: 'closed' })
  })

  test('what is predicted on the device has the version that the server will give', () => {
    const room = lesson()
    room.write('p-ana', 'service', 'SC')
    const command: ScenarioCommand = { type: 'write', fields: { service: { value: 'SCOL', base: 1 } } }
    const predicted = predictScenario(room.mine('p-ana'), command).copy!.values.service!
    room.does('p-ana', command)
    expect(predicted).toMatchObject({ value: 'SCOL', v: room.copy('p-ana').values.service!.v })
  })
})

describe('what the learner is told', () => {
  test('at once for what says so, once typed; the rest on sending; the trainer’s checks never', () => {
    const room = lesson()
    expect(room.copy('p-ana').results).toEqual({})
    room.write('p-ana', 'engagement', 'BC-1')
    room.write('p-ana', 'service', 'CULT-03')
    room.write('p-ana', 'mot', 'zut')
    expect(Object.keys(room.copy('p-ana').results)).toEqual(['c-engagement'])
    room.write('p-ana', 'ht', '2148')
    room.does('p-ana', { type: 'act', action: 'envoyer' })
    const { results, verdict } = room.copy('p-ana')
    expect(Object.keys(results).sort()).toEqual(['c-engagement', 'c-envoi', 'c-ht', 'c-service'])
    expect(verdict).toEqual({ verdict: 'again', text: 'À reprendre.' })
  })

  test('hints come one at a time, and end', () => {
    const room = lesson()
    expect(room.copy('p-ana').hints).toEqual({})
    room.does('p-ana', { type: 'hint', field: 'service' })
    expect(room.copy('p-ana').hints).toEqual({ service: ['Relisez le bon.'] })
    expect(room.does('p-ana', { type: 'hint', field: 'service' })).toMatchObject({ code: 'not-found' })
  })

  test('« je bloque » stands on a field until it is taken back or the copy is sent', () => {
    const room = lesson()
    room.does('p-ana', { type: 'stuck', on: true, field: 'ht' })
    expect(room.copy('p-ana')).toMatchObject({ state: 'stuck', stuck: { field: 'ht' } })
    room.does('p-ana', { type: 'stuck', on: false })
    expect(room.copy('p-ana').state).toBe('working')
  })
})

describe('sending', () => {
  test('« Enregistrer » leaves a draft that nobody has; typing again says no more of it', () => {
    const room = lesson()
    room.write('p-ana', 'service', 'SCOL-01')
    room.does('p-ana', { type: 'act', action: 'enregistrer' })
    expect(room.copy('p-ana')).toMatchObject({ savedOnly: true, state: 'working', attempts: {} })
    room.write('p-ana', 'service', 'SCOL-02', 1)
    expect(room.copy('p-ana').savedOnly).toBeUndefined()
  })

  test('what must not stay empty holds the copy back, and is named', () => {
    const room = lesson()
    room.write('p-ana', 'service', 'SCOL-01')
    const refused = room.does('p-ana', { type: 'act', action: 'envoyer' })
    expect(refused).toMatchObject({ code: 'invalid', reason: expect.stringContaining('« Montant HT »') })
  })

  test('sent, it is out of one’s hands, judged, answered, and kept as an attempt', () => {
    const room = lesson()
    fill(room)
    room.does('p-ana', { type: 'act', action: 'envoyer' })
    const copy = room.copy('p-ana')
    expect(copy).toMatchObject({
      state: 'submitted',
      editable: [],
      actions: [],
      status: { label: 'Déposée' },
      verdict: { verdict: 'done' },
      attempts: { a1: { verdict: 'done', right: 4, of: 4, wrong: [] } },
    })
    expect(Object.values(copy.replies).map(({ text }) => text)).toEqual(['Bien reçu.'])
    expect(room.write('p-ana', 'service', 'x', 9)).toMatchObject({ code: 'closed' })
    expect(room.mine('p-ana').answer).toBeDefined()
  })

  test('sent after the close, it is marked late', () => {
    const room = lesson()
    room.turn('closed')
    fill(room)
    room.does('p-ana', { type: 'act', action: 'envoyer' }, true)
    expect(Object.values(room.state().copies)[0]!.attempts[0]).toMatchObject({ late: true })
  })
})

describe('a copy that is not in its author’s hands', () => {
  test('keeps the version it was sent with', () => {
    const room = lesson()
    fill(room)
    room.write('p-ana', 'service', 'CULT-03', 0)
    expect(room.copy('p-ana').values.service!.other).toBeDefined()
    room.does('p-ana', { type: 'act', action: 'envoyer' })
    const settle: ScenarioCommand = { type: 'settle', field: 'service', keep: 'other' }
    expect(room.does('p-ana', settle)).toMatchObject({ code: 'closed' })
    room.turn('revealed')
    expect(room.does('p-ana', settle)).toMatchObject({ code: 'closed' })
    expect(room.copy('p-ana').values.service!.value).toBe('CULT-03')
  })

  test('a client that always answers is not written to without end', () => {
    const moves = [{ action: 'envoyer', from: 'brouillon', to: 'brouillon', when: [], reply: 'Non.' }]
    const room = lesson({ ...smallScenario, moves })
    fill(room)
    room.write('p-ana', 'mot', 'x'.repeat(4000), 0)
    const acts = Array.from({ length: 200 }, () => room.does('p-ana', { type: 'act', action: 'envoyer' }))
    expect(acts.at(-1)).toMatchObject({ code: 'closed' })
    const console = scenario.trainer(room.state(), smallScenario, 'open')
    expect(JSON.stringify(console).length).toBeLessThan(150_000)
  })
})

describe('a definition', () => {
  const withIdentifier = (alphabet: string) => ({
    ...smallScenario,
    fields: smallScenario.fields.map((one) => (one.type === 'identifier' ? { ...one, alphabet } : one)),
  })

  test('takes no alphabet that makes another expression of it', () => {
    expect(scenario.definition.safeParse(withIdentifier('A-Za-z0-9_/+-')).success).toBe(true)
    for (const alphabet of ['a](a+)+$|[b', 'a]*(a|aa)+[b', '\\s\\S', '[a'])
      expect(scenario.definition.safeParse(withIdentifier(alphabet)).success).toBe(false)
  })

  test('from a console holds no HTML', () => {
    const html = '<a href="https://exemple.fr">Reconnectez-vous</a>'
    const document = { id: 'd', title: 'Bon', type: 'markdown' as const, html, roles: [] }
    expect(scenario.notOnTheSpot?.({ ...smallScenario, documents: [document] })).toMatchObject({
      code: 'invalid',
    })
    expect(scenario.notOnTheSpot?.(smallScenario)).toBeUndefined()
  })

  test('counts no day that no calendar has', () => {
    const rule = { type: 'days-after' as const, day: '2026-11-17', days: 1e12 }
    const checks = smallScenario.checks.map((check, i) => (i === 0 ? { ...check, rule } : check))
    expect(scenario.definition.safeParse({ ...smallScenario, checks }).success).toBe(false)
  })
})

describe('roles', () => {
  const team = () => {
    const room = lesson(teamScenario)
    room.cast({ 'p-ana': ['acheteur'], 'p-bob': ['comptable'] })
    return room
  }

  test('without a role nothing can be written', () => {
    const room = lesson(teamScenario)
    expect(room.mine('p-ana').copy).toBeUndefined()
    expect(room.write('p-ana', 'service', 'x')).toMatchObject({ code: 'closed' })
  })

  test('each reads their own brief, and writes in their own step when it is their turn', () => {
    const room = team()
    expect(room.mine('p-ana').roles).toEqual({
      acheteur: { title: 'Acheteur', brief: 'Vous avez le bon de commande.' },
    })
    expect(room.copy('p-ana').editable).toEqual(['service', 'engagement'])
    expect(room.copy('p-bob')).toMatchObject({ editable: [], actions: [], holder: 'acheteur' })
    expect(room.write('p-bob', 'ht', '1')).toMatchObject({ code: 'closed' })
    room.write('p-ana', 'service', 'SCOL-01')
    expect(room.copy('p-bob').values.service).toMatchObject({ value: 'SCOL-01', by: 'p-ana' })
  })
})

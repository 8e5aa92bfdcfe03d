import { describe, expect, test } from 'vitest'
import { smallScenario as definition, teamScenario } from '#tests/support/scenario.ts'
import type { Attempt, ScenarioTrainer, TrainerCopy, Written } from '../work.ts'
import { missingRole, seatsOf, teamsOf } from './casting.ts'
import {
  countsOf,
  filtered,
  groupPicture,
  inOrder,
  lastWritten,
  openCopy,
  reviewed,
  STOPPED_MS,
  stepOf,
  type Tile,
  tilesOf,
  typedNow,
} from './model.ts'

const NOW = 10_000_000
const ORDER = ['ana', 'bob', 'cyr', 'dia', 'eve', 'fay', 'gil']

const written = (value: string, at = NOW, v = 1): Written => ({ value, v, at, by: 'x' })
const attempt = (at: number): Attempt => ({
  at,
  by: 'x',
  action: 'envoyer',
  verdict: 'partial',
  wrong: [],
  right: 2,
  of: 4,
  values: {},
})

function copy(of: string, change: Partial<TrainerCopy> = {}): TrainerCopy {
  return {
    members: { [of]: [] },
    state: 'working',
    status: { id: 'brouillon', label: 'Brouillon' },
    values: {},
    results: {},
    mistakes: {},
    filled: 0,
    startedAt: 0,
    lastAt: NOW - 2_000,
    hints: {},
    comments: {},
    attempts: {},
    replies: {},
    ...change,
  }
}

const room = (copies: Record<string, TrainerCopy>): ScenarioTrainer => ({
  definition,
  answered: {},
  copies,
  wrong: {},
})
const names = (tiles: readonly Tile[]) => tiles.map(({ people }) => people.join('+'))

describe('tiles, those who need help first', () => {
  const copies = {
    c1: copy('ana', { state: 'accepted', accepted: { at: NOW } }),
    c2: copy('bob', { lastAt: NOW - STOPPED_MS - 1 }),
    c3: copy('cyr'),
    c4: copy('dia', { state: 'submitted', attempts: { a1: attempt(NOW - 5_000) } }),
    c5: copy('eve', { state: 'stuck', stuck: { at: NOW - 60_000 } }),
    c6: copy('fay', { state: 'submitted', attempts: { a1: attempt(NOW - 90_000) } }),
  }
  const tiles = tilesOf(room(copies), ORDER, NOW)

  test('stuck, then handed in (the longest wait first), stopped, at work, not started, accepted', () => {
    expect(names(tiles)).toEqual(['eve', 'fay', 'dia', 'bob', 'cyr', 'gil', 'ana'])
    expect(tiles.map(({ state }) => state)).toEqual([
      'stuck',
      'submitted',
      'submitted',
      'stopped',
      'working',
      'not-started',
      'accepted',
    ])
  })

  test('somebody at work for less than three minutes without a gesture is not stopped', () => {
    const [tile] = tilesOf(room({ c1: copy('ana', { lastAt: NOW - STOPPED_MS }) }), ['ana'], NOW)
    expect(tile?.state).toBe('working')
  })

  test('two people at work keep the order of the class, whoever typed last', () => {
    const both = { c1: copy('bob', { lastAt: NOW - 100_000 }), c2: copy('ana', { lastAt: NOW }) }
    expect(names(tilesOf(room(both), ['ana', 'bob'], NOW))).toEqual(['ana', 'bob'])
  })

  test('the accepted fold away, and come back when asked for', () => {
    expect(names(filtered(tiles, 'all'))).not.toContain('ana')
    expect(names(filtered(tiles, 'accepted'))).toEqual(['ana'])
    expect(names(filtered(tiles, 'working'))).toEqual(['bob', 'cyr'])
    expect(countsOf(tiles)).toEqual({
      all: 7,
      stuck: 1,
      submitted: 2,
      working: 2,
      'not-started': 1,
      accepted: 1,
    })
  })

  test('a team is one tile; whoever has left the class is not in it', () => {
    const team = copy('ana', { members: { ana: ['acheteur'], bob: ['comptable'], zoe: ['comptable'] } })
    expect(names(tilesOf(room({ c1: team }), ['ana', 'bob'], NOW))).toEqual(['ana+bob'])
    expect(tilesOf(room({ c1: copy('zoe') }), ['ana'], NOW).map(({ state }) => state)).toEqual([
      'not-started',
    ])
  })

  test('a held order keeps everybody in place, the first gesture included', () => {
    const before = tilesOf(room({}), ['ana', 'bob'], NOW).map(({ id }) => id)
    const stuck = copy('bob', { state: 'stuck', stuck: { at: NOW } })
    const after = tilesOf(room({ c1: stuck }), ['ana', 'bob'], NOW)
    expect(names(after)).toEqual(['bob', 'ana'])
    expect(names(inOrder(after, before))).toEqual(['ana', 'bob'])
  })
})

describe('cells', () => {
  const wrong = { 'c-service': { ok: false, message: '', field: 'service' } }

  test('an untouched field is empty, not wrong, until the copy is handed in', () => {
    const [before] = tilesOf(room({ c1: copy('ana', { results: wrong }) }), ['ana'], NOW)
    expect(before?.cells).toEqual(['blank', 'blank', 'blank', 'blank'])
    const sent = copy('ana', { results: wrong, attempts: { a1: attempt(NOW) } })
    expect(tilesOf(room({ c1: sent }), ['ana'], NOW)[0]?.cells[0]).toBe('wrong')
  })

  test('a field that is filled in wrong counts, and enters the group’s picture', () => {
    const one = copy('ana', { results: wrong, values: { service: written('CULT-03') } })
    const trainer = { ...room({ c1: one }), wrong: { service: 1 } }
    const tiles = tilesOf(trainer, ['ana', 'bob'], NOW)
    expect(tiles[0]).toMatchObject({ wrong: 1, cells: ['wrong', 'blank', 'blank', 'blank'] })
    expect(groupPicture(trainer, tiles)).toMatchObject([
      { field: { id: 'service' }, n: 1, tiles: [{ people: ['ana'] }] },
    ])
  })
})

describe('what a tile quotes', () => {
  test('the fields last written, those given at the start left out', () => {
    const values = { service: written('a', 5), engagement: written('b', 9), ht: written('1', 1, 0) }
    expect(lastWritten(copy('ana', { values }))).toEqual(['engagement', 'service'])
  })

  test('the step of the field in hand, when there are several', () => {
    expect(stepOf(definition, 'ht')).toEqual({ n: 2, of: 2, title: 'Montants' })
    expect(stepOf(definition, undefined)).toBeUndefined()
    expect(stepOf({ ...definition, steps: [definition.steps[1]!] }, 'ht')).toBeUndefined()
  })
})

describe('the copy that is open', () => {
  const values = { service: written('SCOL-01'), engagement: written('BC') }

  test('is judged as it is typed', () => {
    const read = openCopy(definition, copy('ana', { values }), { service: 'CULT-03' })
    expect(read.fields[0]).toMatchObject({ value: 'CULT-03', live: true, cell: 'wrong' })
    expect(read.mistakes).toEqual({ 'm-ferme': 'CULT-03 est fermé.' })
    expect(openCopy(definition, copy('ana', { values }), {}).fields[0]).toMatchObject({
      live: false,
      cell: 'filled',
    })
  })

  test('keeps what the trainer reads otherwise', () => {
    const results = {
      'c-engagement': { ok: true, message: '', field: 'engagement', overridden: { reason: 'lisible' } },
    }
    const read = openCopy(definition, copy('ana', { values, results }), { engagement: 'BC-20' })
    expect(read.fields[1]).toMatchObject({ cell: 'filled' })
    expect(read.fields[1]?.checks).toMatchObject([['c-engagement', { ok: true, overridden: {} }]])
  })

  test('says what is wrong with the whole copy: nothing was sent', () => {
    const checks = (action?: string) =>
      openCopy(definition, copy('ana', { values, ...(action && { action }) }), {}).checks
    expect(checks()).toMatchObject([['c-envoi', { ok: false }]])
    expect(checks('envoyer')).toMatchObject([['c-envoi', { ok: true }]])
  })

  test('a draft stands until something newer is stored, or nothing more is heard', () => {
    const one = copy('ana', { values: { service: written('b', NOW) } })
    const draft = (at: number) => ({ service: { value: 'a', at } })
    expect(typedNow(draft(NOW + 10), one, NOW + 20)).toEqual({ service: 'a' })
    expect(typedNow(draft(NOW - 10), one, NOW + 20)).toEqual({})
    expect(typedNow(draft(NOW + 10), one, NOW + 60_000)).toEqual({})
  })

  test('reviewed: accepted or sent back since it was handed in', () => {
    const sent = { attempts: { a1: attempt(NOW) } }
    const copies = {
      c1: copy('ana', sent),
      c2: copy('bob', { ...sent, accepted: { at: NOW } }),
      c3: copy('cyr', { ...sent, returned: { note: '', at: NOW } }),
      c4: copy('dia'),
    }
    expect(reviewed({ copies })).toEqual({ done: 2, of: 3 })
  })
})

describe('casting', () => {
  const roles = teamScenario.roles
  const empty = { copies: {}, definition: teamScenario }

  test('proposes whole teams in the order of the class; who is left over doubles a role', () => {
    expect(teamsOf(seatsOf(empty, ['ana', 'bob', 'cyr', 'dia', 'eve']))).toEqual([
      { ana: ['acheteur'], bob: ['comptable'] },
      { cyr: ['acheteur'], dia: ['comptable'], eve: ['acheteur'] },
    ])
    expect(teamsOf(seatsOf(empty, ['ana']))).toEqual([{ ana: ['acheteur', 'comptable'] }])
  })

  test('takes up the teams there are', () => {
    const team = copy('ana', { members: { ana: ['comptable'], bob: ['acheteur'] } })
    const seats = seatsOf({ copies: { c1: team }, definition: teamScenario }, ['ana', 'bob', 'cyr'])
    expect(seats.cyr).toEqual({ team: 0, roles: [] })
    expect(teamsOf(seats)).toEqual([{ ana: ['comptable'], bob: ['acheteur'] }])
  })

  test('names the role that is missing', () => {
    expect(missingRole([{ ana: ['acheteur'] }], roles)).toEqual({ team: 1, role: 'Comptable' })
    expect(missingRole([{ ana: ['acheteur', 'comptable'] }], roles)).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import { isRejection, type Phase, type Role } from '#shared/types.ts'
import type { RoundtableCommand, RoundtableDefinition, RoundtableEvent } from './definition.ts'
import { roundtable } from './kind.ts'
import { ownRoundtableAnswer } from './own-answer.ts'
import { predictRoundtable } from './predict.ts'

const definition: RoundtableDefinition = {
  kind: 'roundtable',
  title: 'Tour de table',
  variant: 'opening',
  prompts: ['Mon prénom', 'Ce que je veux savoir faire ce soir'],
  order: 'listed',
  seconds: 45,
}
const PEOPLE = ['nadia', 'karim', 'paulo', 'odile']
const START = 1_000_000

/** A tour de table driven by commands and by the next key, from ready. */
function given(change: Partial<RoundtableDefinition> = {}, people = PEOPLE) {
  const def = { ...definition, ...change }
  let state = roundtable.start(def)
  let phase: Phase = 'ready'
  let now = START

  const apply = (event: RoundtableEvent, by = 'formatrice') => {
    state = roundtable.evolve(state, { ...event, by, at: now })
    phase = roundtable.phaseAfter?.(event) ?? phase
  }
  const decide = (by: string, command: RoundtableCommand, role: Role) =>
    roundtable.decide(state, command, { now, by, role, people, phase, late: false, definition: def })
  const roleOf = (by: string): Role => (by === 'formatrice' ? 'trainer' : 'participant')
  const drive = {
    open(spoken: Record<string, number> = {}, lot = 'lot') {
      const first = roundtable.opening?.(state, def, phase, { people, spoken, lot })
      if (isRejection(first)) throw new Error(first.reason)
      if (first) apply(first)
      phase = 'open'
      return drive
    },
    close() {
      phase = 'closed'
      return drive
    },
    wait(seconds: number) {
      now += seconds * 1000
      return drive
    },
    /** The next key, inside the tour de table. */
    next() {
      const inside = roundtable.inside?.(state, def, phase)
      if (!inside) throw new Error('nothing inside')
      apply(inside.event)
      return drive
    },
    inside: () => roundtable.inside?.(state, def, phase),
    point: () => roundtable.point?.(state, def),
    do(by: string, command: RoundtableCommand) {
      const events = decide(by, command, roleOf(by))
      if (isRejection(events)) throw new Error(events.reason)
      for (const event of events) apply(event, by)
      return drive
    },
    facts: (by: string, command: RoundtableCommand) => decide(by, command, roleOf(by)),
    refused(by: string, command: RoundtableCommand) {
      const outcome = decide(by, command, roleOf(by))
      return isRejection(outcome) ? outcome.code : 'accepted'
    },
    phase: () => phase,
    everyone: () => roundtable.everyone(state, def, phase),
    mine: (personId: string) => roundtable.mine(state, def, phase, personId),
    trainer: () => roundtable.trainer(state, def, phase),
  }
  return drive
}
const trainer = 'formatrice'

describe('the order', () => {
  test('listed, drawn by lot, or the quietest first', () => {
    expect(given().open().everyone().order).toEqual(PEOPLE)
    const drawn = given({ order: 'drawn' }).open({}, 'un tirage').everyone().order
    expect([...drawn].sort()).toEqual([...PEOPLE].sort())
    const orders = ['a', 'b', 'c', 'd', 'e'].map((lot) =>
      given({ order: 'drawn' }).open({}, lot).everyone().order.join(),
    )
    expect(new Set(orders).size).toBeGreaterThan(1)
    const spoken = { nadia: 9000, karim: 100, paulo: 5000 }
    expect(given({ order: 'quiet' }).open(spoken).everyone().order).toEqual([
      'odile',
      'karim',
      'paulo',
      'nadia',
    ])
  })

  test('chosen before the opening, it is kept; whoever it forgets comes after', () => {
    const round = given({ order: 'drawn' }).do(trainer, {
      type: 'arrange',
      order: ['paulo', 'nadia'],
      how: 'chosen',
    })
    expect(round.everyone().next).toBe('paulo')
    round.open()
    expect(round.everyone().order).toEqual(['paulo', 'nadia', 'karim', 'odile'])
    expect(round.trainer().arranged).toEqual({ how: 'chosen', at: START })
  })

  test('somebody unknown, or twice, is refused', () => {
    const arrange = (order: string[]): RoundtableCommand => ({ type: 'arrange', order, how: 'chosen' })
    expect(given().refused(trainer, arrange(['nadia', 'voisin']))).toBe('not-found')
    expect(given().refused(trainer, arrange(['nadia', 'nadia']))).toBe('invalid')
    expect(
      given()
        .open()
        .close()
        .refused(trainer, arrange(['nadia'])),
    ).toBe('closed')
  })
})

describe('turns', () => {
  test('the next key gives the floor to each in turn, then closes', () => {
    const round = given().open()
    expect(round.inside()).toMatchObject({ step: 'turn', n: 1, of: 4, personId: 'nadia' })
    round.next()
    expect(round.everyone()).toMatchObject({
      speaker: 'nadia',
      next: 'karim',
      turn: { since: START, limit: 45_000, endsAt: START + 45_000 },
      people: { nadia: 'speaking', karim: 'waiting' },
    })
    round.next().next().next()
    expect(round.everyone()).toMatchObject({ speaker: 'odile', answeredCount: 3 })
    expect(round.inside()).toMatchObject({ step: 'finish' })
    round.next()
    expect(round.phase()).toBe('closed')
    expect(round.everyone()).toMatchObject({ answeredCount: 4 })
    expect(round.everyone().speaker).toBeUndefined()
  })

  test('one speaker at a time, who has the floor for the time of a turn', () => {
    const round = given().open()
    const [called] = round.facts(trainer, { type: 'call', personId: 'paulo' }) as RoundtableEvent[]
    expect(roundtable.floorAfter?.(called!, definition)).toEqual({ personId: 'paulo', seconds: 45 })
    round.next().do(trainer, { type: 'call', personId: 'paulo' })
    expect(round.everyone().people).toMatchObject({ nadia: 'spoken', paulo: 'speaking' })
    expect(Object.values(round.everyone().people).filter((one) => one === 'speaking')).toHaveLength(1)
    expect(round.facts(trainer, { type: 'call', personId: 'paulo' })).toEqual([])
  })

  test('without a limit there is no clock to change', () => {
    const round = given({ seconds: undefined }).open().next()
    expect(round.everyone().turn).toEqual({ since: START })
    expect(round.refused(trainer, { type: 'more', seconds: 30 })).toBe('invalid')
  })

  test('each turn is a point of its own: two presses are not taken for one', () => {
    const round = given().open()
    const points = [round.point(), round.next().point(), round.next().point()]
    expect(new Set(points).size).toBe(3)
  })

  test('how long each has spoken is counted', () => {
    const round = given().open().next().wait(52).next().wait(30)
    round.do(trainer, { type: 'skip', personId: 'karim' })
    expect(round.trainer().spent).toEqual({ nadia: 52_000, karim: 30_000 })
  })

  test('a close in the middle of a turn ends it; opened again, it goes on with the next person', () => {
    const round = given().open().next().close()
    expect(round.everyone().speaker).toBeUndefined()
    expect(round.everyone().people.nadia).toBe('spoken')
    round.wait(600).open()
    expect(round.inside()).toMatchObject({ personId: 'karim' })
    // Nobody knows how long that turn lasted: ten minutes of silence are not counted.
    expect(round.trainer().spent).toEqual({})
  })

  test('somebody who came late can be called, and joins the end of the order', () => {
    const people = [...PEOPLE]
    const round = given({}, people).open()
    people.push('tardive')
    round.do(trainer, { type: 'call', personId: 'tardive' })
    expect(round.everyone()).toMatchObject({ speaker: 'tardive', order: [...PEOPLE, 'tardive'] })
    expect(round.refused(trainer, { type: 'call', personId: 'voisin' })).toBe('not-found')
  })
})

describe('passing, being away', () => {
  test('whoever passes comes back once, at the end', () => {
    const round = given().open().next().do('nadia', { type: 'pass' })
    expect(round.everyone()).toMatchObject({ people: { nadia: 'skipped' }, next: 'karim' })
    expect(round.everyone().speaker).toBeUndefined()
    round.do('odile', { type: 'pass' })
    for (const expected of ['karim', 'paulo', 'nadia', 'odile']) {
      expect(round.inside()).toMatchObject({ personId: expected })
      round.next()
    }
    round.do('odile', { type: 'pass' })
    expect(round.everyone()).toMatchObject({ people: { odile: 'passed', nadia: 'spoken' } })
    expect(round.inside()).toBeUndefined()
    expect(round.everyone().answeredCount).toBe(3)
  })

  test('the floor is free when the speaker passes, not when somebody else does', () => {
    const round = given().open().next()
    const floor = (outcome: unknown) =>
      (outcome as RoundtableEvent[]).map((event) => roundtable.floorAfter?.(event, definition))
    expect(floor(round.facts('nadia', { type: 'pass' }))).toEqual(['free'])
    expect(floor(round.facts('paulo', { type: 'pass' }))).toEqual([undefined])
    expect(round.facts(trainer, { type: 'skip', personId: 'nadia' })).toMatchObject([{ free: true }])
    round.next()
    expect(round.facts('nadia', { type: 'pass' })).toEqual([])
  })

  test('somebody absent is passed by, and takes their place again when they come', () => {
    const round = given().open().do(trainer, { type: 'absent', personId: 'nadia', absent: true })
    expect(round.inside()).toMatchObject({ personId: 'karim', n: 1, of: 3 })
    round.do(trainer, { type: 'absent', personId: 'nadia', absent: false })
    expect(round.inside()).toMatchObject({ personId: 'nadia', of: 4 })
    round.next().do(trainer, { type: 'absent', personId: 'nadia', absent: true })
    expect(round.everyone().speaker).toBeUndefined()
  })
})

describe('the clock of a turn', () => {
  test('more time, stopped, set going', () => {
    const round = given().open().next().wait(10).do(trainer, { type: 'more', seconds: 30 })
    expect(round.everyone().turn?.endsAt).toBe(START + 75_000)
    round.wait(5).do(trainer, { type: 'pause' })
    expect(round.everyone().turn).toEqual({ since: START, limit: 75_000, pausedLeft: 60_000 })
    round.wait(300).do(trainer, { type: 'more', seconds: 30 }).do(trainer, { type: 'resume' })
    expect(round.everyone().turn).toEqual({
      since: START,
      limit: 105_000,
      endsAt: START + 315_000 + 90_000,
    })
    expect(round.facts(trainer, { type: 'resume' })).toEqual([])
  })

  test('the floor follows it', () => {
    const round = given().open().next().wait(15)
    const floor = (command: RoundtableCommand) =>
      (round.facts(trainer, command) as RoundtableEvent[]).map((event) =>
        roundtable.floorAfter?.(event, definition),
      )
    expect(floor({ type: 'more', seconds: 30 })).toEqual([{ personId: 'nadia', seconds: 60 }])
    expect(floor({ type: 'pause' })).toEqual([{ personId: 'nadia' }])
  })

  test('time that is over is not taken from what is given', () => {
    const round = given().open().next().wait(600).do(trainer, { type: 'more', seconds: 30 })
    expect(round.everyone().turn?.endsAt).toBe(START + 630_000)
  })

  test('nobody speaks: there is nothing to stop', () => {
    expect(given().open().refused(trainer, { type: 'pause' })).toBe('invalid')
  })
})

describe('the line that is kept', () => {
  const line = (text: string, personId?: string): RoundtableCommand => ({
    type: 'line',
    text,
    ...(personId && { personId }),
  })

  test('is written by the speaker or by the trainer; the last one counts, empty takes it back', () => {
    const round = given().open().next().do('nadia', line('Déposer seule'))
    expect(round.mine('nadia').line).toEqual({ text: 'Déposer seule', at: START })
    round.do(trainer, line('Déposer seule ma première facture', 'nadia'))
    expect(round.mine('nadia').line).toMatchObject({ byTrainer: true })
    expect(round.trainer().lines.nadia?.text).toBe('Déposer seule ma première facture')
    round.do('nadia', line(''))
    expect(round.trainer().lines).toEqual({})
  })

  test('nobody writes for somebody else but the trainer', () => {
    expect(given().open().refused('karim', line('À sa place', 'nadia'))).toBe('forbidden')
    expect(given().open().refused(trainer, line('Qui ?', 'voisin'))).toBe('not-found')
    expect(given().refused('nadia', line('Trop tôt'))).toBe('closed')
  })

  test('can still be written once the tour de table is closed', () => {
    expect(given().open().next().close().refused('nadia', line('Après coup'))).toBe('accepted')
  })

  test('is shown to its author and the trainer, not to the group', () => {
    const round = given().open().next().do('nadia', line('Entre nous'))
    expect(JSON.stringify(round.everyone())).not.toContain('Entre nous')
    expect(JSON.stringify(round.mine('karim'))).not.toContain('Entre nous')
  })
})

describe('the mood or the word of the day', () => {
  test('moods are counted for the group, named for the trainer', () => {
    const round = given({ mood: 'mood' }).open()
    round.do('nadia', { type: 'mood', mood: 'rain' }).do('karim', { type: 'mood', mood: 'sun' })
    round.do('nadia', { type: 'mood', mood: 'cloud' })
    expect(round.everyone().moods).toEqual({ sun: 1, cloud: 1, rain: 0 })
    expect(round.trainer().answers).toMatchObject({ nadia: { mood: 'cloud' } })
    expect(round.mine('karim').answer).toMatchObject({ mood: 'sun' })
  })

  test('words come by alphabet, without names', () => {
    const round = given({ mood: 'word' }).open()
    round.do('nadia', { type: 'mood', word: 'utile' }).do('karim', { type: 'mood', word: 'dense' })
    expect(round.everyone().words).toEqual({ w1: 'dense', w2: 'utile' })
  })

  test('only what was asked for is taken', () => {
    expect(given().open().refused('nadia', { type: 'mood', mood: 'sun' })).toBe('invalid')
    expect(given({ mood: 'mood' }).open().refused('nadia', { type: 'mood', word: 'bien' })).toBe('invalid')
    expect(given({ mood: 'word' }).open().refused('nadia', { type: 'mood', word: '' })).toBe('invalid')
  })
})

test('what one writes shows before the server has it', () => {
  expect(predictRoundtable({}, { type: 'line', text: 'Oui' })).toEqual({ line: { text: 'Oui', at: 0 } })
  expect(predictRoundtable({ line: { text: 'Oui', at: 5 } }, { type: 'line', text: '' })).toEqual({})
  expect(predictRoundtable({}, { type: 'mood', mood: 'sun' })).toEqual({ answer: { mood: 'sun', at: 0 } })
})

test('in the list of one’s answers: one’s line, and a turn that waits', () => {
  const all = { ...given().open().next().everyone(), phase: 'open' as const }
  expect(ownRoundtableAnswer(all, { state: 'speaking' })).toMatchObject({ due: true, answered: 0 })
  expect(ownRoundtableAnswer(all, { state: 'waiting' })).toMatchObject({ due: false })
  const closed = { ...all, phase: 'closed' as const }
  expect(ownRoundtableAnswer(closed, {})).toMatchObject({ asked: 0, missed: [] })
  expect(ownRoundtableAnswer(closed, { line: { text: 'Déposer', at: 1 } })).toMatchObject({
    said: ['Déposer'],
    asked: 1,
  })
})

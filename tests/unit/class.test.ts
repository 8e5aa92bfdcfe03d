import { describe, expect, test } from 'vitest'
import { commands } from '#shared/class/commands.ts'
import { decide } from '#shared/class/decide.ts'
import type { Fact } from '#shared/class/events.ts'
import { evolve } from '#shared/class/evolve.ts'
import { nextAction, pointOf } from '#shared/class/plan.ts'
import { type ClassState, initialState } from '#shared/class/state.ts'
import { everyone, mine, trainer as trainerView } from '#shared/class/views.ts'
import type { Course } from '#shared/course.ts'
import { nextDeadline } from '#shared/deadlines.ts'
import {
  type Actor,
  type ClassEvent,
  type Command,
  isRejection,
  type Rejection,
  type Role,
} from '#shared/types.ts'

const item = { minutes: 5, sectionId: 's1' }
const course: Course = {
  id: 'cours',
  title: 'Cours',
  language: 'fr',
  objectives: [],
  sections: [],
  deckHash: 'deck',
  slides: [
    { n: 1, title: 'Bienvenue', steps: 0, sectionId: 's1' },
    { n: 2, title: 'Marches', steps: 2, sectionId: 's1' },
  ],
  plan: [
    { ...item, id: 'slide-1', type: 'slide', title: 'Bienvenue', slide: 1 },
    { ...item, id: 'p1', type: 'activity', title: 'Sondage', activityId: 'p1', kind: 'poll' },
    { ...item, id: 'slide-2', type: 'slide', title: 'Marches', slide: 2 },
    { ...item, id: 'break-1', type: 'break', title: 'Pause', minutes: 10 },
  ],
  activities: {
    p1: {
      kind: 'poll',
      title: 'Sondage',
      text: 'Où en êtes-vous ?',
      type: 'single',
      options: [
        { id: 'a', text: 'Jamais' },
        { id: 'b', text: 'Souvent' },
      ],
      named: true,
      results: 'hidden',
    },
  },
}

const T: Actor = { personId: 't', role: 'trainer' }
const P: Actor = { personId: 'p', role: 'participant' }
const NOW = 1_000_000

type Try = (
  actor: Actor,
  type: string,
  payload?: unknown,
  activityId?: string,
) => { command: Command; outcome: Fact[] | Rejection }
type Drive = {
  readonly state: ClassState
  at(ms: number): Drive
  try: Try
  do(...args: Parameters<Try>): Drive
  refused(...args: Parameters<Try>): string
}

/** A class driven by commands; `at` sets the clock for those that follow. */
function drive(of: Course = course): Drive {
  let state: ClassState = initialState
  let now = NOW
  let n = 0
  const self: Drive = {
    get state() {
      return state
    },
    at(ms: number) {
      now = NOW + ms
      return self
    },
    try(actor, type, payload = {}, activityId) {
      const command = { id: `c${++n}`, type, payload, ...(activityId && { activityId }) }
      return { command, outcome: decide(state, actor, command, { now, course: of, courseHash: 'h' }) }
    },
    do(actor, type, payload = {}, activityId) {
      const { command, outcome } = self.try(actor, type, payload, activityId)
      if (isRejection(outcome)) throw new Error(`${type}: ${outcome.code} ${outcome.reason}`)
      for (const fact of outcome) {
        const by = actor.role === 'system' ? 'system' : actor.personId
        const event = { classId: 'k', seq: state.seq + 1, at: now, by, commandId: command.id, v: 1, ...fact }
        state = evolve(state, event as ClassEvent)
      }
      return self
    },
    refused: (...args) => (self.try(...args).outcome as Rejection).code,
  }
  return self
}

const PEOPLE = { t: 'trainer', c: 'cotrainer', p: 'participant' }
const live = (of?: Course) =>
  drive(of).do({ role: 'system' }, 'people.sync', { people: PEOPLE }).do(T, 'class.start')

describe('the next key', () => {
  test('walks slide, activity, steps and break, and says each time what it will do', () => {
    const c = drive().do({ role: 'system' }, 'people.sync', { people: PEOPLE })
    const seen: string[] = []
    for (let i = 0; i < 12; i++) {
      const next = nextAction(c.state)
      seen.push(`${pointOf(c.state)} > ${next.type}`)
      if (next.type === 'none') break
      c.do(T, next.type === 'start' ? 'class.start' : 'plan.next')
    }
    expect(seen).toEqual([
      'lobby > start',
      'slide-1/0 > show',
      'p1/ready > open',
      'p1/open > close',
      'p1/closed > reveal',
      'p1/revealed > slide',
      'slide-2/0 > step',
      'slide-2/1 > step',
      'slide-2/2 > break',
      'break-1/0 > none',
    ])
  })

  test('counts who is missing before closing', () => {
    const c = live().do(T, 'activity.open', {}, 'p1')
    expect(nextAction(c.state)).toMatchObject({ type: 'close', missing: 1 })
    c.do(P, 'activity.do', { type: 'answer', choice: ['a'] }, 'p1')
    expect(nextAction(c.state)).toMatchObject({ type: 'close', missing: 0 })
  })

  test('a second press aimed at the same point is refused as moved', () => {
    const c = live()
    const at = pointOf(c.state)
    c.do(T, 'plan.next', { at })
    expect(c.refused(T, 'plan.next', { at })).toBe('moved')
    expect(c.refused(T, 'plan.back', { at })).toBe('moved')
  })

  test('after an ad-hoc poll it goes back to where the plan stood', () => {
    const c = live().do(T, 'stage.show', { slide: 2, step: 1 })
    c.do(T, 'activity.ask', { kind: 'poll', definition: { ...course.activities.p1, title: 'Prêts ?' } })
    expect(everyone(c.state, course).stage).toEqual({ activityId: 'adhoc-1' })
    expect(c.state.activities['adhoc-1']?.phase).toBe('open')
    for (let i = 0; i < 3; i++) c.do(T, 'plan.next')
    expect(everyone(c.state, course).stage).toEqual({ slide: 2, step: 1 })
  })

  test('asked on the spot, a tour de table has its order and gives the floor like one of the plan', () => {
    const definition = {
      title: 'Tour',
      variant: 'closing',
      prompts: ['Un mot'],
      order: 'listed',
      seconds: 30,
    }
    const c = live().do(T, 'activity.ask', { kind: 'roundtable', definition })
    expect(everyone(c.state, course).activities['adhoc-1']).toMatchObject({ phase: 'open', order: ['p'] })
    c.do(T, 'plan.next')
    expect(everyone(c.state, course).floor).toMatchObject({
      speaker: 'p',
      turn: { since: NOW, endsAt: NOW + 30_000 },
    })
    c.at(20_000).do(T, 'plan.next')
    expect(everyone(c.state, course).activities['adhoc-1']?.phase).toBe('closed')
    expect(everyone(c.state, course).floor.speaker).toBeUndefined()
    expect(c.state.floor.spoken).toEqual({ p: 20_000 })
  })

  test('back goes to the last step of the slide before', () => {
    const c = live().do(T, 'stage.show', { itemId: 'break-1' }).do(T, 'plan.back')
    expect(everyone(c.state, course).stage).toEqual({ slide: 2, step: 2 })
  })
})

describe('a series under the next key', () => {
  const question = (id: string, explanation?: string) => ({
    id,
    text: `Question ${id} ?`,
    multiple: false,
    options: [
      { id: 'a', text: 'Oui', right: true },
      { id: 'b', text: 'Non', right: false },
    ],
    ...(explanation && { explanation }),
  })
  const series: Course = {
    ...course,
    plan: [
      { ...item, id: 'm1', type: 'activity', title: 'Série', activityId: 'm1', kind: 'mcq' },
      { ...item, id: 'slide-1', type: 'slide', title: 'Bienvenue', slide: 1 },
    ],
    activities: {
      m1: {
        kind: 'mcq',
        title: 'Série',
        pace: 'trainer',
        moment: 'during',
        questions: [question('q1', 'Parce que.'), question('q2')],
        seconds: 45,
        correction: 'on-reveal',
      },
    },
  }
  const on = (c: Drive, type: string, payload: unknown = {}) => c.do(T, type, payload, 'm1')

  test('walks every question, its explanation and the next, each point with a name of its own', () => {
    const c = live(series)
    const seen: string[] = []
    for (let i = 0; i < 12; i++) {
      const next = nextAction(c.state)
      seen.push(`${pointOf(c.state)} > ${next.type === 'inside' ? next.step : next.type}`)
      if (next.type === 'none') break
      const at = pointOf(c.state)
      c.do(T, 'plan.next', { at })
      expect(c.refused(T, 'plan.next', { at })).toBe('moved')
    }
    expect(seen).toEqual([
      'm1/q1/ready > open',
      'm1/q1/open > close',
      'm1/q1/closed > reveal',
      'm1/q1/revealed > explain',
      'm1/q1/explained/revealed > question',
      'm1/q2/ready > open',
      'm1/q2/open > close',
      'm1/q2/closed > reveal',
      'm1/q2/revealed > slide',
      'slide-1/0 > none',
    ])
  })

  test('says which question of how many comes next', () => {
    const c = live(series)
    for (let i = 0; i < 4; i++) c.do(T, 'plan.next')
    expect(nextAction(c.state)).toEqual({
      type: 'inside',
      activityId: 'm1',
      kind: 'mcq',
      step: 'question',
      n: 2,
      of: 2,
      title: 'Question q2 ?',
    })
  })

  test('each question opens for the time of its own, which goes with it; the trainer’s word comes first', () => {
    const c = live(series).do(T, 'plan.next')
    expect(c.state.activities.m1).toMatchObject({ phase: 'open', closesAt: NOW + 45_000 })
    for (let i = 0; i < 4; i++) c.do(T, 'plan.next')
    expect(c.state.activities.m1).toMatchObject({ phase: 'ready' })
    expect(c.state.activities.m1).not.toHaveProperty('closesAt')
    expect(nextDeadline(c.state)).toBeUndefined()
    on(c.at(100_000), 'activity.open', { closesInSeconds: 10 })
    expect(c.state.activities.m1?.closesAt).toBe(NOW + 110_000)
  })

  test('reopening what is revealed is a new round; what is only closed goes on', () => {
    const c = live(series)
    for (const type of ['open', 'close', 'reopen', 'close']) on(c, `activity.${type}`)
    expect(pointOf(c.state)).toBe('m1/q1/closed')
    for (const type of ['reveal', 'reopen']) on(c, `activity.${type}`)
    expect(pointOf(c.state)).toBe('m1/q1/2/open')
    expect(everyone(c.state, series).activities.m1).toMatchObject({ phase: 'open', retaken: true })
    expect(everyone(c.state, series).activities.m1).not.toHaveProperty('revealed')
  })

  test('a question taken again is ready, whoever else may not', () => {
    const c = live(series)
    for (let i = 0; i < 3; i++) c.do(T, 'plan.next')
    const retake = { type: 'retake', questionId: 'q1' }
    expect(c.refused({ personId: 'c', role: 'cotrainer' }, 'activity.do', retake, 'm1')).toBe('forbidden')
    expect(c.refused(P, 'activity.do', retake, 'm1')).toBe('forbidden')
    on(c, 'activity.do', retake)
    expect(pointOf(c.state)).toBe('m1/q1/2/ready')
    // A co-trainer who has been handed the lead may.
    for (let i = 0; i < 3; i++) c.do(T, 'plan.next')
    c.do(T, 'lead.hand', { personId: 'c' })
    c.do({ personId: 'c', role: 'cotrainer' }, 'activity.do', retake, 'm1')
    expect(pointOf(c.state)).toBe('m1/q1/3/ready')
  })

  test('once the class has ended one may still catch up and be corrected, and nothing else', () => {
    const c = live(series)
    for (let i = 0; i < 3; i++) c.do(T, 'plan.next')
    c.do(T, 'class.end')
    const answer = (type: string) => ({ type, questionId: 'q1', choice: ['a'] })
    const feedback = { type: 'feedback', questionId: 'q1', personId: 'p', text: 'Bien vu.' }
    expect(c.refused(P, 'activity.do', answer('answer'), 'm1')).toBe('closed')
    expect(c.refused(T, 'activity.do', { type: 'retake', questionId: 'q1' }, 'm1')).toBe('closed')
    expect(c.refused(P, 'activity.do', feedback, 'm1')).toBe('forbidden')
    c.do(P, 'activity.do', answer('catch-up'), 'm1').do(T, 'activity.do', feedback, 'm1')
    expect(mine(c.state, 'p', 'participant').activities.m1).toMatchObject({
      answers: { q1: { choice: ['a'], late: true, caughtUp: true } },
      feedback: { q1: 'Bien vu.' },
    })
  })
})

describe('stage and time', () => {
  test('blank hides what is on stage and remembers it for the trainer', () => {
    const c = live().do(T, 'stage.show', { blank: true })
    expect(everyone(c.state, course).stage).toEqual({ blank: true })
    expect(trainerView(c.state).stage).toEqual({ slide: 1, step: 0 })
    c.do(T, 'stage.show', { blank: false })
    expect(everyone(c.state, course).stage).toEqual({ slide: 1, step: 0 })
  })

  test('opening an activity from afar puts it on stage', () => {
    const c = live().do(T, 'activity.open', {}, 'p1')
    expect(everyone(c.state, course).stage).toEqual({ activityId: 'p1' })
    expect(everyone(c.state, course).activities.p1).toMatchObject({ kind: 'poll', phase: 'open' })
  })

  test('real time adds up over several visits', () => {
    const c = live().at(60_000).do(T, 'stage.show', { slide: 2 }).at(90_000).do(T, 'stage.show', { slide: 1 })
    expect(c.state.visits['slide-1']).toEqual({ startedAt: NOW + 90_000, spentMs: 60_000 })
    c.at(100_000).do(T, 'class.end')
    expect(c.state.visits['slide-1']).toEqual({ spentMs: 70_000 })
  })

  test('a deadline counts whether or not the timer fired; more time for one person is theirs alone', () => {
    const c = live().do(T, 'activity.open', { closesInSeconds: 30 }, 'p1')
    c.do(T, 'activity.extend', { seconds: 60, personId: 'p' }, 'p1')
    expect(nextDeadline(c.state)?.at).toBe(NOW + 90_000)
    c.at(80_000).do(P, 'activity.do', { type: 'answer', choice: ['a'] }, 'p1')
    expect(mine(c.state, 'p', 'participant').activities.p1?.answer).not.toHaveProperty('late')
    c.at(95_000).do(P, 'activity.do', { type: 'answer', choice: ['b'] }, 'p1')
    expect(mine(c.state, 'p', 'participant').activities.p1?.answer).toMatchObject({ late: true })
  })

  test('the system closes only when the time is really up', () => {
    const c = live().do(T, 'activity.open', { closesInSeconds: 30 }, 'p1')
    const { command } = nextDeadline(c.state)!
    c.do(T, 'activity.extend', { seconds: 60 }, 'p1')
    c.at(31_000).do({ role: 'system' }, command.type, {}, 'p1')
    expect(c.state.activities.p1?.phase).toBe('open')
    c.at(91_000).do({ role: 'system' }, command.type, {}, 'p1')
    expect(c.state.activities.p1?.phase).toBe('closed')
  })

  test('a stopped clock closes nothing; time given meanwhile counts; it goes on where it stopped', () => {
    const c = live().do(T, 'activity.open', { closesInSeconds: 30 }, 'p1')
    c.at(10_000).do(T, 'activity.pause', {}, 'p1')
    expect(c.state.activities.p1).toMatchObject({ phase: 'open', pausedLeft: 20_000 })
    expect(c.state.activities.p1).not.toHaveProperty('closesAt')
    expect(nextDeadline(c.state)).toBeUndefined()
    c.do(T, 'activity.extend', { seconds: 60 }, 'p1')
    c.at(500_000).do(P, 'activity.do', { type: 'answer', choice: ['a'] }, 'p1')
    c.do(T, 'activity.resume', {}, 'p1')
    expect(c.state.activities.p1).toMatchObject({ phase: 'open', closesAt: NOW + 580_000 })
  })

  test('ending the class closes what is open', () => {
    const c = live().do(T, 'activity.open', {}, 'p1').do(T, 'class.end')
    expect(c.state).toMatchObject({ phase: 'ended', activities: { p1: { phase: 'closed' } } })
    expect(c.refused(P, 'activity.do', { type: 'answer', choice: ['a'] }, 'p1')).toBe('closed')
  })
})

describe('role × command matrix', () => {
  const valid: Record<keyof typeof commands, [unknown, string?]> = {
    'class.start': [{}],
    'class.end': [{}],
    'plan.next': [{}],
    'plan.back': [{}],
    'stage.show': [{ slide: 2 }],
    'activity.open': [{}, 'p1'],
    'activity.close': [{}, 'p1'],
    'activity.reveal': [{}, 'p1'],
    'activity.reopen': [{}, 'p1'],
    'activity.extend': [{ seconds: 60 }, 'p1'],
    'activity.pause': [{}, 'p1'],
    'activity.resume': [{}, 'p1'],
    'activity.ask': [{ kind: 'poll', definition: course.activities.p1 }],
    'activity.do': [{ type: 'answer', choice: ['a'] }, 'p1'],
    'activity.collect': [{ ballots: [] }, 'p1'],
    'floor.ask': [{}],
    'floor.withdraw': [{}],
    'floor.grant': [{ personId: 'p' }],
    'floor.release': [{ personId: 'p' }],
    'floor.order': [{ order: 'quiet' }],
    'pace.say': [{ pace: 'lost' }],
    'pace.clear': [{}],
    'question.ask': [{ text: 'Et le SIRET ?' }],
    'question.show': [{}],
    'question.settle': [{ questionId: 'k1', settled: true }],
    'word.say': [{ personId: 'p', text: 'Bravo' }],
    'lead.hand': [{ personId: 't' }],
    'lead.take': [{}],
    'people.sync': [{ people: PEOPLE }],
  }
  const allowed: Record<keyof typeof commands, (Role | 'system')[]> = {
    'class.start': ['trainer'],
    'class.end': ['trainer'],
    'plan.next': ['trainer'],
    'plan.back': ['trainer'],
    'stage.show': ['trainer'],
    'activity.open': ['trainer'],
    'activity.close': ['trainer', 'system'],
    'activity.reveal': ['trainer'],
    'activity.reopen': ['trainer'],
    'activity.extend': ['trainer', 'cotrainer'],
    'activity.pause': ['trainer', 'cotrainer'],
    'activity.resume': ['trainer', 'cotrainer'],
    'activity.ask': ['trainer'],
    'activity.do': ['participant'],
    'activity.collect': ['system'],
    'floor.ask': ['participant'],
    'floor.withdraw': ['participant'],
    'floor.grant': ['trainer', 'cotrainer'],
    'floor.release': ['trainer', 'cotrainer'],
    'floor.order': ['trainer', 'cotrainer'],
    'pace.say': ['participant'],
    'pace.clear': ['trainer', 'cotrainer'],
    'question.ask': ['participant'],
    'question.show': ['trainer'],
    'question.settle': ['trainer', 'cotrainer'],
    'word.say': ['trainer', 'cotrainer'],
    'lead.hand': ['trainer'],
    'lead.take': ['trainer'],
    'people.sync': ['system'],
  }
  const roles = ['trainer', 'cotrainer', 'participant', 'stage', 'system'] as const
  const cells = Object.keys(commands).flatMap((type) => roles.map((role) => [type, role] as const))

  test.each(cells)('%s by %s', (type, role) => {
    const c = live().do(T, 'activity.open', { closesInSeconds: 30 }, 'p1')
    const actor: Actor = role === 'system' ? { role } : { personId: role === 'trainer' ? 't' : role, role }
    const [payload, activityId] = valid[type as keyof typeof commands]
    const { outcome } = c.try(actor, type, payload, activityId)
    const may = allowed[type as keyof typeof commands].includes(role)
    expect(isRejection(outcome) && outcome.code === 'forbidden').toBe(!may)
  })
})

describe('bad input', () => {
  test.each<[string, unknown, string | undefined, string]>([
    ['plan.jump', {}, undefined, 'not-found'],
    ['toString', {}, undefined, 'not-found'],
    ['plan.next', { at: 3 }, undefined, 'invalid'],
    ['plan.next', [], undefined, 'invalid'],
    ['plan.next', null, undefined, 'invalid'],
    ['stage.show', {}, undefined, 'invalid'],
    ['stage.show', { slide: 0 }, undefined, 'invalid'],
    ['stage.show', { slide: 99 }, undefined, 'not-found'],
    ['stage.show', { activityId: 'x' }, undefined, 'not-found'],
    ['activity.open', {}, undefined, 'invalid'],
    ['activity.open', {}, 'x', 'not-found'],
    ['activity.open', { closesInSeconds: -1 }, 'p1', 'invalid'],
    ['activity.reveal', {}, 'p1', 'closed'],
    ['activity.ask', { kind: 'karaoke', definition: {} }, undefined, 'invalid'],
    ['activity.ask', { kind: 'poll', definition: { title: '' } }, undefined, 'invalid'],
  ])('%s %j on %s: %s, with a reason', (type, payload, activityId, expected) => {
    const { outcome } = live().try(T, type, payload, activityId)
    expect(outcome).toMatchObject({ code: expected, reason: expect.stringMatching(/.{5,}/) })
  })

  test('a kind refuses gestures it does not know and choices that do not exist', () => {
    const c = live().do(T, 'activity.open', {}, 'p1')
    expect(c.refused(P, 'activity.do', { type: 'shout' }, 'p1')).toBe('not-found')
    expect(c.refused(P, 'activity.do', { type: 'answer', choice: ['z'] }, 'p1')).toBe('invalid')
    expect(c.refused(P, 'activity.do', { type: 'answer', choice: 'a' }, 'p1')).toBe('invalid')
    expect(c.refused(P, 'activity.do', { type: 'constructor' }, 'p1')).toBe('not-found')
  })

  test('before the start and after the end, commands say why they are refused', () => {
    expect(drive().refused(T, 'plan.next')).toBe('closed')
    expect(live().do(T, 'class.end').refused(T, 'plan.next')).toBe('closed')
    expect(live().do(T, 'class.end').refused(T, 'class.start')).toBe('closed')
  })
})

/** Given what was said, when somebody speaks up, then what the log gains and what each reader sees. */
import { describe, expect, test } from 'vitest'
import { decide } from '#shared/class/decide.ts'
import type { Fact } from '#shared/class/events.ts'
import { evolve } from '#shared/class/evolve.ts'
import { type ClassState, initialState } from '#shared/class/state.ts'
import { everyone, mine, trainer } from '#shared/class/views.ts'
import type { Course } from '#shared/course.ts'
import type { Actor, ClassEvent, Rejection } from '#shared/types.ts'

const course: Course = {
  id: 'cours',
  title: 'Cours',
  language: 'fr',
  objectives: [],
  sections: [],
  deckHash: 'deck',
  slides: [{ n: 1, title: 'Bienvenue', steps: 0, sectionId: 's1' }],
  plan: [{ id: 'slide-1', type: 'slide', title: 'Bienvenue', slide: 1, minutes: 5, sectionId: 's1' }],
  activities: {},
}
const T: Actor = { personId: 't', role: 'trainer' }
const C: Actor = { personId: 'c', role: 'cotrainer' }
const [A, B]: [Actor, Actor] = [
  { personId: 'a', role: 'participant' },
  { personId: 'b', role: 'participant' },
]
const START = 1_000_000

/** A class under way in which each line is said `seconds` after the start. */
function given(...said: [seconds: number, who: Actor, type: string, payload?: object][]) {
  let state: ClassState = initialState
  const say = (seconds: number, who: Actor, type: string, payload: object = {}) => {
    const now = START + seconds * 1000
    const command = { id: `c${state.seq}`, type, payload }
    const outcome: Fact[] | Rejection = decide(state, who, command, { now, course, courseHash: 'h' })
    if (!Array.isArray(outcome)) return outcome.code
    for (const fact of outcome) {
      const by = who.role === 'system' ? 'system' : who.personId
      const event = { classId: 'k', seq: state.seq + 1, at: now, by, commandId: command.id, v: 1, ...fact }
      state = evolve(state, event as ClassEvent)
    }
    return outcome.map(({ type }) => type)
  }
  const people = { t: 'trainer', c: 'cotrainer', a: 'participant', b: 'participant' }
  say(0, { role: 'system' }, 'people.sync', { people })
  say(0, T, 'class.start')
  for (const line of said) say(...line)
  return { when: say, state: () => state }
}

describe('speaking turns', () => {
  test('one’s own turn is ended by the gesture that takes a hand down', () => {
    const { when, state } = given([1, A, 'floor.ask'], [2, T, 'floor.grant', { personId: 'a' }])
    expect(when(32, A, 'floor.withdraw')).toEqual(['floor.released'])
    expect(trainer(state()).spoken).toEqual({ a: 30_000 })
    expect(when(33, A, 'floor.withdraw')).toEqual([])
  })

  test('a participant ends nobody else’s turn and raises nobody else’s hand', () => {
    const { when, state } = given([1, A, 'floor.ask'], [2, T, 'floor.grant', { personId: 'a' }])
    when(3, B, 'floor.withdraw')
    expect(when(3, B, 'floor.release', { personId: 'a' })).toBe('forbidden')
    expect(everyone(state(), course).floor.speaker).toBe('a')
  })

  test('those who have spoken least come first on request', () => {
    const { when, state } = given(
      [1, T, 'floor.grant', { personId: 'a' }],
      [60, T, 'floor.release', { personId: 'a' }],
      [70, A, 'floor.ask'],
      [80, B, 'floor.ask'],
    )
    expect(everyone(state(), course).floor.hands).toEqual(['a', 'b'])
    when(90, T, 'floor.order', { order: 'quiet' })
    expect(everyone(state(), course).floor.hands).toEqual(['b', 'a'])
  })

  test('time given again starts from now and does not cut the turn in two', () => {
    const { when, state } = given([0, T, 'floor.grant', { personId: 'a', seconds: 60 }])
    when(50, T, 'floor.grant', { personId: 'a', seconds: 40 })
    expect(everyone(state(), course).floor.turn).toEqual({ since: START, endsAt: START + 90_000 })
    when(100, T, 'floor.grant', { personId: 'b' })
    expect(trainer(state()).spoken).toEqual({ a: 100_000 })
  })
})

describe('signals', () => {
  test('a pace stays until it is changed or the trainer clears it', () => {
    const { when, state } = given([1, A, 'pace.say', { pace: 'lost' }])
    expect(mine(state(), 'a', 'participant').pace).toBe('lost')
    expect(when(2, A, 'pace.clear')).toBe('forbidden')
    expect(when(2, C, 'pace.clear')).toEqual(['pace.cleared'])
    expect(mine(state(), 'a', 'participant').pace).toBeUndefined()
    expect(when(3, T, 'pace.clear')).toEqual([])
  })

  test('one person’s questions do not cover the console; those settled make room', () => {
    const { when, state } = given()
    const asked = Array.from({ length: 100 }, () => when(1, A, 'question.ask', { text: 'x'.repeat(1000) }))
    expect(asked.at(-1)).toBe('closed')
    expect(JSON.stringify(trainer(state())).length).toBeLessThan(50_000)
    expect(when(2, B, 'question.ask', { text: 'Et le SIRET ?' })).toEqual(['question.asked'])
    when(3, C, 'question.settle', { questionId: 'k1', settled: true })
    expect(when(4, A, 'question.ask', { text: 'Encore une' })).toEqual(['question.asked'])
  })

  test('words go to one person; a question reaches the others only when shown, without a name', () => {
    const { when, state } = given(
      [1, A, 'question.ask', { text: 'Et le SIRET ?' }],
      [2, C, 'word.say', { personId: 'a', text: 'Quatorze chiffres.', questionId: 'k1' }],
    )
    const others = () => JSON.stringify([everyone(state(), course), mine(state(), 'b', 'participant')])
    expect(others()).not.toMatch(/SIRET|Quatorze/)
    expect(mine(state(), 'a', 'participant').talk.words.w1).toMatchObject({ by: 'c', questionId: 'k1' })
    expect(when(3, C, 'question.show', { questionId: 'k1' })).toBe('forbidden')
    when(3, T, 'question.show', { questionId: 'k1' })
    expect(everyone(state(), course).asked).toEqual({ id: 'k1', text: 'Et le SIRET ?' })
    expect(others()).not.toContain('Quatorze')
  })
})

test('whoever has been handed the lead drives, until the trainer takes it back', () => {
  const { when } = given([1, T, 'lead.hand', { personId: 'c' }])
  const blank = { blank: true }
  expect(when(2, T, 'stage.show', blank)).toBe('forbidden')
  expect(when(2, C, 'stage.show', blank)).toEqual(['stage.blanked'])
  expect(when(3, C, 'lead.take')).toBe('forbidden')
  expect(when(3, T, 'lead.take')).toEqual(['lead.handed'])
  expect(when(4, C, 'stage.show', { blank: false })).toBe('forbidden')
})

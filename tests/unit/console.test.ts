import { describe, expect, it } from 'vitest'
import { findItems } from '#client/console/find-items.ts'
import { activityInView, attention, byUrgency, networkLevel, participants } from '#client/console/people.ts'
import { itemStates, projectedEnd, scheduledEnd, sectionTimes, spentOn } from '#client/console/plan-times.ts'
import { digitOf, shortcutOf } from '#client/console/shortcuts.ts'
import type { PlanItem } from '#shared/course.ts'
import type { Presence } from '#shared/protocol.ts'

const MINUTE = 60_000
const slide = (n: number, minutes: number, sectionId = 's1'): PlanItem => ({
  id: `slide-${n}`,
  type: 'slide',
  title: `Diapositive ${n}`,
  minutes,
  sectionId,
  slide: n,
})
const lunch: PlanItem = {
  id: 'lunch',
  type: 'break',
  title: 'Pause',
  minutes: 0,
  offMinutes: 60,
  sectionId: 's2',
}
const plan = [slide(1, 5), slide(2, 10), lunch, slide(3, 20, 's2')]

describe('times of the plan', () => {
  const times = {
    'slide-1': { spentMs: 7 * MINUTE },
    'slide-2': { spentMs: MINUTE, startedAt: 100 * MINUTE },
  }
  const now = 104 * MINUTE

  it('adds the visit under way to those finished', () => {
    expect(spentOn(times, 'slide-2', now)).toBe(5 * MINUTE)
    expect(spentOn(times, 'slide-3', now)).toBe(0)
  })

  it('expects what remains of the current line and all that follows, lunch included', () => {
    expect(projectedEnd(plan, times, 'slide-2', now)).toBe(now + (5 + 60 + 20) * MINUTE)
  })

  it('expects a line that ran over to end now', () => {
    expect(projectedEnd(plan, times, 'slide-2', 200 * MINUTE)).toBe(200 * MINUTE + 80 * MINUTE)
  })

  it('tells what was shown from what was passed over', () => {
    expect(itemStates(plan, times, 'lunch')).toEqual({
      'slide-1': 'past',
      'slide-2': 'past',
      lunch: 'current',
      'slide-3': 'upcoming',
    })
    expect(itemStates(plan, {}, 'slide-2')['slide-1']).toBe('skipped')
  })

  it('cuts the plan in sections', () => {
    const sections = ['s1', 's2'].map((id) => ({
      id,
      title: id,
      short: id,
      minutes: 0,
      objectives: id === 's1' ? [] : ['o1'],
    }))
    const [first, second] = sectionTimes(sections, plan, times, 'lunch', now)
    expect(first?.number).toBeUndefined()
    expect(first).toMatchObject({ planned: 15, spent: 12 * MINUTE, state: 'past' })
    expect(second).toMatchObject({ number: 1, planned: 20, spent: 0, state: 'current' })
  })

  it('counts from the real start when it is far from the hour planned', () => {
    const hours = { startsAt: 540 * MINUTE, endsAt: 1020 * MINUTE }
    expect(scheduledEnd(hours, plan, 550 * MINUTE)).toBe(1020 * MINUTE)
    expect(scheduledEnd(hours, plan, 60 * MINUTE)).toBe((60 + 95) * MINUTE)
    expect(scheduledEnd(hours, plan, undefined)).toBe(1020 * MINUTE)
  })
})

describe('keys', () => {
  const key = (key: string, more = {}) => ({
    key,
    code: '',
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    ...more,
  })

  it('knows the keys people already know', () => {
    expect(['ArrowRight', ' ', 'PageDown'].map((k) => shortcutOf(key(k)))).toEqual(['next', 'next', 'next'])
    expect(['b', 'B', '.'].map((k) => shortcutOf(key(k)))).toEqual(['blank', 'blank', 'blank'])
    expect(shortcutOf(key('x'))).toBeUndefined()
    expect(shortcutOf(key('p', { ctrlKey: true }))).toBeUndefined()
  })

  it('reads digits on a French keyboard without Shift', () => {
    expect(digitOf(key('à', { code: 'Digit0' }))).toBe('0')
    expect(digitOf(key('5', { code: 'Digit5', shiftKey: true }))).toBe('5')
    expect(digitOf(key('%', { code: 'Digit5', shiftKey: true }))).toBeUndefined()
  })
})

describe('people', () => {
  const here = (rtt?: number): Presence => ({ personId: '', online: true, device: 'phone', devices: 1, rtt })
  const gone = (since?: number): Presence => ({
    personId: '',
    online: false,
    device: 'phone',
    devices: 0,
    since,
  })

  it('measures the network from the round trip', () => {
    expect([20, 200, 500, 2000, undefined].map((rtt) => networkLevel(here(rtt)))).toEqual([
      4,
      3,
      2,
      1,
      undefined,
    ])
    expect(networkLevel(gone(1))).toBe(0)
  })

  it('puts who needs attention first and never calls cut someone who has not come', () => {
    const people = [
      { personId: 'a', name: 'Aïcha', presence: here(20) },
      { personId: 'b', name: 'Bernard' },
      { personId: 'c', name: 'Corinne', presence: here(3000) },
      { personId: 'd', name: 'Denis', presence: gone(10) },
      { personId: 'e', name: 'Élodie', presence: gone(20) },
    ]
    expect(people.map(attention)).toEqual(['normal', 'expected', 'weak', 'cut', 'cut'])
    expect(byUrgency(people).map((person) => person.personId)).toEqual(['e', 'd', 'c', 'a', 'b'])
  })

  it('lists enrolled participants only, by name', () => {
    const roles = {
      t: { role: 'trainer', enrolledAt: 0 },
      z: { role: 'participant', enrolledAt: 0 },
      e: { role: 'participant', enrolledAt: 0 },
      w: { role: 'participant', enrolledAt: 0, withdrawn: true as const },
    }
    const roster = {
      z: { name: 'Zoé', role: 'participant' as const },
      e: { name: 'Élodie', role: 'participant' as const },
    }
    expect(participants({ people: roles }, roster, {}, '?').map((person) => person.name)).toEqual([
      'Élodie',
      'Zoé',
    ])
  })

  it('follows the activity on stage, else the last one opened', () => {
    const order = [{ activityId: 'p1' }, {}, { activityId: 'p2' }]
    const phases = { p1: { phase: 'revealed' }, p2: { phase: 'ready' } }
    expect(activityInView({ activityId: 'p2' }, order, {}, phases)).toBe('p2')
    expect(activityInView({ slide: 4, step: 0 }, order, {}, phases)).toBe('p1')
    expect(activityInView({ slide: 1, step: 0 }, order, {}, {})).toBeUndefined()
  })
})

describe('go to', () => {
  const lines = [slide(1, 1), slide(12, 1), { ...slide(2, 1), title: 'L’échéancier 1' }]

  it('finds by number first, then by words without their accents', () => {
    expect(findItems(lines, '1').map((item) => item.id)).toEqual(['slide-1', 'slide-12', 'slide-2'])
    expect(findItems(lines, 'echeancier').map((item) => item.id)).toEqual(['slide-2'])
    expect(findItems(lines, '  ')).toEqual([])
  })
})

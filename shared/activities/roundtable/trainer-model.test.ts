import { describe, expect, test } from 'vitest'
import { elapsed } from '../turn.ts'
import type { RoundtableStanding } from './definition.ts'
import { arranged, leastHeard, moved } from './trainer-model.ts'

const ENROLLED = ['aicha', 'karim', 'nadia', 'odile', 'paulo']
const people: Record<string, RoundtableStanding> = {
  paulo: 'spoken',
  nadia: 'speaking',
  karim: 'waiting',
  aicha: 'skipped',
}
const round = { order: ['paulo', 'nadia', 'karim', 'aicha'], people }
const around = { lot: 'un tirage', spoken: { karim: 60_000, odile: 1000, aicha: 30_000 } }

describe('another order', () => {
  test('leaves in front those who have had their turn, and takes in those who came since', () => {
    for (const how of ['drawn', 'quiet', 'listed'] as const) {
      const order = arranged(round, ENROLLED, how, around)
      expect(order.slice(0, 2)).toEqual(['paulo', 'nadia'])
      expect([...order].sort()).toEqual(ENROLLED)
    }
    expect(arranged(round, ENROLLED, 'quiet', around).slice(2)).toEqual(['odile', 'aicha', 'karim'])
    expect(arranged(round, ENROLLED, 'listed', around).slice(2)).toEqual(['aicha', 'karim', 'odile'])
  })

  test('another draw gives another order', () => {
    const orders = ['1', '2', '3', '4', '5', '6'].map((lot) =>
      arranged({ order: [], people: {} }, ENROLLED, 'drawn', { ...around, lot }).join(),
    )
    expect(new Set(orders).size).toBeGreaterThan(1)
  })

  test('one person moves among those who wait, and no further', () => {
    expect(moved(round, ENROLLED, 'karim', 1)).toEqual(['paulo', 'nadia', 'aicha', 'karim', 'odile'])
    expect(moved(round, ENROLLED, 'karim', -1)).toBeUndefined()
    expect(moved(round, ENROLLED, 'odile', 1)).toBeUndefined()
    expect(moved(round, ENROLLED, 'odile', -1)).toEqual(['paulo', 'nadia', 'karim', 'odile', 'aicha'])
    expect(moved(round, ENROLLED, 'nadia', 1)).toBeUndefined()
  })
})

test('the clock of a turn: gone out of its limit, over it, stopped, without a limit', () => {
  const turn = { since: 0, limit: 60_000, endsAt: 60_000 }
  expect(elapsed(turn, 38_000)).toEqual({ ms: 38_000, limit: 60_000 })
  expect(elapsed(turn, 75_000)).toEqual({ ms: 75_000, limit: 60_000 })
  expect(elapsed({ since: 0, limit: 60_000, pausedLeft: 20_000 }, 999_000).ms).toBe(40_000)
  expect(elapsed({ since: 10_000 }, 15_000)).toEqual({ ms: 5000 })
})

test('the least heard of the day', () => {
  expect(leastHeard(ENROLLED, { aicha: 5, karim: 2, nadia: 9, odile: 7, paulo: 1 })).toEqual([
    { id: 'paulo', ms: 1 },
    { id: 'karim', ms: 2 },
  ])
})

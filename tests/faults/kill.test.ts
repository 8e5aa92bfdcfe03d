import { expect, test } from 'vitest'
import { killInBurst } from './kill.ts'

test('kill -9 in a burst of answers: none acknowledged is lost, none is doubled', async () => {
  const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)
  const result = await killInBurst({ seed, kills: 3, people: 5 })
  console.log(`kill -9: ${JSON.stringify(result)}`)
  expect(result.lost).toEqual([])
  expect(result.doubled).toEqual([])
  expect(result.wrongAnswers).toEqual([])
  expect(result.chainHolds).toBe(true)
  // The kills did fall inside a burst: something was acknowledged before, something was on its way.
  expect(result.ackedBeforeKills).toBeGreaterThan(0)
  expect(result.inFlightAtKills).toBeGreaterThan(0)
})

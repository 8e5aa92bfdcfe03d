import { expect, test, vi } from 'vitest'
import { createAudience } from '#server/live/audience.ts'
import { initialState } from '#shared/class/state.ts'
import type { Course } from '#shared/course.ts'

const course = { slides: [], deckHash: 'd' } as unknown as Course

test('a view that cannot be made is told, kills no timer, and the next state goes out', () => {
  vi.useFakeTimers()
  let state = initialState
  const failures: unknown[] = []
  const sent: unknown[] = []
  const audience = createAudience(
    () => ({ state, course }),
    (error) => failures.push(error),
  )
  const watcher = { personId: 'p', role: 'participant' as const, send: (delta: unknown) => sent.push(delta) }
  audience.join(watcher)
  audience.begin(watcher)
  state = { ...state, seq: 1, people: null as never }
  audience.changed(false)
  expect(() => vi.runAllTimers()).not.toThrow()
  expect(failures).toHaveLength(1)
  audience.join({ ...watcher, personId: 'q' })
  state = { ...initialState, seq: 2, phase: 'ended' }
  audience.changed(false)
  vi.runAllTimers()
  expect(sent).toMatchObject([{ from: null }, { from: 0, to: 2, patch: { everyone: { phase: 'ended' } } }])
  audience.close()
  vi.useRealTimers()
})

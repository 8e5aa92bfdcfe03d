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

/** A class of so many readers who all see each change, and what one of them has been sent. */
function classOf(readers: number) {
  let state = initialState
  const sent: number[] = []
  const audience = createAudience(
    () => ({ state, course }),
    (error) => {
      throw error
    },
  )
  for (let n = 0; n < readers; n += 1) {
    const send = (delta: { to: number }) => void (n === 0 && sent.push(delta.to))
    const watcher = { personId: `p${n}`, role: 'participant' as const, send }
    audience.join(watcher)
    audience.begin(watcher)
  }
  /** Something all can see has changed. */
  function change() {
    state = { ...state, seq: state.seq + 1, seen: state.seen + 1 }
    audience.changed(false)
  }
  return { change, sent, close: audience.close }
}

test('a dozen readers learn of each answer at once, hundreds of several together', () => {
  vi.useFakeTimers()
  for (const [readers, rounds] of [
    [13, 12],
    [300, 4],
  ] as const) {
    const { change, sent, close } = classOf(readers)
    for (let n = 0; n < 12; n += 1) {
      change()
      vi.advanceTimersByTime(10)
    }
    vi.runAllTimers()
    expect(sent.length - 1).toBe(rounds)
    expect(sent.at(-1)).toBe(12)
    close()
  }
  vi.useRealTimers()
})

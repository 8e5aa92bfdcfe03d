/** Makes a scripted person behave like one: takes time to answer, changes their mind, loses the network. */
import type { Person } from './client.ts'

export type Habits = {
  /** Uniform in [0, 1[ : seeded in tests. */
  random: () => number
  /** Time to answer, in ms. */
  thinkMs: [number, number]
  /** Chance to change one's answer once given. */
  changes: number
  /** Chance, each minute, to lose the network for a while; 0: never. */
  dropsPerMinute: number
  awayMs: [number, number]
}

export type Tally = { answered: number; changed: number; refused: number; drops: number; ackMs: number[] }

/** A small seeded generator (mulberry32): the same seed gives the same lesson. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Question = { multiple?: boolean; options?: Record<string, unknown> }

/** An answer that the open question accepts, or undefined when it offers no choice. */
export function pickChoice(question: unknown, random: () => number): string[] | undefined {
  const { multiple, options = {} } = (question ?? {}) as Question
  const ids = Object.keys(options)
  const first = ids[Math.floor(random() * ids.length)]
  if (first === undefined) return undefined
  const more = multiple ? ids.filter((id) => id !== first && random() < 0.3) : []
  return [first, ...more]
}

/** Starts behaving; the returned function stops it. Counts what it does in `tally`. */
export function behave(person: Person, habits: Habits, tally: Tally): () => void {
  const timers = new Set<NodeJS.Timeout>()
  const met = new Set<string>()
  const between = ([least, most]: [number, number]) => least + habits.random() * (most - least)
  const later = (ms: number, action: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      action()
    }, ms)
    timers.add(timer)
  }

  async function answer(activityId: string, change: boolean) {
    const activity = person.view()?.everyone.activities[activityId]
    const choice = pickChoice(activity?.question, habits.random)
    if (activity?.phase !== 'open' || !choice) return
    const sentAt = performance.now()
    const ack = await person.do('activity.do', { type: 'answer', choice }, activityId)
    tally.ackMs.push(performance.now() - sentAt)
    if (!ack.ok) tally.refused += 1
    else if (change) tally.changed += 1
    else tally.answered += 1
    if (!change && habits.random() < habits.changes) {
      later(between(habits.thinkMs), () => void answer(activityId, true))
    }
  }

  function look() {
    for (const [id, activity] of Object.entries(person.view()?.everyone.activities ?? {})) {
      if (activity.phase !== 'open') met.delete(id)
      else if (!met.has(id)) {
        met.add(id)
        later(between(habits.thinkMs), () => void answer(id, false))
      }
    }
    later(200, look)
  }

  function roam() {
    later(60_000, () => {
      if (habits.random() < habits.dropsPerMinute) {
        tally.drops += 1
        person.drop()
        later(between(habits.awayMs), () => person.back())
      }
      roam()
    })
  }

  look()
  if (habits.dropsPerMinute > 0) roam()
  return () => {
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
  }
}

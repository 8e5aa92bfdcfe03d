/** Makes a scripted person behave like one: takes time to answer, changes their mind, loses the network. */
import type { Person } from './client.ts'
import type { Knowledge } from './form-filling.ts'
import type { Gesture } from './gesture.ts'
import { gesturesOf } from './gestures.ts'
import { typist } from './typing.ts'

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
  /** What they would answer in a form, having read the documents. */
  knows?: Knowledge
}

export type Tally = Record<Gesture['does'], number> & {
  changed: number
  refused: number
  drops: number
  ackMs: number[]
}

export const newTally = (): Tally => ({
  answered: 0,
  submitted: 0,
  written: 0,
  supported: 0,
  caughtUp: 0,
  filled: 0,
  changed: 0,
  refused: 0,
  drops: 0,
  ackMs: [],
})

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

/** Starts behaving; the returned function stops it. Counts what it does in `tally`. */
export function behave(person: Person, habits: Habits, tally: Tally): () => void {
  const timers = new Set<NodeJS.Timeout>()
  /** What was done or left aside, by activity, while its phase lasts. */
  const settled = new Map<string, { phase: string; keys: Set<string> }>()
  const hands = typist(person)
  let busy = false
  const between = ([least, most]: [number, number]) => least + habits.random() * (most - least)
  const later = (ms: number, action: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      action()
    }, ms)
    timers.add(timer)
  }

  function keysOf(activityId: string): Set<string> {
    const phase = person.view()?.everyone.activities[activityId]?.phase ?? ''
    let entry = settled.get(activityId)
    if (entry?.phase !== phase) {
      entry = { phase, keys: new Set() }
      settled.set(activityId, entry)
    }
    return entry.keys
  }

  async function send(gesture: Gesture, change: boolean, payload = gesture.payload(habits.random)) {
    if (!payload) return
    const sentAt = performance.now()
    const ack = await person.do('activity.do', payload, gesture.activityId)
    tally.ackMs.push(performance.now() - sentAt)
    tally[!ack.ok ? 'refused' : change ? 'changed' : gesture.does] += 1
    if (change || !gesture.changes || habits.random() >= habits.changes) return
    later(between(habits.thinkMs), () => {
      if (mayStill(gesture)) void send(gesture, true)
    })
  }

  /** A second thought: the same activity still takes answers to the same question from this person. */
  function mayStill({ activityId, key }: Gesture): boolean {
    const view = person.view()
    const activity = view?.everyone.activities[activityId]
    if (activity?.phase !== 'open' || !settled.get(activityId)?.keys.has(key)) return false
    return view?.mine?.activities[activityId]?.submittedAt === undefined
  }

  /** One thing at a time: decides, thinks, and does it if it can still be done. */
  function look() {
    later(200, look)
    const view = person.view()
    if (busy || !view) return
    for (const activityId of settled.keys()) keysOf(activityId)
    for (const gesture of gesturesOf(view, habits.knows)) {
      const keys = keysOf(gesture.activityId)
      if (keys.has(gesture.key)) continue
      if (habits.random() >= gesture.likely) {
        keys.add(gesture.key)
        continue
      }
      busy = true
      later(between(habits.thinkMs), () => {
        const same = ({ activityId, key }: Gesture) =>
          activityId === gesture.activityId && key === gesture.key
        const now = gesturesOf(person.view()!, habits.knows).find(same)
        if (now) keysOf(now.activityId).add(now.key)
        void doNow(now)
      })
      return
    }
  }

  /** What is typed takes time; once typed, it is on its way, and one goes on. */
  async function doNow(gesture: Gesture | undefined) {
    const payload = gesture?.payload(habits.random)
    if (gesture && payload) await hands.type(gesture.activityId, payload)
    busy = false
    if (gesture && payload) await send(gesture, false, payload)
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
    hands.rest()
  }
}

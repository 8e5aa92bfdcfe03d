/**
 * What this device alone keeps of a questionnaire: answers being written, and for an anonymous one the id of its
 * ballot, without which nobody can change it. Kept in IndexedDB, under the class, the person and the activity.
 */
import { createStore, del, entries, get, type UseStore, update } from 'idb-keyval'
import type { SurveyAnswers } from './definition.ts'

/** `skipped`: items on which the person has chosen to say nothing. */
export type Draft = { answers: SurveyAnswers; skipped: string[] }

/** `draft`: being written. `handed`: as last handed in from here. */
export type Kept = { draft?: Draft; handed?: Draft; ballotId?: string }

const memory = new Map<string, Kept>()
let database: UseStore | undefined
const store = () => {
  database ??= createStore('estrade-surveys', 'kept')
  return database
}

export async function readKept(key: string): Promise<Kept> {
  try {
    return (await get<Kept>(key, store())) ?? memory.get(key) ?? {}
  } catch {
    // Storage refused by the browser: what is written lives as long as the page.
    return memory.get(key) ?? {}
  }
}

/** Changes what is named, leaves the rest: another tab of the same person may have written it. */
export async function keep(key: string, change: Partial<Kept>): Promise<void> {
  memory.set(key, { ...memory.get(key), ...change })
  try {
    await update<Kept>(key, (before) => ({ ...before, ...change }), store())
  } catch {
    // As above.
  }
}

/** The questionnaire is closed: nothing on this device may tie a person to a ballot any more. */
export async function forget(key: string): Promise<void> {
  memory.delete(key)
  try {
    await del(key, store())
  } catch {
    // Nothing was kept.
  }
}

/** The person signs out of this device. `under`: how the keys of that person begin. */
export async function forgetUnder(under: string): Promise<void> {
  try {
    const kept = await entries<string, Kept>(store())
    await Promise.all(kept.map(([key]) => (key.startsWith(`${under}/`) ? forget(key) : undefined)))
  } catch {
    memory.clear()
  }
}

/** 32 random bytes in hexadecimal. */
export function newBallotId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

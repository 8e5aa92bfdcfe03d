/**
 * Work that this device alone keeps until it is handed in, and what is needed to change it afterwards: in IndexedDB,
 * under the class, the person and the activity.
 */
import { createStore, del, get, keys, type UseStore, update } from 'idb-keyval'

const memory = new Map<string, object>()
let database: UseStore | undefined
const store = () => {
  database ??= createStore('estrade-kept', 'kept')
  return database
}

/** What IndexedDB has not taken yet: a page may be reloaded before it has. */
const hastyKey = (key: string) => `estrade-kept/${key}`

function hasty(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(hastyKey(key)) ?? '{}') as object
  } catch {
    return {}
  }
}

function setHasty(key: string, waiting: string | undefined): void {
  try {
    if (waiting === undefined) sessionStorage.removeItem(hastyKey(key))
    else sessionStorage.setItem(hastyKey(key), waiting)
  } catch {
    // Storage refused by the browser.
  }
}

export async function readKept<T extends object>(key: string): Promise<Partial<T>> {
  const waiting = hasty(key) as Partial<T>
  try {
    return { ...((await get<T>(key, store())) ?? (memory.get(key) as T | undefined)), ...waiting }
  } catch {
    // Storage refused by the browser: what is written lives as long as the page.
    return { ...(memory.get(key) as T | undefined), ...waiting }
  }
}

/** Changes what is named, leaves the rest: another tab of the same person may have written it. */
export async function keep<T extends object>(key: string, change: Partial<T>): Promise<void> {
  memory.set(key, { ...memory.get(key), ...change })
  const all = { ...hasty(key), ...change }
  const waiting = JSON.stringify(all)
  setHasty(key, waiting)
  try {
    await update<object>(key, (before) => ({ ...before, ...all }), store())
    if (JSON.stringify(hasty(key)) === waiting) setHasty(key, undefined)
  } catch {
    // As above.
  }
}

export async function forgetKept(key: string): Promise<void> {
  memory.delete(key)
  setHasty(key, undefined)
  try {
    await del(key, store())
  } catch {
    // Nothing was kept.
  }
}

/** Every key that something is kept under, whatever the browser refuses to store. */
async function allKeys(): Promise<string[]> {
  const found = [...memory.keys()]
  try {
    found.push(...Object.keys(sessionStorage).flatMap((key) => key.split(hastyKey(''))[1] ?? []))
  } catch {
    // Storage refused by the browser.
  }
  try {
    found.push(...(await keys<string>(store())))
  } catch {
    // As above.
  }
  return found
}

/** The person signs out of this device. `under`: how the keys of that person begin. */
export async function forgetKeptUnder(under: string): Promise<void> {
  const theirs = (await allKeys()).filter((key) => key.startsWith(`${under}/`))
  await Promise.all(theirs.map(forgetKept))
}

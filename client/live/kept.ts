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

export async function readKept<T extends object>(key: string): Promise<Partial<T>> {
  try {
    return (await get<T>(key, store())) ?? (memory.get(key) as T | undefined) ?? {}
  } catch {
    // Storage refused by the browser: what is written lives as long as the page.
    return (memory.get(key) as T | undefined) ?? {}
  }
}

/** Changes what is named, leaves the rest: another tab of the same person may have written it. */
export async function keep<T extends object>(key: string, change: Partial<T>): Promise<void> {
  memory.set(key, { ...memory.get(key), ...change })
  try {
    await update<object>(key, (before) => ({ ...before, ...change }), store())
  } catch {
    // As above.
  }
}

export async function forgetKept(key: string): Promise<void> {
  memory.delete(key)
  try {
    await del(key, store())
  } catch {
    // Nothing was kept.
  }
}

/** The person signs out of this device. `under`: how the keys of that person begin. */
export async function forgetKeptUnder(under: string): Promise<void> {
  const kept = await keys<string>(store()).catch(() => [])
  const theirs = [...kept, ...memory.keys()].filter((key) => key.startsWith(`${under}/`))
  await Promise.all(theirs.map(forgetKept))
}

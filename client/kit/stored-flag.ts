/** Something that is on unless this browser was told otherwise. */
import { useSyncExternalStore } from 'react'

export type StoredFlag = { on(): boolean; set(next: boolean): void; useOn(): boolean }

export function storedFlag(key: string): StoredFlag {
  const listeners = new Set<() => void>()
  let current = stored(key)
  const on = () => current
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    on,
    set(next) {
      current = next
      try {
        if (next) localStorage.removeItem(key)
        else localStorage.setItem(key, 'off')
      } catch {
        // Storage refused by the browser: the choice holds for this page only.
      }
      for (const listener of listeners) listener()
    },
    useOn: () => useSyncExternalStore(subscribe, on),
  }
}

function stored(key: string): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

import { useEffect, useRef } from 'react'

/** Calls back when a value differs from what it was; never for the first one, taken once `ready`. */
export function useChange<T>(value: T, changed: (now: T, before: T) => void, ready = true): void {
  const before = useRef<{ value: T }>(undefined)
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => {
    if (!ready) return
    const was = before.current
    before.current = { value }
    if (was && was.value !== value) latest.current(value, was.value)
  }, [ready, value])
}

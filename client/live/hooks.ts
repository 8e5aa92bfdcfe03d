/** How screens read and drive the class: the only part of client/live that knows React. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { get } from '#client/api.ts'
import type { ClassInfo } from '#shared/api.ts'
import { type LiveState, live, serverNow } from './store.ts'

export { useDeck, useSlide } from '#client/slides/deck.ts'
export {
  connect,
  forgetEverything,
  forgetRefused,
  onSignal,
  point,
  retryNow,
  send,
  signal,
} from './connection.ts'
export type { LiveState } from './store.ts'
export { serverNow } from './store.ts'

/** Part of what the page knows; the component is drawn again when that part changes. */
export function useLive<T>(selector: (state: LiveState) => T): T {
  return useStore(live, selector)
}

let info: { key: string; value: ClassInfo } | undefined
const listeners = new Set<() => void>()

async function loadInfo(key: string, classId: string, as: string | undefined): Promise<void> {
  try {
    const value = await get<ClassInfo>(`/api/classes/${classId}`, { as })
    info = { key, value }
    for (const listener of listeners) listener()
  } catch {
    // Asked again at the next connection; what was known meanwhile stays on screen.
  }
}

/** Title, hours, people: asked again when someone is enrolled and at each new connection. */
export function useClassInfo(): ClassInfo | undefined {
  const classId = useLive((s) => s.classId)
  const as = useLive((s) => s.as)
  const connected = useLive((s) => s.line === 'connected')
  const enrolled = useLive((s) => s.view?.everyone.enrolled)
  const key = `${classId}/${as ?? ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `enrolled` means new names
  useEffect(() => {
    if (classId && connected) void loadInfo(key, classId, as)
  }, [key, classId, as, connected, enrolled])
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (info?.key === key ? info.value : undefined),
  )
}

/** Milliseconds until `at` by the server's clock, every quarter of a second; undefined without a deadline. */
export function useRemaining(at: number | undefined): number | undefined {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (at === undefined) return
    setNow(serverNow())
    const timer = setInterval(() => setNow(serverNow()), 250)
    return () => clearInterval(timer)
  }, [at])
  return at === undefined ? undefined : Math.max(0, at - now)
}

/** The server's clock as estimated here (ms since 1970), refreshed every `everyMs`. */
export function useNow(everyMs = 1000): number {
  const offset = useLive((s) => s.clockOffset)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + offset
}

/** Decks and slides fetched once and kept for the life of the page. */
import { useEffect, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { ApiError, get } from '#client/api.ts'
import { type LiveState, live } from '#client/live/store.ts'
import type { DeckInfo, SlideAnswer } from '#shared/api.ts'

type Loaded<T> = { value?: T; failed?: true; tries: number }

const RETRIES_MS = [500, 1500, 4000, 8000]
const cache = new Map<string, Loaded<unknown>>()
const busy = new Set<string>()
const listeners = new Set<() => void>()
const nothing: Loaded<never> = { tries: 0 }

function put<T>(path: string, entry: Loaded<T>): void {
  cache.set(path, entry)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Fetches `path` unless it is here or on its way. A network failure is tried again; a refusal is not. */
async function load(path: string, as: string | undefined): Promise<void> {
  const entry = cache.get(path) ?? nothing
  if (entry.value !== undefined || busy.has(path)) return
  busy.add(path)
  try {
    put(path, { value: await get(path, { as }), tries: 0 })
  } catch (error) {
    const tries = entry.tries + 1
    const wait = RETRIES_MS[entry.tries]
    const passing = !(error instanceof ApiError) || error.status === 0 || error.status >= 429
    put(path, { tries, failed: true })
    if (passing && wait !== undefined) setTimeout(() => void load(path, as), wait)
  } finally {
    busy.delete(path)
  }
}

function useLoaded<T>(path: string | undefined): Loaded<T> {
  const as = useLiveState((s) => s.as)
  const connected = useLiveState((s) => s.line === 'connected')
  useEffect(() => {
    if (path && connected) void load(path, as)
  }, [path, as, connected])
  return useSyncExternalStore(subscribe, () => (path && cache.get(path)) || nothing) as Loaded<T>
}

function useLiveState<T>(selector: (state: LiveState) => T): T {
  return useStore(live, selector)
}

const deckPath = (classId: string, hash: string) => `/api/classes/${classId}/deck#${hash}`
const slidePath = (classId: string, hash: string, n: number) => `/api/classes/${classId}/slides/${hash}/${n}`

/** The style of the deck of this class. Asked again when the deck changes before the start. */
export function useDeck(): DeckInfo | undefined {
  const classId = useLiveState((s) => s.classId)
  const hash = useLiveState((s) => s.view?.everyone.deck.hash)
  return useLoaded<DeckInfo>(hash ? deckPath(classId, hash) : undefined).value
}

/** Slide `n` with whether it could not be had; the next one is fetched too, as soon as it may be. */
export function useSlideState(n: number | undefined): {
  slide?: SlideAnswer
  /** The slide after it, once it is here too. */
  following?: SlideAnswer
  failed: boolean
  retry: () => void
} {
  const classId = useLiveState((s) => s.classId)
  const as = useLiveState((s) => s.as)
  const hash = useLiveState((s) => s.view?.everyone.deck.hash)
  // Participants may have the slide after the last one shown; trainers all of them.
  const last = useLiveState((s) => {
    const everyone = s.view?.everyone
    const slides = everyone?.deck.slides ?? 0
    return s.view?.trainer ? slides : Math.min(slides, (everyone?.seen ?? 0) + 1)
  })
  const path = hash && n !== undefined ? slidePath(classId, hash, n) : undefined
  const state = useLoaded<SlideAnswer>(path)
  const here = state.value !== undefined
  const following = useLoaded<SlideAnswer>(
    here && hash && n !== undefined && n < last ? slidePath(classId, hash, n + 1) : undefined,
  )
  // A slide asked one instant before it was shown was refused: it is asked again once on screen.
  const refused = state.failed === true && state.tries <= 1
  useEffect(() => {
    if (refused && path) void load(path, as)
  }, [refused, path, as])
  return {
    slide: state.value,
    following: following.value,
    failed: state.failed === true && state.tries > 2,
    retry: () => path && void load(path, as),
  }
}

/** Slide `n`, undefined until it is here. */
export function useSlide(n: number | undefined): SlideAnswer | undefined {
  return useSlideState(n).slide
}

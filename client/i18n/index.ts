/** Words of the interface: French by default, English complete beside it. */
import { useSyncExternalStore } from 'react'
import { fr } from '#shared/typography.ts'

export type Language = 'fr' | 'en'

const STORED = 'estrade-lang'
const listeners = new Set<() => void>()
let current: Language = initial()
document.documentElement.lang = current

/** The address wins (`?lang=`), then the stored choice, then the browser's languages; French otherwise. */
function initial(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored()
  const candidates = [asked, ...navigator.languages]
  for (const candidate of candidates) {
    const code = candidate?.slice(0, 2).toLowerCase()
    if (code === 'fr' || code === 'en') return code
  }
  return 'fr'
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}

export function language(): Language {
  return current
}

/** Changes the language of the whole page at once and remembers it in this browser. */
export function setLanguage(next: Language): void {
  if (next === current) return
  current = next
  document.documentElement.lang = next
  try {
    localStorage.setItem(STORED, next)
  } catch {
    // Storage refused by the browser: the choice holds for this page only.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The current language; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language)
}

/** A hook giving the words in the current language; `.now()` gives them outside components. */
export type Words<T> = { (): T; now(): T }

/**
 * Declares the words of a screen. `en` must have exactly the keys of `fr`; values are texts or functions
 * that make one. French texts are set as French typography asks: write plain spaces.
 */
export function words<T extends object>(both: { fr: T; en: Widen<NoInfer<T>> }): Words<Widen<T>> {
  const set = { fr: typeset(both.fr), en: both.en } as { fr: Widen<T>; en: Widen<T> }
  const pick = (lang: Language) => set[lang]
  return Object.assign(() => pick(useLanguage()), { now: () => pick(current) })
}

function typeset(value: unknown): unknown {
  if (typeof value === 'string') return fr(value)
  if (typeof value === 'function') return (...args: unknown[]) => typeset(value(...args))
  const plain =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  if (!plain || '$$typeof' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, typeset(text)]))
}

/** Literal texts of one language become `string`, so that the other language may differ. */
type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widen<R>
    : T extends object
      ? { [K in keyof T]: Widen<T[K]> }
      : T

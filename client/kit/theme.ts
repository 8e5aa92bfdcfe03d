/** Light, dark, or as the system says. Kept in this browser. */
import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark' | 'system'

const STORED = 'estrade-theme'
const listeners = new Set<() => void>()
let current: Theme = 'system'

/** Puts the stored choice on the page; called once before anything is drawn. */
export function startTheme(): void {
  try {
    const stored = localStorage.getItem(STORED)
    if (stored === 'light' || stored === 'dark') current = stored
  } catch {
    // Storage refused by the browser: the system's setting applies.
  }
  apply()
}

function apply(): void {
  if (current === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = current
}

export function setTheme(theme: Theme): void {
  current = theme
  apply()
  try {
    if (theme === 'system') localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, theme)
  } catch {
    // As above: the choice holds for this page only.
  }
  for (const listener of listeners) listener()
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}

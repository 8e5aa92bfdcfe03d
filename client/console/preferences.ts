/** What this trainer likes, kept in this browser only. */
import { create } from 'zustand'

export const NOTES_SIZES = [14, 16, 18, 21, 26, 34] as const

/** `turnSeconds`: time of each speaking turn; 0: no limit. */
type Kept = { notesSize: number; shortcuts: boolean; namesHidden: boolean; turnSeconds: number }
type Preferences = Kept & { set: (change: Partial<Kept>) => void }

const KEY = 'estrade-console'
const DEFAULTS: Kept = { notesSize: 18, shortcuts: true, namesHidden: false, turnSeconds: 0 }

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return { ...DEFAULTS, ...(typeof kept === 'object' ? kept : {}) }
  } catch {
    return DEFAULTS
  }
}

export const usePreferences = create<Preferences>((set, get) => ({
  ...read(),
  set: (change) => {
    set(change)
    const { notesSize, shortcuts, namesHidden, turnSeconds } = get()
    try {
      localStorage.setItem(KEY, JSON.stringify({ notesSize, shortcuts, namesHidden, turnSeconds }))
    } catch {
      // Storage refused (private window): the choice holds for this page.
    }
  },
}))

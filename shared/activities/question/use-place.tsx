/** Turning the pages of a sheet. */
import { useState } from 'react'

/** Where one stands in the sheet; the length of it: the page before handing in. A refresh comes back there. */
export function usePlace(activityId: string, length: number): [number, (at: number) => void] {
  const key = `estrade-at-${activityId}`
  const [at, setAt] = useState(() => {
    try {
      return Math.min(Math.max(0, Number(sessionStorage.getItem(key)) || 0), length)
    } catch {
      return 0
    }
  })
  const go = (next: number) => {
    setAt(next)
    try {
      sessionStorage.setItem(key, String(next))
    } catch {
      // Storage refused by the browser: a refresh begins again at the first question.
    }
  }
  return [at, go]
}

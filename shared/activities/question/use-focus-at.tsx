/** Keeps the keyboard and the screen reader with the question when it changes under them. */
import { useEffect, useRef } from 'react'

/** Page-wide: the heading is mounted anew with each question. */
let last: string | undefined

/**
 * A heading that takes the focus when another question took the place of the one that had it. `always`: the
 * person has turned the page themselves, so the focus follows in any case.
 */
export function useFocusAt<T extends HTMLElement>(at: string, always = false) {
  const ref = useRef<T>(null)
  useEffect(() => {
    const turned = last !== undefined && last !== at
    last = at
    const lost = document.activeElement === document.body || document.activeElement === null
    if (!turned || !ref.current) return
    ref.current.scrollIntoView({ block: 'nearest' })
    if (always || lost) ref.current.focus({ preventScroll: true })
  }, [at, always])
  return ref
}

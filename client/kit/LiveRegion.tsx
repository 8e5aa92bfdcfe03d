/**
 * What a screen reader is told without moving the focus: one polite and one assertive region, mounted from
 * the start. Polite messages that come close together are joined, one announcement every 3 s at most.
 */
import { useEffect, useRef } from 'react'

const PAUSE_MS = 3000
const MOST_JOINED = 4

let say: ((text: string, assertive: boolean) => void) | undefined
let waiting: string[] = []
let timer: ReturnType<typeof setTimeout> | undefined
let lastAt = 0

/** Says `text`. `assertive` only for a lost connection and the last seconds of a timer. */
export function announce(text: string, options: { assertive?: boolean } = {}): void {
  if (options.assertive) {
    say?.(text, true)
    return
  }
  waiting = [...waiting.filter((other) => other !== text), text].slice(-MOST_JOINED)
  if (!timer) timer = setTimeout(flush, Math.max(100, lastAt + PAUSE_MS - Date.now()))
}

function flush(): void {
  timer = undefined
  lastAt = Date.now()
  const text = waiting.join(' ')
  waiting = []
  say?.(text, false)
}

/** Mounted once, at the root of the page. */
export function LiveRegion() {
  const polite = useRef<HTMLDivElement>(null)
  const assertive = useRef<HTMLDivElement>(null)

  useEffect(() => {
    say = (text, urgent) => {
      const region = urgent ? assertive.current : polite.current
      if (!region) return
      // The same text twice in a row is only read again if the region was empty in between.
      region.textContent = ''
      setTimeout(() => {
        region.textContent = text
      }, 30)
    }
    return () => {
      say = undefined
    }
  }, [])

  return (
    <>
      <div ref={polite} className="vh" aria-live="polite" aria-atomic="true" data-live="polite" />
      <div ref={assertive} className="vh" aria-live="assertive" aria-atomic="true" data-live="assertive" />
    </>
  )
}

import { useEffect, useState } from 'react'
import { useLive } from '#client/live/hooks.ts'

/** The server's clock as estimated here (ms since 1970), refreshed every `everyMs`. */
export function useNow(everyMs = 1000): number {
  const offset = useLive((live) => live.clockOffset)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + offset
}

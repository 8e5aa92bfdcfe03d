/** Whether the person follows the live point or looks back at something already shown. */
import { useCallback, useEffect, useState } from 'react'
import { point, useLive } from '#client/live/hooks.ts'

export type Looking = { slide: number } | { activityId: string }

export type Following = {
  /** What is looked at instead of the live point; undefined when following. */
  looking?: Looking
  /** Slide that is live, when a slide is. */
  liveSlide?: number
  look: (at: Looking) => void
  /** Back to the live point. */
  follow: () => void
}

export function useFollowing(): Following {
  const [looking, setLooking] = useState<Looking>()
  const stage = useLive((s) => (s.view?.everyone.phase === 'live' ? s.view.everyone.stage : undefined))
  const connected = useLive((s) => s.line === 'connected')
  const liveSlide = stage && 'slide' in stage ? stage.slide : undefined
  const liveActivity = stage && 'activityId' in stage ? stage.activityId : undefined
  // The live point has come to what was looked at: nothing is behind any more.
  const caughtUp =
    looking !== undefined &&
    ('slide' in looking ? looking.slide === liveSlide : looking.activityId === liveActivity)
  const behind = looking && 'slide' in looking && !caughtUp ? looking.slide : undefined

  useEffect(() => {
    if (caughtUp) setLooking(undefined)
  }, [caughtUp])
  useEffect(() => {
    if (connected) point(behind)
  }, [behind, connected])

  const look = useCallback((at: Looking) => setLooking(at), [])
  const follow = useCallback(() => setLooking(undefined), [])
  return { looking: caughtUp ? undefined : looking, liveSlide, look, follow }
}

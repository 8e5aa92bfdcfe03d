/** The floor as one person sees it, and their one gesture: hand up, hand down, or « J’ai terminé ». */
import { useCallback } from 'react'
import { useClassInfo, useLive } from '#client/live/hooks.ts'
import type { FloorView } from '#shared/views.ts'
import { useFloorWords } from './floor-words.ts'
import type { Following } from './use-following.ts'
import { type Gesture, useGesture } from './use-gesture.ts'

export type Floor = Pick<FloorView, 'hands' | 'since' | 'speaker' | 'turn' | 'order'> & {
  /** The class is under way: hands may be raised. */
  open: boolean
  /** One's own place in the queue, from 1; 0 without a raised hand. */
  rank: number
  /** It is this person's turn, theirs to end. One that an activity gives (a tour de table) ends there. */
  speaks: boolean
  /** It is this person's turn, wherever it comes from. */
  called: boolean
  /** What is on screen already says who speaks. */
  shown: boolean
  press: () => void
  gesture: Gesture
}

const NOBODY: FloorView = { hands: [], since: {}, order: 'asked' }

export function useFloor({ looking }: Following): Floor {
  const floor = useLive((s) => s.view?.everyone.floor) ?? NOBODY
  const open = useLive((s) => s.view?.everyone.phase === 'live')
  const me = useLive((s) => s.view?.mine?.personId)
  const gesture = useGesture()
  const rank = me === undefined ? 0 : floor.hands.indexOf(me) + 1
  const called = me !== undefined && floor.speaker === me
  const via = floor.turn?.via
  const speaks = called && via === undefined
  const onStage = useLive((s) => {
    const stage = s.view?.everyone.stage
    return stage && 'activityId' in stage ? stage.activityId : undefined
  })
  const shown = via !== undefined && via === onStage && looking === undefined
  const { run } = gesture
  const press = useCallback(() => {
    if (open) void run(speaks || rank > 0 ? 'floor.withdraw' : 'floor.ask')
  }, [open, speaks, rank, run])
  return { ...floor, open, rank, speaks, called, shown, press, gesture }
}

/** Names people; someone who has just been enrolled is « quelqu’un » until the list comes. */
export function useName(): (personId: string) => string {
  const t = useFloorWords()
  const roster = useClassInfo()?.roster
  return (personId) => roster?.[personId]?.name ?? t.someone
}

/** Tiles do not move under a moving pointer nor the focus: a new order waits until the hand rests or has left. */
import { useRef } from 'react'
import { inOrder, type Tile } from './model.ts'

/** A pointer that has not moved for so long rests: whoever needs help comes first again. */
const RESTS_MS = 3_000

export function useHeldOrder(tiles: readonly Tile[], activityId: string) {
  const movedAt = useRef(Number.NEGATIVE_INFINITY)
  const before = useRef({ activityId, ids: [] as string[] })
  if (before.current.activityId !== activityId) before.current = { activityId, ids: [] }
  const moving = performance.now() - movedAt.current < RESTS_MS
  const inHand = moving || document.activeElement?.closest('.tiles') != null
  const shown = inHand && before.current.ids.length > 0 ? inOrder(tiles, before.current.ids) : [...tiles]
  before.current.ids = shown.map(({ id }) => id)
  return {
    shown,
    hold: () => {
      movedAt.current = performance.now()
    },
    release: () => {
      movedAt.current = Number.NEGATIVE_INFINITY
    },
  }
}

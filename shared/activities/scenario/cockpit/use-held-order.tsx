/** Tiles do not move under the pointer or the focus: a new order waits until the hand has left. */
import { useRef } from 'react'
import { inOrder, type Tile } from './model.ts'

export function useHeldOrder(tiles: readonly Tile[]) {
  const held = useRef(false)
  const before = useRef<string[]>([])
  const inHand = held.current || document.activeElement?.closest('.tiles') != null
  const shown = inHand && before.current.length > 0 ? inOrder(tiles, before.current) : [...tiles]
  before.current = shown.map(({ id }) => id)
  return {
    shown,
    hold: () => {
      held.current = true
    },
    release: () => {
      held.current = false
    },
  }
}

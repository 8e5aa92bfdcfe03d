/** H raises the hand, lowers it, or ends one's turn. Never while typing; it can be turned off. */
import { useEffect } from 'react'
import { belongsToFocus } from '#client/kit/keys.ts'
import { storedFlag } from '#client/kit/stored-flag.ts'

export const handKey = storedFlag('estrade-room-keys')

export function useHandKey(press: () => void): void {
  const enabled = handKey.useOn()
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, repeat, target } = event
      if (key.toLowerCase() !== 'h' || ctrlKey || altKey || metaKey || repeat) return
      if (event.defaultPrevented || belongsToFocus(target, key, false)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      press()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [enabled, press])
}

/** The console's keys: one table, one listener. None fires while typing, in a dialog, or with Ctrl/Alt/Meta. */
import { useEffect, useRef, useState } from 'react'
import { belongsToFocus } from '#client/kit/keys.ts'

export type Shortcut =
  | 'next'
  | 'back'
  | 'goTo'
  | 'overview'
  | 'fullScreen'
  | 'blank'
  | 'help'
  | 'poll'
  | 'outcomes'
  | 'hands'

const KEYS: Record<string, Shortcut> = {
  ArrowRight: 'next',
  ' ': 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  g: 'goTo',
  o: 'overview',
  f: 'fullScreen',
  b: 'blank',
  '.': 'blank',
  '?': 'help',
  p: 'poll',
  a: 'outcomes',
  h: 'hands',
}

type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/** The shortcut a key stands for, or undefined. */
export function shortcutOf(event: KeyLike): Shortcut | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined
  return KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
}

/** The digit typed, by the key's place so that a French keyboard needs no Shift. */
export function digitOf(event: KeyLike): string | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined
  if (/^[0-9]$/.test(event.key)) return event.key
  return event.shiftKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1]
}

/**
 * Listens to the whole page. Digits gather until Enter jumps to that slide; Escape or 4 s of silence forget
 * them. Returns the digits gathered so far, to be shown.
 */
export function useShortcuts(
  enabled: boolean,
  actions: Record<Shortcut, () => void>,
  jump: (slide: number) => void,
): string {
  const [digits, setDigits] = useState('')
  const latest = useRef({ actions, jump, digits })
  latest.current = { actions, jump, digits }

  useEffect(() => {
    if (!digits) return
    const timer = setTimeout(() => setDigits(''), 4000)
    return () => clearTimeout(timer)
  }, [digits])

  useEffect(() => {
    if (!enabled) {
      setDigits('')
      return
    }
    let byKeyboard = false
    const onPointer = () => {
      byKeyboard = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') byKeyboard = true
      if (event.defaultPrevented || belongsToFocus(event.target, event.key, byKeyboard)) return
      if (document.querySelector('dialog[open]')) return
      const { actions, jump, digits } = latest.current
      if (digits && (event.key === 'Enter' || event.key === 'Escape')) {
        event.preventDefault()
        setDigits('')
        if (event.key === 'Enter') jump(Number(digits))
        return
      }
      const digit = digitOf(event)
      if (digit !== undefined) {
        event.preventDefault()
        setDigits((typed) => (typed + digit).slice(-3))
        return
      }
      const shortcut = shortcutOf(event)
      if (!shortcut) return
      event.preventDefault()
      // Some browsers still press the focused button when the key comes up.
      if (event.key === ' ' && document.activeElement instanceof HTMLElement) document.activeElement.blur()
      // A key held down must not run through the deck.
      if (!event.repeat) actions[shortcut]()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPointer)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', onPointer)
    }
  }, [enabled])

  return digits
}

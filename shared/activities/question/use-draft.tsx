/** What the person is choosing, between the touch and the server's answer. */
import { useEffect, useRef, useState } from 'react'
import type { Chosen } from './types.ts'

/** Arrow keys walk through the choices: the one they stop on is sent, not each one on the way. */
const KEYBOARD_REST_MS = 600

/**
 * Choices on screen: the stored (or pending) answer, until the person touches something. Ticks of a multiple
 * choice live through a refresh of the page until they are sent.
 */
export function useDraft(name: string, answer: Chosen | undefined) {
  const stored: readonly string[] = answer?.choice ?? []
  const key = `estrade-draft-${name}`
  const [touched, setTouched] = useState<string[] | undefined>(() => readDraft(key))
  const rest = useRef<{ timer: ReturnType<typeof setTimeout>; send: () => void }>(undefined)
  const answerKey = answer?.choice.join()
  const seen = useRef(answerKey)
  useEffect(() => {
    if (seen.current === answerKey) return
    seen.current = answerKey
    setTouched(undefined)
    writeDraft(key, undefined)
  }, [answerKey, key])
  useEffect(
    () => () => {
      if (!rest.current) return
      clearTimeout(rest.current.timer)
      rest.current.send()
    },
    [],
  )
  return {
    choice: touched ?? stored,
    choose(choice: string[], send: (() => void) | undefined, byPointer: boolean) {
      setTouched(choice)
      if (!send) return writeDraft(key, choice)
      if (rest.current) clearTimeout(rest.current.timer)
      const now = () => {
        rest.current = undefined
        send()
      }
      if (byPointer) return now()
      rest.current = { timer: setTimeout(now, KEYBOARD_REST_MS), send: now }
    },
  }
}

function readDraft(key: string): string[] | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function writeDraft(key: string, choice: string[] | undefined): void {
  try {
    if (choice === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(choice))
  } catch {
    // Storage refused by the browser: ticks live as long as the page.
  }
}

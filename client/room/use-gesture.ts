/** What a gesture sends: one at a time, and why it failed in words, on screen and aloud. */
import { useCallback, useRef, useState } from 'react'
import { announce } from '#client/kit/index.ts'
import { send } from '#client/live/hooks.ts'
import { useFloorWords } from './floor-words.ts'

export type Gesture = {
  busy: boolean
  problem?: string
  forget: () => void
  /** True when the server has stored it. */
  run: (type: string, payload?: object) => Promise<boolean>
}

export function useGesture(): Gesture {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const inFlight = useRef(false)
  const forget = useCallback(() => setProblem(undefined), [])
  const run = useCallback(async (type: string, payload: object = {}) => {
    if (inFlight.current) return false
    inFlight.current = true
    setBusy(true)
    const ack = await send(type, payload)
    inFlight.current = false
    setBusy(false)
    const text = ack.ok ? undefined : useFloorWords.now().failed(ack.error.reason)
    setProblem(text)
    if (text) announce(text)
    return ack.ok
  }, [])
  return { busy, problem, forget, run }
}

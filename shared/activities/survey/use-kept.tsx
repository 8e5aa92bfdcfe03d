/** What this device keeps of the questionnaire, for its screen. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { keep, readKept } from '#client/live/kept.ts'
import type { SurveyAnswers } from './definition.ts'

/**
 * `draft`: being written. `handed`: as last handed in from here. `ballotId`: without it nobody can change an anonymous
 * return.
 */
export type Kept = { draft?: SurveyAnswers; handed?: SurveyAnswers; ballotId?: string }

/** `kept` is undefined while it is being read. `at`: when it was handed in; read again when that changes. */
export function useKept(key: string, at: number | undefined) {
  const [kept, setKept] = useState<Kept>()
  const changes = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` changes when another tab has handed it in
  useEffect(() => {
    const from = changes.current
    void readKept<Kept>(key).then((found) => {
      // What was written here meanwhile is newer.
      if (changes.current === from) setKept(found)
    })
  }, [key, at])
  const change = useCallback(
    (part: Partial<Kept>) => {
      changes.current += 1
      setKept((before) => ({ ...before, ...part }))
      return keep<Kept>(key, part)
    },
    [key],
  )
  return { kept, change }
}

/** 32 random bytes in hexadecimal. */
export function newBallotId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

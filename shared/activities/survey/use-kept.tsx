/** What this device keeps of the questionnaire, for its screen. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { forget, type Kept, keep, readKept } from './ballot.ts'

/** `kept` is undefined while it is being read. `at`: when it was handed in; read again when that changes. */
export function useKept(key: string, at: number | undefined) {
  const [kept, setKept] = useState<Kept>()
  const changes = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` changes when another tab has handed it in
  useEffect(() => {
    const from = changes.current
    void readKept(key).then((found) => {
      // What was written here meanwhile is newer.
      if (changes.current === from) setKept(found)
    })
  }, [key, at])
  const change = useCallback(
    (part: Partial<Kept>) => {
      changes.current += 1
      setKept((before) => ({ ...before, ...part }))
      return keep(key, part)
    },
    [key],
  )
  const drop = useCallback(() => {
    changes.current += 1
    setKept({})
    void forget(key)
  }, [key])
  return { kept, change, drop }
}

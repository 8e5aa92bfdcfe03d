/** Asks the server for something and shows what comes: waiting, a failure in words, or the answer. */
import { type ReactNode, useEffect, useState } from 'react'
import { ApiError, get } from '../api.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from './words.ts'

export type Answer<T> = { data?: T; error?: ApiError; again: () => void }

/** GET `path` once, and again on demand; what was there stays while it is asked again. */
export function useAnswer<T>(path: string, as?: string): Answer<T> {
  const [state, setState] = useState<{ data?: T; error?: ApiError }>({})
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again
  useEffect(() => {
    const stop = new AbortController()
    get<T>(path, { as, signal: stop.signal }).then(
      (data) => setState({ data }),
      (error: unknown) => {
        if (error instanceof ApiError) setState((before) => ({ ...before, error }))
      },
    )
    return () => stop.abort()
  }, [path, as, attempt])

  return { ...state, again: () => setAttempt((before) => before + 1) }
}

export function Asked<T>({ asked, children }: { asked: Answer<T>; children: (data: T) => ReactNode }) {
  const t = useWords()
  if (asked.error) {
    return (
      <div className="office-failed">
        <Notice tone={asked.error.status === 0 ? 'warn' : 'stop'} role="alert">
          {asked.error.message}
        </Notice>
        <button type="button" className="btn" onClick={asked.again}>
          {t.retry}
        </button>
      </div>
    )
  }
  return asked.data === undefined ? <p className="loading">{t.loading}</p> : children(asked.data)
}

/** Asks the server for the board again and again while the page is looked at. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardAnswer } from '#shared/convocation.ts'
import { ApiError, get } from '../../api.ts'

const EVERY_MS = 3000
/** While mails are leaving, one wants to see them go. */
const SOON_MS = 600

export type Board = { data?: BoardAnswer; error?: ApiError; again: () => Promise<void> }

export function useBoard(classId: string, as: string): Board {
  const [state, setState] = useState<{ data?: BoardAnswer; error?: ApiError }>({})
  const latest = useRef(0)

  const again = useCallback(async () => {
    const mine = ++latest.current
    try {
      const data = await get<BoardAnswer>(`/api/classes/${classId}/convocations`, { as })
      if (mine === latest.current) setState({ data })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (mine === latest.current) setState((before) => ({ ...before, error }))
    }
  }, [classId, as])

  const leaving =
    state.data?.people.some(({ mail }) => mail?.state === 'waiting' || mail?.state === 'sending') ?? false
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const turn = async () => {
      if (document.visibilityState === 'visible') await again()
      if (!stopped) timer = setTimeout(turn, leaving ? SOON_MS : EVERY_MS)
    }
    timer = setTimeout(turn, leaving ? SOON_MS : 0)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [again, leaving])

  return { ...state, again }
}

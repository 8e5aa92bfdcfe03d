/** A stage signs in with the token its link carries in the fragment, which is then taken out of the address. */
import { useEffect, useState } from 'react'
import { ApiError, post } from '#client/api.ts'
import type { LoginAnswer } from '#shared/api.ts'

export type StageLogin = 'waiting' | 'refused' | { personId?: string }

const RETRY_MS = 3000

/** Taken once, at the first drawing: two mountings of the screen are still one sign-in. */
let signingIn: Promise<LoginAnswer> | undefined

function signIn(token: string): Promise<LoginAnswer> {
  signingIn ??= post<LoginAnswer>('/api/stage-login', { token })
  return signingIn
}

function tokenOfAddress(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('t') ?? undefined
}

/** `as`: the stage person this tab already is, when it was signed in before. */
export function useStageLogin(as: string | undefined): StageLogin {
  const [token] = useState(tokenOfAddress)
  const [login, setLogin] = useState<StageLogin>(token ? 'waiting' : { personId: as })
  useEffect(() => {
    if (!token) return
    let alive = true
    let timer: ReturnType<typeof setTimeout>
    const attempt = async () => {
      try {
        const { personId } = await signIn(token)
        history.replaceState(history.state, '', `${location.pathname}?as=${encodeURIComponent(personId)}`)
        if (alive) setLogin({ personId })
      } catch (error) {
        signingIn = undefined
        if (!alive) return
        const passing = !(error instanceof ApiError) || error.status === 0 || error.status >= 429
        if (passing) timer = setTimeout(attempt, RETRY_MS)
        else setLogin('refused')
      }
    }
    void attempt()
    return () => {
      alive = false
      clearTimeout(timer)
    }
  }, [token])
  return login
}

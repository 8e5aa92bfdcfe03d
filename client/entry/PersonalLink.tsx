import { useEffect, useRef, useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import { ApiError, post } from '../api.ts'
import { navigate } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { enter } from './enter.ts'
import { Frame } from './Frame.tsx'
import { Login } from './Login.tsx'
import { useWords } from './words.ts'

/** The fragment never reaches a server or its logs: `#l=<identifiant>&p=<mot de passe>`. */
function readFragment(): { login: string; password: string } {
  const fragment = new URLSearchParams(location.hash.slice(1))
  return { login: fragment.get('l') ?? '', password: fragment.get('p') ?? '' }
}

/** A personal link signs in and takes the seat in one gesture; when it cannot, the form says why. */
export function PersonalLink() {
  const t = useWords()
  const [carried] = useState(readFragment)
  const [failure, setFailure] = useState<ApiError>()
  const complete = Boolean(carried.login && carried.password)
  const started = useRef(false)
  useTitle(t.enterTitle)

  useEffect(() => {
    if (!complete || started.current) return
    started.current = true
    post<LoginAnswer>('/api/login', carried).then(enter, (error: unknown) => {
      if (!(error instanceof ApiError)) throw error
      // Without an answer the link may still be good: it stays in the address so that a reload tries again.
      if (error.status !== 0) navigate('/entrer', { replace: true })
      setFailure(error)
    })
  }, [complete, carried])

  if (!complete) return <Login explain={t.linkBroken} initial={carried} />
  if (failure) {
    const dead = failure.status === 401
    return (
      <Login
        explain={dead ? t.linkDead : failure.message}
        initial={dead ? { login: carried.login, password: '' } : carried}
      />
    )
  }
  return (
    <Frame>
      <h1 role="status">{t.signingIn}</h1>
      <p className="entry-sub">{t.signingInText}</p>
    </Frame>
  )
}

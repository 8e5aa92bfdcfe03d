import { ArrowRight, Eye, EyeOff } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import { ApiError, post } from '../api.ts'
import { announce } from '../kit/LiveRegion.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useOnline } from './use-online.ts'
import { useWords } from './words.ts'

type Missing = { login?: boolean; password?: boolean }

/**
 * Identifiant and mot de passe. Every refusal is a sentence beside the fields; what was typed stays.
 * `explain` is shown first: why one has to type after all.
 */
export function LoginForm({
  onEntered,
  explain,
  initial = { login: '', password: '' },
}: {
  onEntered: (answer: LoginAnswer) => void
  explain?: string
  initial?: { login: string; password: string }
}) {
  const t = useWords()
  const online = useOnline()
  const [login, setLogin] = useState(initial.login)
  const [password, setPassword] = useState(initial.password)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState<Missing>({})
  const [failure, setFailure] = useState<ApiError>()
  const [waitUntil, setWaitUntil] = useState(0)
  const seconds = useCountdown(waitUntil)
  const ids = { login: useId(), password: useId(), hint: useId(), loginWhy: useId(), passwordWhy: useId() }
  const loginField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy || seconds > 0) return
    const absent = { login: !login.trim(), password: !password.trim() }
    setMissing(absent)
    if (absent.login || absent.password) {
      setFailure(undefined)
      ;(absent.login ? loginField : passwordField).current?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      onEntered(await post<LoginAnswer>('/api/login', { login: login.trim(), password }))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
      if (error.status === 429) {
        const pause = error.retryAfter ?? 60
        setWaitUntil(Date.now() + pause * 1000)
        // Said once: the notice itself counts down and would be read every second.
        announce(t.wait(pause))
      }
      if (error.status === 401) passwordField.current?.focus()
      setBusy(false)
    }
  }

  const refused = failure?.status === 401
  return (
    <form className="entry-form" onSubmit={submit} noValidate>
      {explain && !failure && <Notice tone="warn">{explain}</Notice>}
      {!online && !failure && <Notice tone="warn">{t.noLine}</Notice>}
      {failure && failure.status !== 429 && (
        <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
          {failure.message}
        </Notice>
      )}
      {failure?.status === 429 && <Notice tone="warn">{seconds > 0 ? t.wait(seconds) : t.waited}</Notice>}

      <div className="f">
        <label htmlFor={ids.login}>
          {t.login}
          <span className="hint">{t.loginHint}</span>
        </label>
        <input
          ref={loginField}
          className={`in ${missing.login || refused ? 'bad' : ''}`}
          id={ids.login}
          name="login"
          type="text"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={254}
          required
          value={login}
          aria-invalid={missing.login || refused || undefined}
          aria-describedby={missing.login ? ids.loginWhy : undefined}
          onChange={(event) => setLogin(event.target.value)}
        />
        {missing.login && (
          <p className="why tx-stop" id={ids.loginWhy}>
            {t.loginMissing}
          </p>
        )}
      </div>

      <div className="f">
        <label htmlFor={ids.password}>{t.password}</label>
        <p className="hint" id={ids.hint}>
          {t.passwordHint}
        </p>
        <div className="entry-secret">
          <input
            ref={passwordField}
            className={`in ${missing.password || refused ? 'bad' : ''}`}
            id={ids.password}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={200}
            required
            value={password}
            aria-invalid={missing.password || refused || undefined}
            aria-describedby={missing.password ? `${ids.hint} ${ids.passwordWhy}` : ids.hint}
            onChange={(event) => setPassword(event.target.value)}
          />
          <button
            type="button"
            className="btn show"
            aria-label={shown ? t.hidePassword : t.showPassword}
            aria-controls={ids.password}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff {...icon} /> : <Eye {...icon} />}
            {shown ? t.hide : t.show}
          </button>
        </div>
        {missing.password && (
          <p className="why tx-stop" id={ids.passwordWhy}>
            {t.passwordMissing}
          </p>
        )}
      </div>

      <button type="submit" className="btn lamp" aria-busy={busy || undefined} disabled={seconds > 0}>
        {seconds > 0 ? t.waitShort(seconds) : busy ? t.entering : t.enter}
        {seconds === 0 && !busy && <ArrowRight {...icon} />}
      </button>
    </form>
  )
}

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Whole seconds left until `until` (ms), 0 when past; ticks once a second. */
function useCountdown(until: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (until <= Date.now()) return
    setNow(Date.now())
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) clearInterval(timer)
    }, 500)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, Math.ceil((until - now) / 1000))
}

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import type { AccountLinkAnswer, OpenAccount as Body } from '#shared/office.ts'
import { passwordFault } from '#shared/password.ts'
import { isMail } from '#shared/people.ts'
import { ApiError, post } from '../api.ts'
import { NewPassword } from '../kit/NewPassword.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Link, navigate } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { Asking } from './Asking.tsx'
import { Frame } from './Frame.tsx'
import { useWords } from './open-account-words.ts'

const readToken = () => new URLSearchParams(location.hash.slice(1)).get('t') ?? ''

/** The page of an invitation: who one is, a password of one's choice, then the office. */
export function OpenAccount() {
  const t = useWords()
  const [token] = useState(readToken)
  const [invitation, setInvitation] = useState<AccountLinkAnswer>()
  const [failure, setFailure] = useState<ApiError>()
  const [attempt, setAttempt] = useState(0)
  useTitle(t.title)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again
  useEffect(() => {
    setFailure(undefined)
    post<AccountLinkAnswer>('/api/account-links/look', { token: token || '-' }).then(
      setInvitation,
      (error: unknown) => {
        if (error instanceof ApiError) setFailure(error)
      },
    )
  }, [token, attempt])

  if (failure?.status === 401 || failure?.status === 400) return <Dead />
  if (failure || !invitation)
    return <Asking title={t.title} failure={failure} onRetry={() => setAttempt(attempt + 1)} t={t} />
  return <Form token={token} invitation={invitation} />
}

function Dead() {
  const t = useWords()
  return (
    <Frame>
      <h1>{t.dead}</h1>
      <p className="entry-sub">{t.deadText}</p>
      <p className="entry-do">
        <Link className="btn main" href="/connexion">
          {t.signIn}
        </Link>
      </p>
    </Frame>
  )
}

function Form({ token, invitation }: { token: string; invitation: AccountLinkAnswer }) {
  const t = useWords()
  const [name, setName] = useState(invitation.first ? '' : invitation.name)
  const [email, setEmail] = useState(invitation.first ? '' : invitation.email)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError>()
  const form = useRef<HTMLFormElement>(null)
  const ids = { name: useId(), nameWhy: useId(), email: useId(), emailWhy: useId() }
  const faulty = {
    name: name.trim() === '',
    email: !isMail(email.trim()),
    password: passwordFault(password, [name, email]),
  }
  const bad = { name: tried && faulty.name, email: tried && faulty.email }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setTried(true)
    setFailure(undefined)
    if (faulty.name || faulty.email || faulty.password) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0)
      return
    }
    setBusy(true)
    const body: Body = invitation.first
      ? { token, password, name: name.trim(), email: email.trim() }
      : { token, password }
    try {
      const { personId } = await post<LoginAnswer>('/api/account-links/open', body)
      navigate(`/bureau?as=${encodeURIComponent(personId)}`, { replace: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <Frame>
      <h1>{t.title}</h1>
      <p className="entry-sub">{invitation.first ? t.firstSub : t.sub}</p>
      <form className="entry-form" ref={form} onSubmit={submit} noValidate>
        {failure && (
          <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
            {failure.message}
          </Notice>
        )}
        {invitation.first ? (
          <>
            <div className="f">
              <label htmlFor={ids.name}>{t.name}</label>
              <input
                className={`in ${bad.name ? 'bad' : ''}`}
                id={ids.name}
                name="name"
                autoComplete="name"
                maxLength={100}
                required
                value={name}
                aria-invalid={bad.name || undefined}
                aria-describedby={bad.name ? ids.nameWhy : undefined}
                onChange={(event) => setName(event.target.value)}
              />
              {bad.name && (
                <p className="why tx-stop" id={ids.nameWhy}>
                  {t.nameMissing}
                </p>
              )}
            </div>
            <div className="f">
              <label htmlFor={ids.email}>{t.email}</label>
              <input
                className={`in ${bad.email ? 'bad' : ''}`}
                id={ids.email}
                name="email"
                type="email"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={254}
                required
                value={email}
                aria-invalid={bad.email || undefined}
                aria-describedby={ids.emailWhy}
                onChange={(event) => setEmail(event.target.value)}
              />
              <p className={bad.email ? 'why tx-stop' : 'hint'} id={ids.emailWhy}>
                {bad.email ? t.emailWrong : t.emailHint}
              </p>
            </div>
          </>
        ) : (
          <p className="entry-which">
            <b>{t.hello(invitation.name, t[invitation.role])}</b>
            {t.yourLogin(invitation.email)}
          </p>
        )}
        <NewPassword value={password} onChange={setPassword} about={[name, email]} tried={tried} />
        <button type="submit" className="btn lamp" aria-busy={busy || undefined}>
          {busy ? t.opening : t.open}
        </button>
      </form>
    </Frame>
  )
}

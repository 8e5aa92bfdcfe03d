import { type FormEvent, useId, useRef, useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import { passwordFault } from '#shared/password.ts'
import { post } from '../../api.ts'
import { NewPassword } from '../../kit/NewPassword.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useTitle } from '../../kit/use-title.ts'
import { useSend } from '../ask.ts'
import Devices from './Devices.tsx'
import { useWords } from './words.ts'
import './account.css'

/** One's own password and sign-ins. */
export function Account({ login }: { login: LoginAnswer }) {
  const t = useWords()
  useTitle(t.title)
  return (
    <>
      <h1>{t.title}</h1>
      <p className="office-sub">{login.name}</p>
      <div className="account">
        <PasswordForm login={login} />
        <section>
          <h2>{t.devices}</h2>
          <p className="hint">{t.devicesText}</p>
          <Devices as={login.personId} />
        </section>
      </div>
    </>
  )
}

function PasswordForm({ login }: { login: LoginAnswer }) {
  const t = useWords()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const { busy, failure, send } = useSend()
  const form = useRef<HTMLFormElement>(null)
  const ids = { current: useId(), why: useId() }
  const missing = tried && current === ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setDone(false)
    if (current === '' || passwordFault(password, [login.name])) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0)
      return
    }
    const sent = await send(() =>
      post('/api/account/password', { current, password }, { as: login.personId }),
    )
    if (!sent) return
    setDone(true)
    setTried(false)
    setCurrent('')
    setPassword('')
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <h2>{t.passwordTitle}</h2>
      {done && (
        <Notice tone="ok" role="status">
          {t.changed}
        </Notice>
      )}
      {failure && (
        <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
          {failure.message}
        </Notice>
      )}
      <div className="f">
        <label htmlFor={ids.current}>{t.current}</label>
        <input
          className={`in ${missing ? 'bad' : ''}`}
          id={ids.current}
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
          value={current}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? ids.why : undefined}
          onChange={(event) => setCurrent(event.target.value)}
        />
        {missing && (
          <p className="why tx-stop" id={ids.why}>
            {t.currentMissing}
          </p>
        )}
      </div>
      <NewPassword value={password} onChange={setPassword} about={[login.name]} tried={tried} />
      <button type="submit" className="btn main" aria-busy={busy || undefined}>
        {busy ? t.changing : t.change}
      </button>
    </form>
  )
}

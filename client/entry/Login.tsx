import { type FormEvent, useId, useState } from 'react'
import { typedCode } from '../kit/class-code.ts'
import { navigate } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { enter } from './enter.ts'
import { Frame } from './Frame.tsx'
import { LoginForm } from './LoginForm.tsx'
import { useWords } from './words.ts'

/** The sign-in page. `explain` and `initial` when a personal link did not do. */
export function Login({
  explain,
  initial,
}: {
  explain?: string
  initial?: { login: string; password: string }
}) {
  const t = useWords()
  useTitle(t.enterTitle)
  return (
    <Frame>
      <h1>{t.enterTitle}</h1>
      <p className="entry-sub">{t.enterSub}</p>
      <LoginForm onEntered={enter} explain={explain} initial={initial} />
      <div className="entry-help">
        <p>
          <b>{t.lost}</b>
          {t.lostHow()}
        </p>
        <FindClass />
      </div>
    </Frame>
  )
}

/** Six signs lead to the page of a class. */
export function FindClass() {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const ids = { field: useId(), hint: useId(), why: useId() }

  function submit(event: FormEvent) {
    event.preventDefault()
    const code = typedCode(typed)
    setWrong(!code)
    if (code) navigate(`/c/${code}`)
  }

  return (
    <details>
      <summary>{t.findTitle}</summary>
      <form className="entry-find" onSubmit={submit} noValidate>
        <label htmlFor={ids.field} className="vh">
          {t.findLabel}
        </label>
        <input
          className={`in ${wrong ? 'bad' : ''}`}
          id={ids.field}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          placeholder="K7Q 3XT"
          value={typed}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? ids.why : ids.hint}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="btn">
          {t.find}
        </button>
        <p className="hint" id={ids.hint}>
          {t.findHint}
        </p>
        {wrong && (
          <p className="why tx-stop" id={ids.why} role="alert">
            {t.findWrong}
          </p>
        )}
      </form>
    </details>
  )
}

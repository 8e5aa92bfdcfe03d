import { ArrowRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CodeAnswer, LoginAnswer, MeAnswer } from '#shared/api.ts'
import { ApiError, get } from '../api.ts'
import { spacedCode, typedCode } from '../kit/class-code.ts'
import { Link } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { when } from '../kit/when.ts'
import { Asking } from './Asking.tsx'
import { enter, seatAddress } from './enter.ts'
import { Frame } from './Frame.tsx'
import { FindClass } from './Login.tsx'
import { LoginForm } from './LoginForm.tsx'
import { useWords } from './words.ts'

type Found = { known: CodeAnswer; seated: LoginAnswer[] }

/** The page a class code or its QR leads to: says which class it is, and asks who one is. */
export function ClassPage({ code }: { code: string }) {
  const t = useWords()
  const canonical = typedCode(code)
  const [found, setFound] = useState<Found>()
  const [failure, setFailure] = useState<ApiError>()
  const [attempt, setAttempt] = useState(0)
  useTitle(found ? found.known.title : t.enterTitle)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again
  useEffect(() => {
    if (!canonical) return
    const stop = new AbortController()
    setFailure(undefined)
    Promise.all([
      get<CodeAnswer>(`/api/codes/${canonical}`, { signal: stop.signal }),
      get<MeAnswer>('/api/me', { signal: stop.signal }).catch(() => ({ logins: [] })),
    ]).then(
      ([known, me]) =>
        setFound({
          known,
          seated: me.logins.filter(
            (login) => login.role !== 'stage' && login.classes.some((ref) => ref.id === known.id),
          ),
        }),
      (error: unknown) => {
        if (error instanceof ApiError) setFailure(error)
      },
    )
    return () => stop.abort()
  }, [canonical, attempt])

  if (!canonical || failure?.status === 404) return <UnknownCode code={canonical ?? code} />
  if (failure || !found)
    return <Asking title={t.enterTitle} failure={failure} onRetry={() => setAttempt(attempt + 1)} t={t} />
  const { known, seated } = found
  return (
    <Frame known={known}>
      <h1>{t.enterTitle}</h1>
      <p className="entry-which">
        <b>{known.title}</b>
        {when(known, t)}
        <br />
        {t.with} {known.trainerName}
      </p>
      {seated.length > 0 ? (
        <>
          <ul className="entry-seated">
            {seated.map((login) => (
              <li key={login.personId}>
                <Link
                  className="btn lamp"
                  href={seatAddress(login.personId, login.classes.find((ref) => ref.id === known.id)!)}
                >
                  {t.enterAs(login.name)}
                  <ArrowRight size={20} strokeWidth={1.75} aria-hidden="true" />
                </Link>
              </li>
            ))}
          </ul>
          <details className="entry-other">
            <summary>{t.orOther}</summary>
            <LoginForm onEntered={(answer) => enter(answer, known.id)} />
          </details>
        </>
      ) : (
        <>
          <p className="entry-sub">{t.enterSub}</p>
          <LoginForm onEntered={(answer) => enter(answer, known.id)} />
        </>
      )}
      <div className="entry-help">
        <p>
          <b>{t.lost}</b>
          {t.lostHow(known.organisation)}
        </p>
      </div>
    </Frame>
  )
}

function UnknownCode({ code }: { code: string }) {
  const t = useWords()
  const title = t.codeUnknown(spacedCode(code))
  useTitle(title)
  return (
    <Frame>
      <h1>{title}</h1>
      <p className="entry-sub">{t.codeUnknownText}</p>
      <FindClass />
      <p className="entry-do">
        <Link className="btn" href="/">
          {t.home}
        </Link>
      </p>
    </Frame>
  )
}

import { useEffect, useState } from 'react'
import type { ClassInfo, LoginAnswer, MeAnswer } from '#shared/api.ts'
import { ApiError, get, post } from '../api.ts'
import { announce } from '../kit/LiveRegion.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Link, onNavigate } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { Asking } from './Asking.tsx'
import { ClassRow } from './ClassRow.tsx'
import { Frame } from './Frame.tsx'
import { Login } from './Login.tsx'
import { useWords } from './words.ts'

/** The address of the site: « Mes classes » for who has entered in this browser, else the sign-in. */
export function Home() {
  const t = useWords()
  const [logins, setLogins] = useState<LoginAnswer[]>()
  const [failure, setFailure] = useState<ApiError>()
  const [attempt, setAttempt] = useState(0)

  // Who signs in on this very page is sent to it again.
  useEffect(() => onNavigate(() => setAttempt((last) => last + 1)), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again
  useEffect(() => {
    const stop = new AbortController()
    setFailure(undefined)
    get<MeAnswer>('/api/me', { signal: stop.signal }).then(
      // A projection screen signed in here is nobody's seat.
      (me) => setLogins(me.logins.filter(({ role }) => role !== 'stage')),
      (error: unknown) => {
        if (!(error instanceof ApiError)) return
        if (error.status === 401) setLogins([])
        else setFailure(error)
      },
    )
    return () => stop.abort()
  }, [attempt])

  if (failure) return <Failed failure={failure} retry={() => setAttempt(attempt + 1)} />
  if (!logins) return <p className="loading">{t.looking}</p>
  if (logins.length === 0) return <Login />
  return <MyClasses logins={logins} onChange={() => setAttempt(attempt + 1)} />
}

function Failed({ failure, retry }: { failure: ApiError; retry: () => void }) {
  const t = useWords()
  useTitle(t.enterTitle)
  return <Asking title={t.enterTitle} failure={failure} onRetry={retry} t={t} />
}

function MyClasses({ logins, onChange }: { logins: LoginAnswer[]; onChange: () => void }) {
  const t = useWords()
  const next = nextClass(logins)
  const known = useClassInfo(next?.personId, next?.classId)
  useTitle(t.classes)
  return (
    <Frame known={known}>
      <h1>{t.classes}</h1>
      {logins.map((login) => (
        <LoginSection key={login.personId} login={login} lit={next} onChange={onChange} />
      ))}
      <p className="entry-do">
        <Link className="btn quiet" href="/connexion">
          {t.another}
        </Link>
      </p>
    </Frame>
  )
}

type Next = { personId: string; classId: string }

function LoginSection({ login, lit, onChange }: { login: LoginAnswer; lit?: Next; onChange: () => void }) {
  const t = useWords()
  const staff = login.role === 'trainer' || login.role === 'organiser'
  const [failure, setFailure] = useState<string>()

  async function signOut() {
    try {
      await post('/api/logout', {}, { as: login.personId })
      announce(t.signedOut(login.name))
      onChange()
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : String(error))
    }
  }

  return (
    <section className="entry-who" aria-label={t.classesOf(login.name)}>
      <header>
        <h2>
          {login.name}
          <span>{t.roles[login.role]}</span>
        </h2>
        {staff && (
          <Link className="btn sm" href={`/bureau?as=${encodeURIComponent(login.personId)}`}>
            {t.office}
          </Link>
        )}
        <button type="button" className="btn sm quiet" title={t.signOutOf(login.name)} onClick={signOut}>
          {t.signOut}
        </button>
      </header>
      {failure && (
        <Notice tone="stop" role="alert">
          {failure}
        </Notice>
      )}
      {login.classes.length === 0 ? (
        <p className="entry-none">
          <b>{t.none}</b>
          {staff ? t.noneTrainer : t.noneParticipant}
        </p>
      ) : (
        <ul>
          {[...login.classes]
            .sort((a, b) => a.startsAt - b.startsAt)
            .map((ref) => (
              <ClassRow
                key={ref.id}
                personId={login.personId}
                classRef={ref}
                lit={lit?.personId === login.personId && lit.classId === ref.id}
              />
            ))}
        </ul>
      )}
    </section>
  )
}

const DAY_MS = 24 * 3600 * 1000

/** The class whose door is lit: the one going on or coming first; past ones only when there is no other. */
function nextClass(logins: LoginAnswer[]): Next | undefined {
  const now = Date.now()
  const all = logins.flatMap((login) => login.classes.map((ref) => ({ login, ref })))
  all.sort((a, b) => distance(a.ref.startsAt, now) - distance(b.ref.startsAt, now))
  const first = all[0]
  return first && { personId: first.login.personId, classId: first.ref.id }
}

/** Classes begun less than a day ago and those to come, nearest first; then the past, latest first. */
function distance(startsAt: number, now: number): number {
  const away = startsAt - now
  return away > -DAY_MS ? Math.abs(away) : Number.MAX_SAFE_INTEGER / 2 - away
}

function useClassInfo(personId?: string, classId?: string): ClassInfo | undefined {
  const [info, setInfo] = useState<ClassInfo>()
  useEffect(() => {
    if (!personId || !classId) return
    const stop = new AbortController()
    get<ClassInfo>(`/api/classes/${classId}`, { as: personId, signal: stop.signal }).then(setInfo, () => {
      // The slab then says what Estrade is; the list itself is complete without it.
    })
    return () => stop.abort()
  }, [personId, classId])
  return info
}

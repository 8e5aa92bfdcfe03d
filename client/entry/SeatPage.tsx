/** A participant's own page of a class: when, with whom, the programme, what to bring; afterwards, what remains of it. */
import { ArrowRight, ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ClassInfo } from '#shared/api.ts'
import { ApiError, get } from '../api.ts'
import { capital, date, duration, time } from '../i18n/format.ts'
import { Notice } from '../kit/Notice.tsx'
import { Link } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { Frame } from './Frame.tsx'
import { useSeatWords } from './seat-words.ts'

const Devices = lazy(() => import('../office/account/Devices.tsx'))

export function SeatPage({ classId, as }: { classId: string; as?: string }) {
  const t = useSeatWords()
  const [info, setInfo] = useState<ClassInfo>()
  const [failure, setFailure] = useState<ApiError>()
  useTitle(info?.title ?? t.title)

  useEffect(() => {
    const stop = new AbortController()
    get<ClassInfo>(`/api/classes/${classId}`, { as, signal: stop.signal }).then(setInfo, (error: unknown) => {
      if (error instanceof ApiError) setFailure(error)
    })
    return () => stop.abort()
  }, [classId, as])

  if (failure) {
    return (
      <Frame>
        <h1>{t.title}</h1>
        <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
          {failure.message}
        </Notice>
        <p className="entry-do">
          <Link className="btn" href={failure.status === 401 ? '/connexion' : '/'}>
            {failure.status === 401 ? t.signIn : t.home}
          </Link>
        </p>
      </Frame>
    )
  }
  if (!info) return <p className="loading">{t.loading}</p>
  return <Page info={info} as={as} />
}

function Page({ info, as }: { info: ClassInfo; as?: string }) {
  const t = useSeatWords()
  const { timeZone } = info
  const query = new URLSearchParams(as ? { as } : {})
  const over = info.endsAt < Date.now()
  return (
    <Frame known={info}>
      <h1>{info.title}</h1>
      <p className="entry-do">
        <Link className="btn lamp" href={`/salle/${info.id}?${query}`}>
          {over ? t.lookBack : t.enter}
          <ArrowRight size={20} strokeWidth={1.75} aria-hidden="true" />
        </Link>
        {!over && (
          <Link
            className="btn"
            href={`/essai?${new URLSearchParams({ ...(as && { as }), classe: info.id })}`}
          >
            {t.test}
          </Link>
        )}
        {!over && info.meetingUrl && (
          <a className="btn" href={info.meetingUrl} target="_blank" rel="noreferrer">
            <ExternalLink size={20} strokeWidth={1.75} aria-hidden="true" />
            {t.joinMeeting}
          </a>
        )}
      </p>
      {over && <p className="entry-sub">{t.afterText}</p>}
      <Part title={t.hours}>
        <ul>
          {info.halfDays.map(({ id, startsAt, endsAt }) => (
            <li key={id}>
              {capital(date(startsAt, timeZone))}, {t.span(time(startsAt, timeZone), time(endsAt, timeZone))}
            </li>
          ))}
        </ul>
      </Part>
      {info.objectives.length > 0 && (
        <Part title={t.objectives}>
          <ul>
            {info.objectives.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t.programme}>
        <ol>
          {info.sections.map(({ id, title, minutes }) => (
            <li key={id}>
              {title} <span className="tx-mute num">{duration(minutes)}</span>
            </li>
          ))}
        </ol>
      </Part>
      <OwnDevices as={as} />
    </Frame>
  )
}

/** Where one is signed in, to end what was left open: asked for once it is opened. */
function OwnDevices({ as }: { as?: string }) {
  const t = useSeatWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="entry-other" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.devices}</summary>
      {open && (
        <Suspense fallback={<p className="loading">{t.loading}</p>}>
          <Devices as={as} />
        </Suspense>
      )}
    </details>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="entry-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

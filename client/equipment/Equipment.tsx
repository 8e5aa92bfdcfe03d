/** The equipment test, in plain words: connection, camera, microphone, speakers. Nothing is recorded. */
import { useEffect, useRef, useState } from 'react'
import type { ClassRef, LoginAnswer, MeAnswer } from '#shared/api.ts'
import {
  type EquipmentTest,
  type LineResult,
  PARTS,
  type Part,
  type PartResult,
} from '#shared/convocation.ts'
import { ApiError, get, post } from '../api.ts'
import { Mark } from '../kit/Mark.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Link, navigate, useQuery } from '../kit/navigation.tsx'
import { Preferences } from '../kit/Preferences.tsx'
import { useTitle } from '../kit/use-title.ts'
import { deviceKind } from './browser-name.ts'
import { CameraStep } from './CameraStep.tsx'
import { LineStep } from './LineStep.tsx'
import { SLOW_KBITS } from './line.ts'
import { MicrophoneStep } from './MicrophoneStep.tsx'
import { SpeakerStep } from './SpeakerStep.tsx'
import { useWords } from './words.ts'
import './equipment.css'

type Who = { personId: string; name: string; klass: ClassRef }

export default function Equipment() {
  const t = useWords()
  const { who, dead } = useWho()
  useTitle(t.title)
  return (
    <div className="test">
      <header className="test-head">
        <Mark href="/" />
        <Preferences />
      </header>
      <main>
        <h1>{t.title}</h1>
        {who && <p className="test-who">{t.forClass(who.klass.title, who.name)}</p>}
        <p className="test-intro">{t.intro}</p>
        {who === undefined ? (
          <p role="status">{t.signingIn}</p>
        ) : (
          <>
            {!who && <Notice tone={dead ? 'warn' : 'info'}>{dead ? t.linkDead : t.anonymous}</Notice>}
            <Steps who={who ?? undefined} />
          </>
        )}
      </main>
    </div>
  )
}

/** Who is testing, `null` for nobody known: signed in by the link of the convocation, or already. */
function useWho(): { who: Who | null | undefined; dead: boolean } {
  const query = useQuery()
  const as = query.get('as') ?? undefined
  const classId = query.get('classe') ?? undefined
  const [who, setWho] = useState<Who | null>()
  const [dead, setDead] = useState(false)
  const [carried] = useState(() => new URLSearchParams(location.hash.slice(1)))
  const started = useRef(false)

  useEffect(() => {
    if (started.current) return
    started.current = true
    const login = carried.get('l')
    const password = carried.get('p')
    find().then(setWho, (error: unknown) => {
      if (!(error instanceof ApiError)) throw error
      setDead(Boolean(login))
      setWho(null)
    })

    async function find(): Promise<Who | null> {
      if (!login || !password) {
        const { logins } = await get<MeAnswer>('/api/me')
        return pick(as ? logins.filter(({ personId }) => personId === as) : logins, classId)
      }
      const answer = await post<LoginAnswer>('/api/login', { login, password })
      const found = pick([answer], classId)
      // The credentials leave the address; a reload keeps the person.
      const kept = new URLSearchParams({ as: answer.personId, ...(found ? { classe: found.klass.id } : {}) })
      navigate(`/essai?${kept}`, { replace: true })
      return found
    }
  }, [carried, as, classId])

  return { who, dead }
}

/** The class asked for, or the participant's next one. */
function pick(logins: LoginAnswer[], classId: string | undefined): Who | null {
  const seats = logins.flatMap(({ personId, name, classes }) =>
    classes.filter(({ role }) => role === 'participant').map((klass) => ({ personId, name, klass })),
  )
  const away = ({ klass }: Who) => Math.abs(klass.startsAt - Date.now())
  return (
    seats.find(({ klass }) => klass.id === classId) ?? seats.toSorted((a, b) => away(a) - away(b))[0] ?? null
  )
}

type Results = Record<Part, PartResult>
const UNTRIED: Results = { camera: 'skipped', microphone: 'skipped', speakers: 'skipped' }

function Steps({ who }: { who?: Who }) {
  const t = useWords()
  const [results, setResults] = useState(UNTRIED)
  const [line, setLine] = useState<LineResult>()
  const told = (part: Part) => (result: PartResult) => setResults((before) => ({ ...before, [part]: result }))
  return (
    <>
      <LineStep as={who?.personId} onResult={setLine} />
      <CameraStep onResult={told('camera')} />
      <MicrophoneStep onResult={told('microphone')} />
      <SpeakerStep onResult={told('speakers')} />
      <Outcome who={who} results={results} line={line} />
      {who ? (
        <Link className="btn lamp" href={`/salle/${who.klass.id}?as=${encodeURIComponent(who.personId)}`}>
          {t.enter}
        </Link>
      ) : (
        <Link className="btn" href="/">
          {t.home}
        </Link>
      )}
    </>
  )
}

/** Where it stands as a whole; passed on to the office at each step that is done. */
function Outcome({ who, results, line }: { who?: Who; results: Results; line?: LineResult }) {
  const t = useWords()
  const [saved, setSaved] = useState(false)
  const [failure, setFailure] = useState<string>()
  const tried = PARTS.filter((part) => results[part] !== 'skipped')

  useEffect(() => {
    if (!who || !line || tried.length === 0) return
    const body: EquipmentTest = { ...results, line, device: deviceKind() }
    let current = true
    post(`/api/classes/${who.klass.id}/equipment`, body, { as: who.personId }).then(
      () => {
        if (!current) return
        setSaved(true)
        setFailure(undefined)
      },
      (error: unknown) => current && setFailure(error instanceof ApiError ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [who, line, results, tried.length])

  if (!line || tried.length === 0) return null
  const good =
    PARTS.every((part) => results[part] === 'ok' || results[part] === 'skipped') &&
    line.transport !== 'none' &&
    (line.down ?? SLOW_KBITS) >= SLOW_KBITS
  const left = tried.length < PARTS.length
  return (
    <div className="test-end">
      <Notice tone={good && !left ? 'ok' : good ? 'info' : 'warn'} role="status">
        {good ? (left ? t.keepLeft : t.allGood) : t.someBad}
        {saved && !failure && (
          <>
            <br />
            {t.saved}
          </>
        )}
      </Notice>
      {failure && (
        <Notice tone="stop" role="alert">
          {t.notSaved} {failure}
        </Notice>
      )}
    </div>
  )
}

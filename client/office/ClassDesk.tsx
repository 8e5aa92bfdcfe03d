/** One class: what it is, and its tabs. */
import { ArrowRight } from 'lucide-react'
import type { LoginAnswer, OfficeClass } from '#shared/api.ts'
import { date } from '../i18n/format.ts'
import { spacedCode } from '../kit/class-code.ts'
import { Link } from '../kit/navigation.tsx'
import { when } from '../kit/when.ts'
import { officeAddress } from './address.ts'
import { Asked, useAnswer } from './asked.tsx'
import { classTabs } from './class-tabs.ts'
import { useWords } from './words.ts'
import './class-desk.css'

type Props = { login: LoginAnswer; classId: string; slug?: string }

export function ClassDesk({ login, classId, slug }: Props) {
  const t = useWords()
  const asked = useAnswer<OfficeClass[]>('/api/office/classes', login.personId)
  return (
    <Asked asked={asked}>
      {(classes) => {
        const klass = classes.find(({ id }) => id === classId)
        if (klass) return <Desk login={login} klass={klass} slug={slug} again={asked.again} />
        return (
          <>
            <p className="office-crumb">
              <Link href={officeAddress(login)}>{t.classes}</Link> /
            </p>
            <h1>{t.classGone}</h1>
          </>
        )
      }}
    </Asked>
  )
}

function Desk({
  login,
  klass,
  slug,
  again,
}: {
  login: LoginAnswer
  klass: OfficeClass
  slug?: string
  again: () => void
}) {
  const t = useWords()
  const tab = slug ? classTabs.find((one) => one.slug === slug) : classTabs[0]
  const teaches = klass.people.some(
    ({ personId, role }) => personId === login.personId && (role === 'trainer' || role === 'cotrainer'),
  )
  const trainer = klass.people.find(({ role }) => role === 'trainer')
  if (!tab) return <h1>{t.notFound}</h1>
  const { Screen } = tab
  return (
    <>
      <p className="office-crumb">
        <Link href={officeAddress(login)}>{t.classes}</Link> / {date(klass.startsAt, klass.timeZone)}
      </p>
      <h1>{klass.title}</h1>
      <p className="office-sub">
        <span>{when(klass, t)}</span>
        {trainer && <span>{trainer.name}</span>}
        <span>
          {t.code} <b className="code">{spacedCode(klass.code)}</b>
        </span>
        {teaches && klass.cancelledAt === undefined && (
          <Link className="desk-console" href={`/console/${klass.id}?as=${login.personId}`}>
            {t.openConsole}
            <ArrowRight size={16} strokeWidth={1.75} aria-hidden="true" />
          </Link>
        )}
      </p>
      <nav className="office-tabs" aria-label={t.classTabs}>
        {classTabs.map((one) => (
          <Link
            key={one.slug}
            href={officeAddress(login, `/classe/${klass.id}/${one.slug}`)}
            aria-current={one === tab ? 'page' : undefined}
          >
            {t[one.word]}
          </Link>
        ))}
      </nav>
      <Screen key={klass.id} login={login} klass={klass} again={again} />
    </>
  )
}

/** The office: classes, courses, people and accounts. */
import type { ReactNode } from 'react'
import type { LoginAnswer, MeAnswer } from '#shared/api.ts'
import { Mark } from '../kit/Mark.tsx'
import { Link, usePath, useQuery } from '../kit/navigation.tsx'
import { Preferences } from '../kit/Preferences.tsx'
import { useTitle } from '../kit/use-title.ts'
import { officeAddress } from './address.ts'
import { Asked, useAnswer } from './asked.tsx'
import { ClassDesk } from './ClassDesk.tsx'
import { NewClassForm } from './NewClassForm.tsx'
import { sections } from './sections.ts'
import { useWords } from './words.ts'
import './office.css'

export default function Office() {
  const as = useQuery().get('as') ?? undefined
  const asked = useAnswer<MeAnswer>('/api/me')
  return (
    <Asked asked={asked}>
      {(me) => {
        const staff = me.logins.filter(({ role }) => role === 'trainer' || role === 'organiser')
        const login = staff.find(({ personId }) => personId === as) ?? (as ? undefined : staff[0])
        return login ? <Desk login={login} /> : <Closed />
      }}
    </Asked>
  )
}

function Desk({ login }: { login: LoginAnswer }) {
  const t = useWords()
  const path = usePath().replace(/\/+$/, '')
  const [, , first = '', second, third, ...more] = path.split('/')
  const known = sections.filter(({ organiser }) => !organiser || login.role === 'organiser')
  const section = known.find(({ slug, covers }) => slug === first || covers?.includes(first))

  let content: ReactNode = <NotFound />
  if (first === 'classe' && second && more.length === 0) {
    content = <ClassDesk login={login} classId={second} slug={third} />
  } else if (first === 'nouvelle' && !second) content = <NewClassForm login={login} />
  else if (section?.slug === first && !second) content = <section.Screen login={login} />

  return (
    <div className="office">
      <header className="office-nav">
        <Mark href="/" />
        <nav aria-label={t.office}>
          {known.map(({ slug, word, icon: Icon }) => (
            <Link
              key={slug}
              href={officeAddress(login, slug && `/${slug}`)}
              aria-current={section?.slug === slug ? 'page' : undefined}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
              {t[word]}
            </Link>
          ))}
        </nav>
        <div className="office-me">
          <p>
            <b>{login.name}</b>
            <span>{t.roles[login.role]}</span>
            <Link href="/">{t.myClasses}</Link>
          </p>
          <Preferences />
        </div>
      </header>
      <main className="office-main">{content}</main>
    </div>
  )
}

function NotFound() {
  const t = useWords()
  useTitle(t.notFound)
  return <h1>{t.notFound}</h1>
}

function Closed() {
  const t = useWords()
  useTitle(t.closedTitle)
  return (
    <main className="office-closed">
      <Mark href="/" />
      <h1>{t.closedTitle}</h1>
      <p>{t.closedText}</p>
      <p className="office-do">
        <Link className="btn main" href="/connexion">
          {t.signIn}
        </Link>
        <Link className="btn" href="/">
          {t.myClasses}
        </Link>
      </p>
    </main>
  )
}

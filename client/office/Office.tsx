/** The office: classes, courses, and the access codes of those enrolled. */
import { BookOpen, CalendarDays } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LoginAnswer, MeAnswer } from '#shared/api.ts'
import { Mark } from '../kit/Mark.tsx'
import { Link, usePath, useQuery } from '../kit/navigation.tsx'
import { Preferences } from '../kit/Preferences.tsx'
import { useTitle } from '../kit/use-title.ts'
import { Access } from './Access.tsx'
import { officeAddress } from './address.ts'
import { Asked, useAnswer } from './asked.tsx'
import { ClassList } from './ClassList.tsx'
import { CourseList } from './CourseList.tsx'
import { NewClassForm } from './NewClassForm.tsx'
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
  const [, , section, classId, page] = path.split('/')
  const inCourses = section === 'formations'

  let content: ReactNode
  if (!section) content = <ClassList login={login} />
  else if (inCourses && !classId) content = <CourseList login={login} />
  else if (section === 'nouvelle' && !classId) content = <NewClassForm login={login} />
  else if (section === 'classe' && classId && page === 'acces')
    content = <Access login={login} classId={classId} />
  else content = <NotFound />

  return (
    <div className="office">
      <header className="office-nav">
        <Mark href="/" />
        <nav aria-label={t.office}>
          <Link href={officeAddress(login)} aria-current={inCourses ? undefined : 'page'}>
            <CalendarDays size={20} strokeWidth={1.75} aria-hidden="true" />
            {t.classes}
          </Link>
          <Link href={officeAddress(login, '/formations')} aria-current={inCourses ? 'page' : undefined}>
            <BookOpen size={20} strokeWidth={1.75} aria-hidden="true" />
            {t.courses}
          </Link>
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

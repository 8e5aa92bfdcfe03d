/** Ways in: sign-in, a class found by its code, a personal link, and the classes one is enrolled in. */
import { Link, usePath, useQuery } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { ClassPage } from './ClassPage.tsx'
import { Frame } from './Frame.tsx'
import { Home } from './Home.tsx'
import { Login } from './Login.tsx'
import { OpenAccount } from './OpenAccount.tsx'
import { PersonalLink } from './PersonalLink.tsx'
import { SeatPage } from './SeatPage.tsx'
import { useWords } from './words.ts'
import './entry.css'

export default function Entry() {
  const path = usePath()
  const as = useQuery().get('as') ?? undefined
  const [first, second, third] = path.split('/').filter(Boolean)
  if (!first) return <Home />
  if (first === 'connexion' && !second) return <Login />
  if (first === 'entrer' && !second) return <PersonalLink />
  if (first === 'compte' && !second) return <OpenAccount />
  if (first === 'c' && second && !third) return <ClassPage key={second} code={second} />
  if (first === 'seance' && second && !third) return <SeatPage key={second} classId={second} as={as} />
  return <NotFound />
}

function NotFound() {
  const t = useWords()
  useTitle(t.notFoundTitle)
  return (
    <Frame>
      <h1>{t.notFoundTitle}</h1>
      <p className="entry-sub">{t.notFoundText}</p>
      <p>
        <Link className="btn main" href="/">
          {t.home}
        </Link>
      </p>
    </Frame>
  )
}

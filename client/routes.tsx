/** One chunk per screen, so that the room loads neither the console nor the office. */
import { lazy, Suspense } from 'react'
import { words } from './i18n/index.ts'
import { usePath, useQuery } from './kit/navigation.tsx'

const Entry = lazy(() => import('./entry/Entry.tsx'))
const Room = lazy(() => import('./room/Room.tsx'))
const Console = lazy(() => import('./console/Console.tsx'))
const Stage = lazy(() => import('./stage/Stage.tsx'))
const Office = lazy(() => import('./office/Office.tsx'))
const Equipment = lazy(() => import('./equipment/Equipment.tsx'))
const FollowUp = lazy(() => import('./follow-up/FollowUp.tsx'))
const Outcomes = lazy(() => import('./outcomes/OutcomesPage.tsx'))

const useWords = words({ fr: { loading: 'Chargement…' }, en: { loading: 'Loading…' } })

export function Routes() {
  const t = useWords()
  const path = usePath()
  const as = useQuery().get('as') ?? undefined
  return <Suspense fallback={<p className="loading">{t.loading}</p>}>{screen(path, as)}</Suspense>
}

function screen(path: string, as: string | undefined) {
  const [first, classId] = path.split('/').filter(Boolean)
  if (first === 'bureau') return <Office />
  if (first === 'a-froid' && !classId) return <FollowUp />
  if (first === 'essai' && !classId) return <Equipment />
  if (!classId) return <Entry />
  if (first === 'salle') return <Room classId={classId} as={as} />
  if (first === 'console') return <Console classId={classId} as={as} />
  if (first === 'ecran') return <Stage classId={classId} as={as} />
  if (first === 'acquis') return <Outcomes classId={classId} as={as} />
  return <Entry />
}

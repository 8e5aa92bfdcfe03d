/** One chunk per screen, so that the room loads neither the console nor the office. */
import { lazy, Suspense } from 'react'
import { Route, Switch, useSearchParams } from 'wouter'
import { words } from './i18n/index.ts'

const Entry = lazy(() => import('./entry/Entry.tsx'))
const Room = lazy(() => import('./room/Room.tsx'))
const Console = lazy(() => import('./console/Console.tsx'))
const Stage = lazy(() => import('./stage/Stage.tsx'))
const Office = lazy(() => import('./office/Office.tsx'))

const useWords = words({ fr: { loading: 'Chargement…' }, en: { loading: 'Loading…' } })

/** What a screen of a class is given: the class, and the person this tab is (`?as=`) when it says so. */
export type ClassScreen = { classId: string; as?: string }

export function Routes() {
  const t = useWords()
  const [query] = useSearchParams()
  const as = query.get('as') ?? undefined
  return (
    <Suspense fallback={<p className="loading">{t.loading}</p>}>
      <Switch>
        <Route path="/salle/:classId">{({ classId }) => <Room classId={classId} as={as} />}</Route>
        <Route path="/console/:classId">{({ classId }) => <Console classId={classId} as={as} />}</Route>
        <Route path="/ecran/:classId">{({ classId }) => <Stage classId={classId} as={as} />}</Route>
        <Route path="/bureau/*?">
          <Office />
        </Route>
        <Route>
          <Entry />
        </Route>
      </Switch>
    </Suspense>
  )
}

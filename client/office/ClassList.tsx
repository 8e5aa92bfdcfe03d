import { ChartLine, CircleX, KeyRound, Plus } from 'lucide-react'
import type { LoginAnswer, OfficeClass } from '#shared/api.ts'
import { date, shortDate, time } from '../i18n/format.ts'
import { spacedCode } from '../kit/class-code.ts'
import { Link } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { officeAddress } from './address.ts'
import { Asked, useAnswer } from './asked.tsx'
import { OfficeTable } from './OfficeTable.tsx'
import { useWords } from './words.ts'

/** Every class of this trainer: those going on, those to come, those that ended. */
export function ClassList({ login }: { login: LoginAnswer }) {
  const t = useWords()
  const asked = useAnswer<OfficeClass[]>('/api/office/classes', login.personId)
  useTitle(t.classes)
  return (
    <>
      <h1>{t.classes}</h1>
      <Asked asked={asked}>
        {(classes) => (classes.length ? <Classes classes={classes} login={login} /> : <None login={login} />)}
      </Asked>
    </>
  )
}

function None({ login }: { login: LoginAnswer }) {
  const t = useWords()
  return (
    <div className="office-none">
      <h2>{t.classesNone}</h2>
      <p>{t.classesNoneText}</p>
      <Link className="btn main" href={officeAddress(login, '/nouvelle')}>
        <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
        {t.newClass}
      </Link>
    </div>
  )
}

function Classes({ classes, login }: { classes: OfficeClass[]; login: LoginAnswer }) {
  const t = useWords()
  const byDate = classes.toSorted((a, b) => a.startsAt - b.startsAt)
  const live = byDate.filter(({ phase }) => phase === 'live')
  const coming = byDate.filter(({ phase, cancelledAt }) => phase === 'lobby' && cancelledAt === undefined)
  const ended = byDate.filter(({ phase }) => phase === 'ended').reverse()
  const cancelled = byDate.filter(({ cancelledAt }) => cancelledAt !== undefined).reverse()
  const next = coming[0]
  return (
    <>
      <div className="office-say">
        <p>
          {t.classesSay(
            coming.length,
            next && t.at(date(next.startsAt, next.timeZone), time(next.startsAt, next.timeZone)),
          )}
        </p>
        <Link className="btn main" href={officeAddress(login, '/nouvelle')}>
          <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.newClass}
        </Link>
      </div>
      {live.length > 0 && <Group title={t.live} classes={live} login={login} live />}
      {coming.length > 0 && <Group title={t.coming} classes={coming} login={login} />}
      {ended.length > 0 && <Group title={t.ended} classes={ended} login={login} />}
      {cancelled.length > 0 && <Group title={t.cancelled} classes={cancelled} login={login} />}
    </>
  )
}

function Group({
  title,
  classes,
  login,
  live = false,
}: {
  title: string
  classes: OfficeClass[]
  login: LoginAnswer
  live?: boolean
}) {
  const t = useWords()
  return (
    <OfficeTable
      columns={[t.colDate, t.colClass, t.colCode, t.colPeople]}
      actions={t.colActions}
      caption={live ? <span className="live-tag">{title}</span> : title}
    >
      {classes.map((one) => (
        <Row key={one.id} one={one} login={login} />
      ))}
    </OfficeTable>
  )
}

function Row({ one, login }: { one: OfficeClass; login: LoginAnswer }) {
  const t = useWords()
  const participants = one.people.filter(({ role }) => role === 'participant')
  const teaches = one.people.some(
    ({ personId, role }) => personId === login.personId && (role === 'trainer' || role === 'cotrainer'),
  )
  const off = one.cancelledAt !== undefined
  const access = officeAddress(login, `/classe/${one.id}/acces`)
  return (
    <tr>
      <td className="num office-date">
        {shortDate(one.startsAt, one.timeZone)}
        <span>
          {time(one.startsAt, one.timeZone)}–{time(one.endsAt, one.timeZone)}
        </span>
      </td>
      <th scope="row">
        <Link href={access}>{one.title}</Link>
      </th>
      <td>
        <b className="code">{spacedCode(one.code)}</b>
      </td>
      <td>
        {off ? (
          <span className="state tx-stop">
            <CircleX size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.cancelledOne}
          </span>
        ) : (
          t.enrolled(participants.length)
        )}
      </td>
      <td>
        <Link className="btn sm" href={access} aria-label={t.accessOf(one.title)}>
          <KeyRound size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.access}
        </Link>
        {one.phase !== 'lobby' && (
          <Link
            className="btn sm"
            href={`/acquis/${one.id}?as=${login.personId}`}
            aria-label={t.outcomesOf(one.title)}
          >
            <ChartLine size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.outcomes}
          </Link>
        )}
        {teaches && !off && (
          <Link
            className="btn sm"
            href={`/console/${one.id}?as=${login.personId}`}
            aria-label={t.consoleOf(one.title)}
          >
            {t.console}
          </Link>
        )}
      </td>
    </tr>
  )
}

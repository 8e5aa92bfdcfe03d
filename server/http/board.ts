/** The convocation board: each person's way from the mail to the seat, put together from what is stored. */
import type { ClassRow, Connection, Convocation, Seat } from '#server/store/index.ts'
import type { BoardAnswer, BoardPerson, BoardStep, EquipmentTest, MailRef } from '#shared/convocation.ts'
import { trainerOf } from './classes.ts'
import type { Context } from './context.ts'
import { mailRef } from './mail-ref.ts'
import { readOrganisation } from './organisation.ts'
import { announcement } from './send-convocations.ts'

/** Mails with the codes of the person. */
const CARRIERS = new Set(['invitation', 'reminder', 'reissue', 'change'])

/** Who sits down earlier than this only tries the link. */
const EARLY_MS = 60 * 60_000

export async function boardOf(context: Context, klass: ClassRow): Promise<BoardAnswer> {
  const { store, live, mailer, now } = context
  const [seats, rows, mails, connections, notice, source, state] = await Promise.all([
    store.people.seats(klass.id),
    store.convocations.list(klass.id),
    store.mails.list({ classId: klass.id }),
    store.connections.list(klass.id),
    store.convocations.notice(klass.id),
    live.courseOf(klass.id),
    live.state(klass.id),
  ])
  const course = source?.course
  const trainer = seats.find(({ role }) => role === 'trainer')
  const startedAt = state?.startedAt
  const at = now()
  const from = Math.min(klass.startsAt - EARLY_MS, startedAt ?? Number.POSITIVE_INFINITY)
  return {
    id: klass.id,
    title: klass.title,
    courseId: klass.courseId,
    code: klass.code,
    startsAt: klass.startsAt,
    endsAt: klass.endsAt,
    timeZone: klass.timeZone,
    trainerName: trainerOf(seats),
    phase: klass.phase,
    language: course?.language ?? 'fr',
    now: at,
    sends: mailer.sends,
    ...troubleOf(context),
    organisation: await readOrganisation(context, course?.organisation),
    background: trainer ? await store.convocations.background(trainer.personId) : '',
    changed: notice !== undefined && notice.announced !== announcement(klass),
    ...(notice?.cancelledAt === undefined ? {} : { cancelledAt: notice.cancelledAt }),
    people: seats
      .filter(({ role }) => role === 'participant')
      .map((seat) =>
        personOf(
          seat,
          rows.find(({ personId }) => personId === seat.personId),
          mails.filter(({ personId }) => personId === seat.personId).map(mailRef),
          at < from ? [] : connections.filter(({ personId }) => personId === seat.personId),
          from,
        ),
      ),
  }
}

export function troubleOf({ mailer }: Pick<Context, 'mailer'>): Pick<BoardAnswer, 'trouble'> {
  const trouble = mailer.trouble()
  if (!trouble) return {}
  const { reason, said, at } = trouble
  return { trouble: { reason, said, at } }
}

/** `mails` the latest first; `connections` in order; `from`: when taking one's seat begins to count. */
function personOf(
  { personId, name, email }: Seat,
  row: Convocation | undefined,
  mails: MailRef[],
  connections: Connection[],
  from: number,
): BoardPerson {
  const carriers = mails.filter(({ kind, state }) => CARRIERS.has(kind) && state !== 'withdrawn')
  const sent = carriers.flatMap(({ sentAt }) => sentAt ?? []).toSorted((a, b) => a - b)
  const onTheDay = connections.filter(({ closedAt }) => closedAt === undefined || closedAt > from)
  const first = onTheDay[0]
  const last = onTheDay.at(-1)
  const here = onTheDay.some(({ closedAt }) => closedAt === undefined)
  const test = row?.test ? (JSON.parse(row.test) as EquipmentTest) : undefined
  const presentAt = first && Math.max(first.openedAt, from)
  const steps: (BoardStep | undefined)[] = [
    ...mails
      .filter(({ state }) => state !== 'withdrawn')
      .map((mail): BoardStep => ({ at: mail.sentAt ?? mail.createdAt, what: 'mail', mail })),
    step(row?.reissuedAt, 'reissued'),
    step(row?.openedAt, 'opened'),
    step(row?.testedAt, 'tested'),
    step(presentAt, 'entered'),
    here ? undefined : step(last?.closedAt, 'left'),
  ]
  return {
    personId,
    name,
    login: email,
    ...(carriers[0] ? { mail: carriers[0] } : {}),
    ...(sent[0] === undefined ? {} : { sentAt: sent[0] }),
    ...(row?.openedAt === undefined ? {} : { openedAt: row.openedAt }),
    ...(test && row?.testedAt !== undefined ? { test: { ...test, at: row.testedAt } } : {}),
    ...(presentAt === undefined ? {} : { presentAt }),
    here,
    story: steps.filter((one) => one !== undefined).toSorted((a, b) => b.at - a.at),
  }
}

type Simple = Exclude<BoardStep, { what: 'mail' }>['what']
const step = (at: number | undefined, what: Simple): BoardStep | undefined =>
  at === undefined ? undefined : { at, what }

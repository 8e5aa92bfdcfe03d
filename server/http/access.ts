/** Who may do what: everything is refused unless a route names the seats it is for. */
import type { Request } from 'express'
import type { ClassRow } from '#server/store/index.ts'
import type { Role } from '#shared/types.ts'
import type { Person } from './auth.ts'
import type { Context } from './context.ts'
import { forbidden, HttpError, notFound } from './errors.ts'

/** An organiser may look at every class without having a seat in it. */
export type SeatRole = Role | 'organiser'
export type Asker = { person: Person; seat: SeatRole; klass: ClassRow }

export const RUN_CLASS: readonly SeatRole[] = ['trainer', 'organiser']
export const TRAINERS: readonly SeatRole[] = ['trainer', 'cotrainer', 'organiser']
export const EVERY_SEAT: readonly SeatRole[] = ['trainer', 'cotrainer', 'organiser', 'participant', 'stage']

/** Nothing else is looked up. */
const ID = /^[\w-]{1,64}$/

/** The person a tab says it is: header `X-Estrade-As`, or `?as=`. */
export function namedPerson(req: Request): string | undefined {
  const named = req.get('X-Estrade-As') ?? req.query.as
  return typeof named === 'string' && named !== '' ? named : undefined
}

/** Every login this request may speak for: the one it names, or all of the browser. Throws 401 when none. */
export async function requireLogin(context: Context, req: Request): Promise<Person[]> {
  const as = namedPerson(req)
  const all = await context.auth.all(req.headers.cookie)
  const people = as ? all.filter(({ personId }) => personId === as) : all
  if (people.length === 0) throw new HttpError(401, 'login')
  return people
}

/** The one login asking. Throws 401 without one, or when several ask without saying which. */
export async function requireOne(context: Context, req: Request): Promise<Person> {
  const people = await requireLogin(context, req)
  if (people.length > 1) throw new HttpError(401, 'which-login')
  return people[0]!
}

/** The organiser asking. Throws 401 without a login, 403 for anybody else. */
export async function requireOrganiser(context: Context, req: Request): Promise<Person> {
  const person = await requireAccount(context, req)
  if (person.role !== 'organiser') throw forbidden()
  return person
}

/** The trainer or organiser account asking. Throws 401 without a login, 403 for anybody else. */
export async function requireAccount(context: Context, req: Request): Promise<Person> {
  const people = await requireLogin(context, req)
  const accounts = people.filter(({ role }) => role === 'trainer' || role === 'organiser')
  if (accounts.length === 0) throw forbidden()
  if (accounts.length > 1) throw new HttpError(401, 'which-login')
  return accounts[0]!
}

/**
 * The person asking about a class. Throws 401 without a login; 404 alike when there is no such class and when
 * the person has no seat in it; 403 when the seat is not one of `seats`.
 */
export async function requireSeat(
  context: Context,
  req: Request,
  classId: string,
  seats: readonly SeatRole[],
): Promise<Asker> {
  const people = await requireLogin(context, req)
  if (!ID.test(classId)) throw notFound()
  const [klass, enrolled] = await Promise.all([
    context.store.classes.get(classId),
    context.store.people.seats(classId),
  ])
  if (!klass) throw notFound()
  const off = klass.cancelledAt !== undefined
  const roles = new Map(enrolled.map((seat) => [seat.personId, seat.role]))
  const here = people.flatMap((person) => {
    const seat = seatOf(person, klass, roles)
    // What was called off is the office's business alone.
    return seat && !(off && !RUN_CLASS.includes(seat)) ? [{ person, seat, klass }] : []
  })
  if (here.length === 0) throw notFound()
  if (here.length > 1) throw new HttpError(401, 'which-login')
  const asker = here[0]!
  if (!seats.includes(asker.seat)) throw forbidden()
  return asker
}

function seatOf(person: Person, klass: ClassRow, roles: Map<string, Role>): SeatRole | undefined {
  if (person.role === 'stage') return person.classId === klass.id ? 'stage' : undefined
  return roles.get(person.personId) ?? (person.role === 'organiser' ? 'organiser' : undefined)
}

/** An account stays signed in through the preparation of a class and the class itself. */
export const ACCOUNT_LOGIN_MS = 14 * 24 * 3_600_000

/** A participant's password, and a screen's link, live until a day after the end of the class. */
export const validUntil = (klass: { endsAt: number }) => klass.endsAt + 24 * 60 * 60 * 1000

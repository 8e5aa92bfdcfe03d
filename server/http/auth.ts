/** Who is asking: one cookie per login, so that several people can be signed in on one browser. */
import { createHash, randomBytes } from 'node:crypto'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { Response } from 'express'
import type { Store } from '#server/store/index.ts'

/** A signed-in person. A stage (nobody's name) is bound to one class; seats of the others are looked up per class. */
export type Person = {
  personId: string
  name: string
  role: 'trainer' | 'organiser' | 'participant' | 'stage'
  classId?: string
  tokenHash: string
}

export type Auth = {
  /** Every living login of a Cookie header. */
  all(cookieHeader: string | undefined): Promise<Person[]>
  /**
   * The person a request speaks for: the one named by `as`, or else the only login of the browser, or else
   * the only one with a seat in `classId`. Undefined when there is none or it cannot be told.
   */
  fromCookies(cookieHeader: string | undefined, as?: string, classId?: string): Promise<Person | undefined>
  /** Those of `people` who have a seat in the class. */
  seated(people: readonly Person[], classId: string): Promise<Person[]>
  /**
   * Makes a login valid until `expiresAt` (ms) and gives its cookie; an older one of this browser dies.
   * `classId` makes it a projection screen of that class.
   */
  signIn(res: Response, login: { personId: string; classId?: string; expiresAt: number }): Promise<void>
  /** Ends these logins and takes their cookies back. */
  signOut(res: Response, people: readonly Person[]): Promise<void>
}

/** Logins of one browser: more are not looked at, so that one request asks little of the database. */
const MAX_LOGINS = 32
const TOKEN = /^[\w-]{43}$/

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** `secure`: the public address is https, so cookies are `__Host-` and Secure. */
export function createAuth({
  store,
  secure,
  now,
}: {
  store: Store
  secure: boolean
  now: () => number
}): Auth {
  const prefix = secure ? '__Host-estrade-' : 'estrade-'
  const attributes = { httpOnly: true, secure, sameSite: 'strict', path: '/' } as const

  function tokens(cookieHeader: string | undefined): { personId: string; token: string }[] {
    if (!cookieHeader) return []
    return Object.entries(parseCookie(cookieHeader))
      .flatMap(([name, token]) =>
        name.startsWith(prefix) && token && TOKEN.test(token)
          ? [{ personId: name.slice(prefix.length), token }]
          : [],
      )
      .slice(0, MAX_LOGINS)
  }

  async function personOf({
    personId,
    token,
  }: {
    personId: string
    token: string
  }): Promise<Person | undefined> {
    const tokenHash = hashToken(token)
    const login = await store.logins.byTokenHash(tokenHash)
    if (!login || login.personId !== personId || login.expiresAt <= now()) return undefined
    if (login.classId) return { personId, name: '', role: 'stage', classId: login.classId, tokenHash }
    const [person, account] = await Promise.all([
      store.people.get(personId),
      store.people.accountRole(personId),
    ])
    return person && { personId, name: person.name, role: account ?? 'participant', tokenHash }
  }

  async function all(cookieHeader: string | undefined): Promise<Person[]> {
    const people = await Promise.all(tokens(cookieHeader).map(personOf))
    return people.filter((person) => person !== undefined)
  }

  async function seated(people: readonly Person[], classId: string): Promise<Person[]> {
    const seats = await store.people.seats(classId)
    const ids = new Set(seats.map((seat) => seat.personId))
    return people.filter((person) => person.classId === classId || ids.has(person.personId))
  }

  return {
    all,
    seated,
    async fromCookies(cookieHeader, as, classId) {
      if (as) {
        const named = tokens(cookieHeader).find(({ personId }) => personId === as)
        return named && personOf(named)
      }
      const people = await all(cookieHeader)
      if (people.length <= 1 || !classId) return people.length === 1 ? people[0] : undefined
      const here = await seated(people, classId)
      return here.length === 1 ? here[0] : undefined
    },
    async signIn(res, { personId, classId, expiresAt }) {
      const before = tokens(res.req.headers.cookie).find((cookie) => cookie.personId === personId)
      if (before) await store.logins.revoke(hashToken(before.token))
      const token = randomBytes(32).toString('base64url')
      const userAgent = (res.req.headers['user-agent'] ?? '').slice(0, 300)
      await store.logins.create({ tokenHash: hashToken(token), personId, classId, userAgent, expiresAt })
      const maxAge = Math.max(0, Math.floor((expiresAt - now()) / 1000))
      res.append(
        'Set-Cookie',
        stringifySetCookie({ name: prefix + personId, value: token, ...attributes, maxAge }),
      )
    },
    async signOut(res, people) {
      for (const { personId, tokenHash } of people) {
        await store.logins.revoke(tokenHash)
        res.append(
          'Set-Cookie',
          stringifySetCookie({ name: prefix + personId, value: '', ...attributes, maxAge: 0 }),
        )
      }
    },
  }
}

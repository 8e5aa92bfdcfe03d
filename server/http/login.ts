/** Signing in and out, and who is signed in on this browser. */
import { Router } from 'express'
import { z } from 'zod'
import { loginKey } from '#server/store/index.ts'
import type { LoginAnswer, MeAnswer } from '#shared/api.ts'
import { ACCOUNT_LOGIN_MS, namedPerson, requireLogin, validUntil } from './access.ts'
import type { Person } from './auth.ts'
import { plainText, readBody } from './body.ts'
import type { Context } from './context.ts'
import { HttpError } from './errors.ts'
import { createLoginLimits } from './limits.ts'

const credentials = z.object({
  login: plainText(254).min(1),
  password: z.string().min(1).max(256),
})

export function loginRoutes(context: Context): Router {
  const { store, auth, passwords, now } = context
  const limits = createLoginLimits()
  const router = Router()

  router.post('/login', async (req, res) => {
    const body = readBody(req, credentials)
    const login = loginKey(body.login)
    const attempt = await limits.attempt(req.ip ?? '', login)
    const candidates = await store.people.byLogin(login)
    const [match] = await passwords.matching(login, body.password, candidates)
    if (!match) throw new HttpError(401, 'login-failed')
    await attempt.succeeded()
    const { personId, name } = match
    const role = (await store.people.accountRole(personId)) ?? 'participant'
    const answer = await describe({ personId, name, role })
    await auth.signIn(res, { personId, expiresAt: await expiry(match) })
    if (!match.account) await opened(personId)
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/logout', async (req, res) => {
    const people = await requireLogin(context, req)
    await auth.signOut(res, people)
    for (const { tokenHash } of people) context.live.disconnect(tokenHash)
    res.status(204).end()
  })

  router.get('/me', async (req, res) => {
    const people = await auth.all(req.headers.cookie)
    const as = namedPerson(req)
    const named = as ? people.filter(({ personId }) => personId === as) : people
    const answer: MeAnswer = { logins: await Promise.all(named.map(describe)) }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  /** `role` is the account's, or else that of the seat. */
  async function describe(
    person: Pick<Person, 'personId' | 'name' | 'role' | 'classId'>,
  ): Promise<LoginAnswer> {
    const { personId, name } = person
    if (person.classId) return describeStage(personId, person.classId)
    const rows = await store.classes.forPerson(personId)
    const classes = rows.map(({ id, title, role, startsAt, timeZone }) => ({
      id,
      title,
      role,
      startsAt,
      timeZone,
    }))
    const role = person.role === 'participant' ? (classes[0]?.role ?? 'participant') : person.role
    return { personId, name, role, classes }
  }

  async function describeStage(personId: string, classId: string): Promise<LoginAnswer> {
    const klass = await store.classes.get(classId)
    const classes = klass
      ? [
          {
            id: klass.id,
            title: klass.title,
            role: 'stage' as const,
            startsAt: klass.startsAt,
            timeZone: klass.timeZone,
          },
        ]
      : []
    return { personId, name: '', role: 'stage', classes }
  }

  /** The convocation arrived: its link was followed, or its codes typed. */
  async function opened(personId: string): Promise<void> {
    const classes = await store.classes.forPerson(personId)
    const joined = classes.filter(({ role, phase }) => role === 'participant' && phase !== 'ended')
    await Promise.all(joined.map(({ id }) => store.convocations.opened(id, personId, now())))
  }

  async function expiry({ personId, account }: { personId: string; account: boolean }): Promise<number> {
    if (account) return now() + ACCOUNT_LOGIN_MS
    const classes = await store.classes.forPerson(personId)
    return Math.max(now(), ...classes.map(validUntil))
  }

  return router
}

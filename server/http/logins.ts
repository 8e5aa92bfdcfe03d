/** The sign-ins of a person, to see and to end: by themselves, and by the organiser. */
import { Router } from 'express'
import { z } from 'zod'
import type { Login } from '#server/store/index.ts'
import type { DeviceLogin, LoginsAnswer } from '#shared/office.ts'
import { requireOne, requireOrganiser } from './access.ts'
import { readBody } from './body.ts'
import type { Context } from './context.ts'
import { HttpError, notFound } from './errors.ts'
import { createLoginLimits } from './limits.ts'
import { checkPassword } from './passwords.ts'

/** Enough of the hash to tell a person's logins apart; the hash itself stays here. */
const idOf = ({ tokenHash }: { tokenHash: string }) => tokenHash.slice(0, 16)

export function loginsRoutes(context: Context): Router {
  const { store, live, passwords } = context
  const limits = createLoginLimits()
  const router = Router()

  router.get('/logins', async (req, res) => {
    const { personId, tokenHash } = await requireOne(context, req)
    const answer: LoginsAnswer = { logins: await list(personId, tokenHash) }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/logins/:id/revoke', async (req, res) => {
    const { personId } = await requireOne(context, req)
    const chosen = (await store.logins.ofPerson(personId)).filter((login) => idOf(login) === req.params.id)
    if (chosen.length === 0) throw notFound()
    await revoke(chosen)
    res.status(204).end()
  })

  router.get('/office/people/:personId/logins', async (req, res) => {
    await requireOrganiser(context, req)
    const { personId } = await personOf(req.params.personId)
    const answer: LoginsAnswer = { logins: await list(personId) }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  // Without an id: every sign-in of the person.
  router.post('/office/people/:personId/logins/revoke', async (req, res) => {
    await requireOrganiser(context, req)
    const { personId } = await personOf(req.params.personId)
    const { id } = readBody(req, z.strictObject({ id: z.string().max(64).optional() }))
    const logins = await store.logins.ofPerson(personId)
    const chosen = id === undefined ? logins : logins.filter((login) => idOf(login) === id)
    if (id !== undefined && chosen.length === 0) throw notFound()
    await revoke(chosen)
    res.status(204).end()
  })

  router.post('/account/password', async (req, res) => {
    const person = await requireOne(context, req)
    const account = await store.people.get(person.personId)
    if (!account?.role) throw new HttpError(403, 'forbidden')
    const body = readBody(
      req,
      z.strictObject({ current: z.string().min(1).max(256), password: z.string().max(1000) }),
    )
    const attempt = await limits.attempt(req.ip ?? '', person.personId)
    const candidates = (await store.people.byLogin(account.email)).filter(
      ({ personId }) => personId === person.personId,
    )
    const [match] = await passwords.matching(account.email, body.current, candidates)
    if (!match) throw new HttpError(400, 'wrong-password')
    await attempt.succeeded()
    checkPassword(body.password, [account.name, account.email])
    const passwordHash = await passwords.hash(account.email, body.password, 'chosen')
    await store.people.setPassword({ personId: person.personId, passwordHash })
    const others = await store.logins.ofPerson(person.personId)
    await revoke(others.filter(({ tokenHash }) => tokenHash !== person.tokenHash))
    res.status(204).end()
  })

  async function personOf(personId: string) {
    const person = await store.people.get(personId)
    if (!person) throw notFound()
    return { personId: person.id }
  }

  async function list(personId: string, current?: string): Promise<DeviceLogin[]> {
    const logins = await store.logins.ofPerson(personId)
    return logins.map((login) => ({
      id: idOf(login),
      userAgent: login.userAgent,
      createdAt: login.createdAt,
      expiresAt: login.expiresAt,
      current: login.tokenHash === current,
    }))
  }

  /** Their sockets are cut at once. */
  async function revoke(logins: Login[]): Promise<void> {
    for (const { tokenHash } of logins) {
      await store.logins.revoke(tokenHash)
      live.disconnect(tokenHash)
    }
  }

  return router
}

/** Links that open an office account: whoever holds one chooses the password, once. */
import { createHash, randomBytes } from 'node:crypto'
import { Router } from 'express'
import { z } from 'zod'
import type { AccountRole, LoginAnswer } from '#shared/api.ts'
import type { AccountLinkAnswer, OpenAccount } from '#shared/office.ts'
import { isMail } from '#shared/people.ts'
import { ACCOUNT_LOGIN_MS } from './access.ts'
import { plainText, readBody } from './body.ts'
import type { Context } from './context.ts'
import { makeId } from './credentials.ts'
import { HttpError } from './errors.ts'
import { checkPassword } from './passwords.ts'
import { accountLink } from './urls.ts'

const WEEK_MS = 7 * 24 * 3_600_000
/** Printed where others may read it: it lives for a day. */
const FIRST_MS = 24 * 3_600_000

const token = z.string().min(1).max(100)
const accept: z.ZodType<OpenAccount> = z.strictObject({
  token,
  password: z.string().max(1000),
  name: plainText(100).trim().min(1).optional(),
  email: plainText(254).trim().optional(),
})

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** A fresh link for this person; an earlier one dies. */
export async function invite(
  { store, now }: Pick<Context, 'store' | 'now'>,
  { personId, role }: { personId: string; role: AccountRole },
  base: string,
  lasts = WEEK_MS,
): Promise<{ personId: string; link: string; expiresAt: number }> {
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = now() + lasts
  await store.accountLinks.create({ tokenHash: hashOf(secret), personId, role, expiresAt })
  return { personId, link: accountLink(base, secret), expiresAt }
}

/** The link of the first organiser; undefined once there is one. */
export async function inviteFirst(context: Pick<Context, 'store' | 'now'>, base: string) {
  if (await hasOrganiser(context)) return undefined
  return invite(context, { personId: makeId(), role: 'organiser' }, base, FIRST_MS)
}

async function hasOrganiser({ store }: Pick<Context, 'store'>): Promise<boolean> {
  return (await store.people.accounts()).some(({ role, password }) => role === 'organiser' && password)
}

export function accountLinkRoutes(context: Context): Router {
  const { store, auth, passwords, now } = context
  const router = Router()

  /** What the link of this hash opens. Throws 401 when it opens nothing any more. */
  async function read(tokenHash: string) {
    const link = await store.accountLinks.get(tokenHash)
    if (!link || link.expiresAt <= now()) throw new HttpError(401, 'account-link')
    const person = await store.people.get(link.personId)
    const stale = person ? person.role === null : await hasOrganiser(context)
    if (stale) throw new HttpError(401, 'account-link')
    return { link, person }
  }

  router.post('/account-links/look', async (req, res) => {
    const { token: secret } = readBody(req, z.strictObject({ token }))
    const { person } = await read(hashOf(secret))
    const answer: AccountLinkAnswer = person
      ? { first: false, role: person.role!, name: person.name, email: person.email }
      : { first: true, role: 'organiser' }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/account-links/open', async (req, res) => {
    const body = readBody(req, accept)
    const tokenHash = hashOf(body.token)
    const { link, person: known } = await read(tokenHash)
    const person = known ?? newcomer(link.personId, body)
    checkPassword(body.password, [person.name, person.email])
    if (!known && (await store.people.accountOf(person.email))) throw new HttpError(409, 'email-taken')
    const { id: personId, name, email } = person
    const passwordHash = await passwords.hash(email, body.password, 'chosen')
    // Of two who hold the link, one gets it.
    if (!(await store.accountLinks.take(tokenHash))) throw new HttpError(401, 'account-link')
    await store.mails.withdraw(null, [personId])
    if (!known) await store.people.createAccount({ id: personId, name, email }, link.role)
    await store.people.setPassword({ personId, passwordHash })
    await store.logins.revokePerson(personId)
    context.live.disconnect(personId)
    await auth.signIn(res, { personId, expiresAt: now() + ACCOUNT_LOGIN_MS })
    const rows = await store.classes.forPerson(personId)
    const classes = rows.map(({ id, title, role, startsAt, timeZone }) => ({
      id,
      title,
      role,
      startsAt,
      timeZone,
    }))
    const answer: LoginAnswer = { personId, name, role: known?.role ?? link.role, classes }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  return router
}

function newcomer(id: string, { name, email }: OpenAccount) {
  const problems = [
    ...(name ? [] : [{ path: 'name', problem: 'must be given' }]),
    ...(email && isMail(email) ? [] : [{ path: 'email', problem: 'must be an e-mail address' }]),
  ]
  if (problems.length > 0) throw new HttpError(400, 'invalid', { problems })
  return { id, name: name!, email: email! }
}

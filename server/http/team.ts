/** The accounts of the office: who teaches, who organises; invited, changed and closed by the organiser. */
import { type Request, Router } from 'express'
import { z } from 'zod'
import { writeAccountInvitation } from '#server/mail/account-invitation.ts'
import type { InvitedAnswer, NewMember, TeamAnswer } from '#shared/office.ts'
import { isMail } from '#shared/people.ts'
import { requireAccount, requireOrganiser } from './access.ts'
import { invite } from './account-links.ts'
import { plainText, readBody } from './body.ts'
import type { Context } from './context.ts'
import { makeId } from './credentials.ts'
import { HttpError, languageOf, notFound } from './errors.ts'
import { baseUrl } from './urls.ts'

const role = z.enum(['trainer', 'organiser'])
const newMember: z.ZodType<NewMember> = z.strictObject({
  name: plainText(100).trim().min(1),
  email: plainText(254).trim().refine(isMail, 'must be an e-mail address'),
  role,
})

export function teamRoutes(context: Context): Router {
  const { store, live, config, now } = context
  const router = Router()

  router.get('/office/team', async (req, res) => {
    await requireAccount(context, req)
    const [accounts, pending] = await Promise.all([
      store.people.accounts(),
      store.accountLinks.pending(now()),
    ])
    const answer: TeamAnswer = {
      members: accounts.map(({ password, ...account }) => ({
        ...account,
        state: password ? 'active' : pending.has(account.personId) ? 'invited' : 'expired',
      })),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/office/team', async (req, res) => {
    await requireOrganiser(context, req)
    const { name, email, role } = readBody(req, newMember)
    if (await store.people.accountOf(email)) throw new HttpError(409, 'email-taken')
    const personId = makeId()
    await store.people.createAccount({ id: personId, name, email }, role)
    const answer = await inviteByMail(req, { personId, name, email, role })
    res.status(201).set('Cache-Control', 'no-store').json(answer)
  })

  // For who never answered, and for who has lost the password: theirs works until another is chosen.
  router.post('/office/team/:personId/invite', async (req, res) => {
    await requireOrganiser(context, req)
    const answer = await inviteByMail(req, await memberOf(req.params.personId))
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/office/team/:personId', async (req, res) => {
    await requireOrganiser(context, req)
    const member = await memberOf(req.params.personId)
    const { role: wanted } = readBody(req, z.strictObject({ role: role.nullable() }))
    const others = (await store.people.accounts()).filter(
      ({ personId, role, password }) => role === 'organiser' && password && personId !== member.personId,
    )
    if (member.role === 'organiser' && wanted !== 'organiser' && others.length === 0) {
      throw new HttpError(409, 'last-organiser')
    }
    await store.people.setAccountRole(member.personId, wanted)
    if (wanted === null) {
      await store.accountLinks.revokePerson(member.personId)
      await store.mails.withdraw(null, [member.personId])
      await store.people.removePassword(member.personId)
      await store.logins.revokePerson(member.personId)
      live.disconnect(member.personId)
    }
    res.status(204).end()
  })

  /** A fresh link by mail, kept in the outbox without a mail server; the office shows it in any case. */
  async function inviteByMail(
    req: Request,
    member: NewMember & { personId: string },
  ): Promise<InvitedAnswer> {
    const { personId, name, email, role } = member
    const invited = await invite(context, { personId, role }, baseUrl(config, req))
    const { link, expiresAt } = invited
    const { subject, ...content } = writeAccountInvitation(languageOf(req), { name, email, link })
    const to = { name, address: email }
    // An earlier one that has not left holds a dead link.
    await store.mails.withdraw(null, [personId])
    await context.mailer.queue([{ kind: 'account', to, subject, content, personId, expiresAt }])
    return { ...invited, sent: context.mailer.sends }
  }

  async function memberOf(personId: string) {
    const member = (await store.people.accounts()).find((account) => account.personId === personId)
    if (!member) throw notFound()
    return member
  }

  return router
}

/** The outbox: what was sent, what waits and why, and messages to read, download and send again. */
import { type Request, Router } from 'express'
import type { Mail } from '#server/store/index.ts'
import type { MailAnswer, MailsAnswer } from '#shared/convocation.ts'
import { requireAccount } from './access.ts'
import type { Person } from './auth.ts'
import { troubleOf } from './board.ts'
import type { Context } from './context.ts'
import { HttpError, notFound } from './errors.ts'
import { mailRef } from './mail-ref.ts'
import { mailHeaders } from './security.ts'

const ID = /^[\w-]{1,64}$/

export function mailRoutes(context: Context): Router {
  const { store, mailer } = context
  const router = Router()

  router.get('/mails', async (req, res) => {
    const person = await requireAccount(context, req)
    const classIds = await classesOf(person)
    const mails = await store.mails.list(classIds ? { classIds } : {})
    const answer: MailsAnswer = {
      sends: mailer.sends,
      from: mailer.from,
      ...troubleOf(context),
      mails: mails.filter(({ state }) => state !== 'withdrawn').map(mailRef),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.get('/mails/:id', async (req, res) => {
    const mail = await requireMail(req)
    const found = await mailer.read(mail.id)
    const answer: MailAnswer = { mail: mailRef(mail), ...(found ? { text: found.content.text } : {}) }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.get('/mails/:id/html', async (req, res) => {
    const mail = await requireMail(req)
    const found = await mailer.read(mail.id)
    if (!found) throw notFound()
    res.set(mailHeaders).type('html').send(found.content.html)
  })

  router.get('/mails/:id/eml', async (req, res) => {
    const mail = await requireMail(req)
    const file = await mailer.file(mail.id)
    if (!file) throw notFound()
    res
      .set('Cache-Control', 'no-store')
      .attachment(`${fileName(mail)}.eml`)
      .type('message/rfc822')
      .send(file)
  })

  router.post('/mails/:id/send', async (req, res) => {
    const mail = await requireMail(req)
    if (!mailer.sends) throw new HttpError(409, 'no-mail-server')
    if (!(await mailer.again(mail.id))) throw new HttpError(409, 'mail-gone')
    res.status(202).end()
  })

  /** A trainer sees the mails of the classes they give; the organiser all. */
  async function classesOf({ personId, role }: Person): Promise<string[] | undefined> {
    if (role === 'organiser') return undefined
    const classes = await store.classes.forPerson(personId)
    return classes.filter((one) => one.role === 'trainer').map(({ id }) => id)
  }

  async function requireMail(req: Request<{ id: string }>): Promise<Mail> {
    const person = await requireAccount(context, req)
    const mail = ID.test(req.params.id) ? await store.mails.get(req.params.id) : undefined
    const classIds = await classesOf(person)
    if (!mail || (classIds && !classIds.includes(mail.classId ?? ''))) throw notFound()
    return mail
  }

  return router
}

const fileName = ({ kind, name }: Mail) =>
  `${kind}-${name}`
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80)

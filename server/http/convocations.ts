/** The convocations of a class: who got theirs and what they did with it, sending, reading before sending. */
import { type Request, Router } from 'express'
import { z } from 'zod'
import { isAddress } from '#server/mail/message.ts'
import { CONVOCATION_KINDS, type ConvocationsAnswer, type ConvocationsToSend } from '#shared/convocation.ts'
import { RUN_CLASS, requireAccount, requireSeat, validUntil } from './access.ts'
import { boardOf } from './board.ts'
import { readBody } from './body.ts'
import type { Context } from './context.ts'
import { HttpError } from './errors.ts'
import { organisation, readOrganisation, severalLines } from './organisation.ts'
import { mailHeaders } from './security.ts'
import { nextNotice, sendConvocations, writer } from './send-convocations.ts'
import { baseUrl, personalLink } from './urls.ts'

const language = z.enum(['fr', 'en'])
const toSend: z.ZodType<ConvocationsToSend> = z.strictObject({
  kind: z.enum(CONVOCATION_KINDS),
  personIds: z.array(z.string().min(1).max(64)).min(1).max(100).optional(),
  language: language.optional(),
})
const asked = z.object({
  kind: z.enum(CONVOCATION_KINDS).default('invitation'),
  language: language.optional(),
})

/** Shown in a preview: passwords are only in what is sent. */
const SAMPLE_PASSWORD = '••••-••••-••••'

export function convocationRoutes(context: Context): Router {
  const { store, now } = context
  const router = Router()

  router.get('/classes/:id/convocations', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    res.set('Cache-Control', 'no-store').json(await boardOf(context, klass))
  })

  router.post('/classes/:id/convocations', async (req, res) => {
    const { klass, person } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    const wanted = readBody(req, toSend)
    if (validUntil(klass) <= now()) throw new HttpError(409, 'ended')
    const seats = (await store.people.seats(klass.id)).filter(
      ({ role, email }) => role === 'participant' && isAddress(email),
    )
    const { personIds } = wanted
    const chosen = personIds ? seats.filter(({ personId }) => personIds.includes(personId)) : seats
    if (personIds && chosen.length !== new Set(personIds).size) {
      throw new HttpError(400, 'invalid', {
        problems: [{ path: 'personIds', problem: 'must be participants of this class' }],
      })
    }
    const queued = await sendConvocations(context, klass, chosen, wanted, {
      base: baseUrl(context.config, req),
      by: person.personId,
      everybody: chosen.length === seats.length,
    })
    const answer: ConvocationsAnswer = { queued }
    res.status(202).set('Cache-Control', 'no-store').json(answer)
  })

  router.get('/classes/:id/convocations/preview', async (req: Request<{ id: string }>, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    const wanted = asked.safeParse(req.query)
    if (!wanted.success) throw new HttpError(400, 'bad-request')
    const base = baseUrl(context.config, req)
    const { sequence, before } = await nextNotice(context, klass, wanted.data.kind)
    const write = await writer(context, klass, { ...wanted.data, base, sequence, before })
    const seats = await store.people.seats(klass.id)
    const { name, email } = seats.find(({ role }) => role === 'participant') ?? {
      name: 'Prénom Nom',
      email: 'prenom.nom@exemple.fr',
    }
    const message = await write({
      name,
      login: email,
      password: SAMPLE_PASSWORD,
      link: personalLink(base, email, SAMPLE_PASSWORD),
    })
    res.set(mailHeaders).type('html').send(message.html)
  })

  // What the class's trainer says of themselves, in this class's convocations and the next ones.
  router.post('/classes/:id/background', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    const { text } = readBody(req, z.strictObject({ text: severalLines(1000) }))
    const trainer = (await store.people.seats(klass.id)).find(({ role }) => role === 'trainer')
    if (trainer) await store.convocations.setBackground(trainer.personId, text)
    res.status(204).end()
  })

  router.get('/organisation', async (req, res) => {
    await requireAccount(context, req)
    res.set('Cache-Control', 'no-store').json(await readOrganisation(context))
  })

  router.post('/organisation', async (req, res) => {
    await requireAccount(context, req)
    await store.settings.write('organisation', JSON.stringify(readBody(req, organisation)))
    res.status(204).end()
  })

  return router
}

/** What the office changes in a class: its programme until it starts, its trainers, its end before time. */
import { Router } from 'express'
import { z } from 'zod'
import { isAddress } from '#server/mail/message.ts'
import type { ClassEdit } from '#shared/office.ts'
import { RUN_CLASS, requireSeat, validUntil } from './access.ts'
import { readBody } from './body.ts'
import { classTitle, halfDays, meetingUrl, numbered, timesOf, timeZone } from './class-body.ts'
import type { Context } from './context.ts'
import { forbidden, HttpError } from './errors.ts'
import { sendConvocations } from './send-convocations.ts'
import { seatTrainers } from './trainers.ts'
import { baseUrl } from './urls.ts'

const id = z.string().min(1).max(64)
const edit: z.ZodType<ClassEdit> = z.strictObject({
  title: classTitle.optional(),
  halfDays: halfDays.optional(),
  timeZone: timeZone.optional(),
  meetingUrl: meetingUrl.nullable().optional(),
  trainerId: id.optional(),
  cotrainerIds: z.array(id).max(10).optional(),
})

export function classOfficeRoutes(context: Context): Router {
  const { store, live, now } = context
  const router = Router()

  router.post('/classes/:id/edit', async (req, res) => {
    const { klass, person } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    const { trainerId, cotrainerIds, meetingUrl, ...programme } = readBody(req, edit)
    if (klass.cancelledAt !== undefined) throw new HttpError(409, 'cancelled')
    const phase = (await live.phase(klass.id)) ?? klass.phase
    const fixed = Object.keys(programme).length > 0 || trainerId !== undefined
    if (phase === 'ended' || (phase === 'live' && fixed)) throw new HttpError(409, 'started')
    if (trainerId !== undefined && person.role !== 'organiser') {
      const seats = await store.people.seats(klass.id)
      if (!seats.some((seat) => seat.role === 'trainer' && seat.personId === trainerId)) throw forbidden()
    }
    await seatTrainers(context, klass.id, { trainerId, cotrainerIds })
    const { halfDays: days, ...rest } = programme
    const change = {
      ...rest,
      ...(meetingUrl !== undefined && { meetingUrl }),
      ...(days && { halfDays: numbered(days), ...timesOf(days) }),
    }
    if (Object.keys(change).length > 0) await store.classes.change(klass.id, change)
    if (days) await store.people.extendPasswords(klass.id, validUntil(timesOf(days)))
    res.status(204).end()
  })

  // Those who were convoked are told first: after it their passwords are gone.
  router.post('/classes/:id/cancel', async (req, res) => {
    const { klass, person } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    if (klass.cancelledAt !== undefined) throw new HttpError(409, 'cancelled')
    if (((await live.phase(klass.id)) ?? klass.phase) !== 'lobby') throw new HttpError(409, 'started')
    const seats = await store.people.seats(klass.id)
    const participants = seats.filter(({ role, email }) => role === 'participant' && isAddress(email))
    const convoked = (await store.convocations.notice(klass.id)) !== undefined && validUntil(klass) > now()
    const queued = convoked
      ? await sendConvocations(
          context,
          klass,
          participants,
          { kind: 'cancellation' },
          { base: baseUrl(context.config, req), by: person.personId, everybody: true },
        )
      : 0
    await store.classes.cancel(klass.id, now())
    for (const { personId } of seats) live.disconnect(personId)
    res.set('Cache-Control', 'no-store').json({ queued })
  })

  return router
}

/** The office: courses, classes, and the credentials of those enrolled. */
import { Router } from 'express'
import { z } from 'zod'
import type { CredentialsAnswer, NewClass, NewClassAnswer, OfficeClass } from '#shared/api.ts'
import { readPeople } from '#shared/people.ts'
import { RUN_CLASS, requireAccount, requireSeat, validUntil } from './access.ts'
import { readBody } from './body.ts'
import { classTitle, halfDays, meetingUrl, numbered, timeZone } from './class-body.ts'
import { advice } from './class-people.ts'
import type { Context } from './context.ts'
import { forbidden, HttpError, languageOf } from './errors.ts'
import { makeClass } from './make-class.ts'
import { reissue } from './sealed.ts'
import { checkAccounts } from './trainers.ts'
import { baseUrl } from './urls.ts'

const newClass: z.ZodType<NewClass> = z.strictObject({
  courseId: z.string().min(1).max(100),
  title: classTitle,
  halfDays,
  timeZone,
  people: z.string().max(20_000),
  trainerId: z.string().min(1).max(64).optional(),
  cotrainerIds: z.array(z.string().min(1).max(64)).max(10).optional(),
  meetingUrl: meetingUrl.optional(),
})

const chosenPeople = z.strictObject({
  personIds: z.array(z.string().min(1).max(64)).min(1).max(100).optional(),
})

export function officeRoutes(context: Context): Router {
  const { store, library, now } = context
  const router = Router()

  router.get('/courses', async (req, res) => {
    await requireAccount(context, req)
    res.set('Cache-Control', 'no-store').json(library.list())
  })

  router.get('/office/classes', async (req, res) => {
    const person = await requireAccount(context, req)
    const rows =
      person.role === 'organiser'
        ? await store.classes.list()
        : (await store.classes.forPerson(person.personId)).filter(({ role }) => role === 'trainer')
    const answer: OfficeClass[] = await Promise.all(
      rows.map(async (row) => {
        const { id, title, courseId, code, startsAt, endsAt, timeZone, halfDays, phase } = row
        const { meetingUrl, cancelledAt } = row
        const seats = await store.people.seats(id)
        const people = seats.map(({ personId, name, email, role }) => ({
          personId,
          name,
          login: email,
          role,
        }))
        return {
          id,
          title,
          courseId,
          code,
          startsAt,
          endsAt,
          timeZone,
          halfDays,
          phase,
          people,
          ...(meetingUrl !== undefined && { meetingUrl }),
          ...(cancelledAt !== undefined && { cancelledAt }),
        }
      }),
    )
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/classes', async (req, res) => {
    const person = await requireAccount(context, req)
    const body = readBody(req, newClass)
    if (!library.get(body.courseId)) throw new HttpError(400, 'course')
    const { people, problems } = readPeople(body.people, languageOf(req))
    if (problems.length > 0) throw new HttpError(400, 'people', { problems })
    const trainerId = body.trainerId ?? person.personId
    if (trainerId !== person.personId && person.role !== 'organiser') throw forbidden()
    await checkAccounts(context, [
      { path: 'trainerId', personId: trainerId },
      ...(body.cotrainerIds ?? []).map((personId) => ({ path: 'cotrainerIds', personId })),
    ])
    const made = await makeClass(context, {
      courseId: body.courseId,
      title: body.title,
      halfDays: numbered(body.halfDays),
      timeZone: body.timeZone,
      trainerId,
      cotrainerIds: body.cotrainerIds,
      meetingUrl: body.meetingUrl,
      createdBy: person.personId,
      people,
      base: baseUrl(context.config, req),
    })
    const answer: NewClassAnswer = { ...made, warnings: advice(people.length, languageOf(req)) }
    res.status(201).set('Cache-Control', 'no-store').json(answer)
  })

  // The old password and the logins made with it die at once, in mid-class too.
  router.post('/classes/:id/credentials', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id!, RUN_CLASS)
    const { personIds } = readBody(req, chosenPeople)
    if (validUntil(klass) <= now()) throw new HttpError(409, 'ended')
    const seats = (await store.people.seats(klass.id)).filter(({ role }) => role === 'participant')
    const chosen = personIds ? seats.filter(({ personId }) => personIds.includes(personId)) : seats
    if (personIds && chosen.length !== new Set(personIds).size) {
      throw new HttpError(400, 'invalid', {
        problems: [{ path: 'personIds', problem: 'must be participants of this class' }],
      })
    }
    const credentials = await reissue(context, klass, chosen, baseUrl(context.config, req))
    const answer: CredentialsAnswer = { credentials }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  return router
}

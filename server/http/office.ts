/** The office: courses, classes, and the credentials of those enrolled. */
import { Router } from 'express'
import { z } from 'zod'
import type { CredentialsAnswer, HalfDay, NewClass, NewClassAnswer, OfficeClass } from '#shared/api.ts'
import { readPeople } from '#shared/people.ts'
import { RUN_CLASS, requireAccount, requireSeat, validUntil } from './access.ts'
import { plainText, readBody } from './body.ts'
import type { Context } from './context.ts'
import { HttpError, languageOf } from './errors.ts'
import { makeClass } from './make-class.ts'
import { reissue } from './sealed.ts'
import { baseUrl } from './urls.ts'

/** Beyond these a class still works, but not as a trainer wishes. */
const FEWEST_ADVISED = 3
const MOST_ADVISED = 12

const instant = z.int().min(0).max(8_640_000_000_000_000)
const halfDay = z
  .strictObject({ startsAt: instant, endsAt: instant })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, 'startsAt must come before endsAt')
  .refine(({ startsAt, endsAt }) => endsAt - startsAt <= 12 * 3_600_000, 'a half-day lasts at most 12 hours')

const newClass: z.ZodType<NewClass> = z.strictObject({
  courseId: z.string().min(1).max(100),
  title: plainText(200).trim().min(1),
  halfDays: z
    .array(halfDay)
    .min(1)
    .max(20)
    .transform((days) => days.toSorted((a, b) => a.startsAt - b.startsAt))
    .refine(
      (days) => days.every((day, i) => i === 0 || days[i - 1]!.endsAt <= day.startsAt),
      'half-days must not overlap',
    ),
  timeZone: z.string().max(64).refine(isTimeZone, 'must be a time zone such as Europe/Paris'),
  people: z.string().max(20_000),
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
    const halfDays: HalfDay[] = body.halfDays.map((day, i) => ({ id: `h${i + 1}`, ...day }))
    const made = await makeClass(context, {
      courseId: body.courseId,
      title: body.title,
      halfDays,
      timeZone: body.timeZone,
      trainerId: person.personId,
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

function advice(people: number, language: 'fr' | 'en'): string[] {
  if (people >= FEWEST_ADVISED && people <= MOST_ADVISED) return []
  return language === 'fr'
    ? [
        `Une séance est prévue pour ${FEWEST_ADVISED} à ${MOST_ADVISED} personnes ; celle-ci en compte ${people}.`,
      ]
    : [`A class is meant for ${FEWEST_ADVISED} to ${MOST_ADVISED} people; this one has ${people}.`]
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

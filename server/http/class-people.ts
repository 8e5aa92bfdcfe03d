/** The people of a class, before and during it: added, corrected, withdrawn, given another role. */
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { CredentialsAnswer, NewClassAnswer, PeopleProblem } from '#shared/api.ts'
import type { ClassPeopleAnswer, PersonEdit } from '#shared/office.ts'
import { isMail, isPersonName, MOST_PEOPLE, readPeople } from '#shared/people.ts'
import { RUN_CLASS, requireSeat, validUntil } from './access.ts'
import { plainText, readBody } from './body.ts'
import type { Context } from './context.ts'
import { makeId } from './credentials.ts'
import { HttpError, type Language, languageOf, notFound } from './errors.ts'
import { issue } from './issue.ts'
import { keepSealed, reissue } from './sealed.ts'
import { baseUrl } from './urls.ts'

/** Beyond these a class still works, but not as a trainer wishes. */
const FEWEST_ADVISED = 3
const MOST_ADVISED = 12

const correction: z.ZodType<PersonEdit> = z.strictObject({
  name: plainText(100).trim().refine(isPersonName, 'must be a name').optional(),
  email: plainText(254).trim().refine(isMail, 'must be an e-mail address').optional(),
})

export function classPeopleRoutes(context: Context): Router {
  const { store, live, now } = context
  const router = Router()

  router.get('/classes/:id/people', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    const [seats, accounts] = await Promise.all([store.people.everySeat(klass.id), store.people.accounts()])
    const answer: ClassPeopleAnswer = {
      people: seats.map(({ email, ...seat }) => ({
        ...seat,
        login: email,
        account: accounts.some(({ personId }) => personId === seat.personId),
      })),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  // All of them or nobody, in mid-class too.
  router.post('/classes/:id/people', async (req, res) => {
    const { klass } = await openClass(req, req.params.id)
    const { people: text } = readBody(req, z.strictObject({ people: z.string().max(20_000) }))
    const language = languageOf(req)
    const { people, problems } = readPeople(text, language)
    const seated = (await store.people.seats(klass.id)).filter(({ role }) => role === 'participant')
    const all = [...problems, ...alreadyIn(people, seated, language)].sort((a, b) => a.line - b.line)
    if (seated.length + people.length > MOST_PEOPLE) all.push(tooMany(seated.length, language))
    if (all.length > 0) throw new HttpError(400, 'people', { problems: all })
    const fresh = people.map(({ name, email }) => ({ personId: makeId(), name, email }))
    const issued = await issue(context, fresh, baseUrl(context.config, req))
    await store.people.enrolNew(
      klass.id,
      issued.map(({ personId, name, login, passwordHash }) => ({
        id: personId,
        name,
        email: login,
        role: 'participant' as const,
        passwordHash,
        expiresAt: validUntil(klass),
      })),
    )
    await keepSealed(context, klass.id, issued)
    await live.enrolled(klass.id)
    const answer: Pick<NewClassAnswer, 'credentials' | 'warnings'> = {
      credentials: issued.map(({ passwordHash: _, ...credential }) => credential),
      warnings: advice(seated.length + people.length, language),
    }
    res.status(201).set('Cache-Control', 'no-store').json(answer)
  })

  // A password is bound to its address: another address comes with another password.
  router.post('/classes/:id/people/:personId', async (req, res) => {
    const { klass, seat } = await openSeat(req)
    const { name = seat.name, email = seat.email } = readBody(req, correction)
    await store.people.rename({ id: seat.personId, name, email })
    const answer: CredentialsAnswer = {
      credentials:
        email === seat.email
          ? []
          : await reissue(context, klass, [{ ...seat, name, email }], baseUrl(context.config, req)),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/classes/:id/people/:personId/withdraw', async (req, res) => {
    const { klass, seat } = await openSeat(req)
    await store.people.withdraw(klass.id, seat.personId, now())
    await store.logins.revokePerson(seat.personId)
    await store.mails.withdraw(klass.id, [seat.personId])
    await live.enrolled(klass.id)
    live.disconnect(seat.personId)
    res.status(204).end()
  })

  router.post('/classes/:id/people/:personId/restore', async (req, res) => {
    const { klass } = await openClass(req, req.params.id)
    const seats = await store.people.everySeat(klass.id)
    const seat = seats.find(({ personId }) => personId === req.params.personId)
    if (seat?.withdrawnAt === undefined || !(await isOurs(klass.id, seat.personId))) throw notFound()
    const { personId, role } = seat
    await store.people.enrol({ classId: klass.id, personId, role })
    await live.enrolled(klass.id)
    const answer: CredentialsAnswer = {
      credentials: await reissue(context, klass, [seat], baseUrl(context.config, req)),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/classes/:id/people/:personId/role', async (req, res) => {
    const { klass, seat } = await openSeat(req)
    const { role } = readBody(req, z.strictObject({ role: z.enum(['participant', 'cotrainer']) }))
    if (role !== seat.role) {
      await store.people.enrol({ classId: klass.id, personId: seat.personId, role })
      await live.enrolled(klass.id)
      // A socket keeps the role it came with: theirs come back with the new one.
      live.disconnect(seat.personId)
    }
    res.status(204).end()
  })

  /** A class whose people may change: neither over nor cancelled. */
  async function openClass(req: Request, classId: string) {
    const asker = await requireSeat(context, req, classId, RUN_CLASS)
    const { klass } = asker
    if (klass.cancelledAt !== undefined) throw new HttpError(409, 'cancelled')
    if (((await live.phase(klass.id)) ?? klass.phase) === 'ended' || validUntil(klass) <= now()) {
      throw new HttpError(409, 'class-over')
    }
    return asker
  }

  /** The seat of somebody who is in this class only: accounts are the team's business. */
  async function openSeat(req: Request<{ id: string; personId: string }>) {
    const { klass } = await openClass(req as unknown as Request, req.params.id)
    const seats = await store.people.seats(klass.id)
    const seat = seats.find(({ personId }) => personId === req.params.personId)
    if (!seat || !(await isOurs(klass.id, seat.personId))) throw notFound()
    return { klass, seat }
  }

  /** Whoever has, or had, an account sits in several classes: one of them must not give their sign-in away. */
  async function isOurs(classId: string, personId: string): Promise<boolean> {
    const [role, classes] = await Promise.all([
      store.people.accountRole(personId),
      store.classes.forPerson(personId),
    ])
    return role === null && classes.every(({ id }) => id === classId)
  }

  return router
}

type Read = { line: number; name: string; email: string }
const keyOf = ({ name, email }: { name: string; email: string }) =>
  `${email.toLowerCase()}\0${name.toLowerCase()}`

function alreadyIn(
  people: readonly Read[],
  seated: readonly { name: string; email: string }[],
  language: Language,
): PeopleProblem[] {
  const known = new Set(seated.map(keyOf))
  return people
    .filter((person) => known.has(keyOf(person)))
    .map(({ line, name, email }) => ({
      line,
      text: `${name} <${email}>`,
      problem: language === 'fr' ? 'cette personne est déjà inscrite' : 'this person is already enrolled',
      remedy: language === 'fr' ? 'Supprimez cette ligne' : 'Remove this line',
    }))
}

function tooMany(seated: number, language: Language): PeopleProblem {
  return language === 'fr'
    ? {
        line: 1,
        text: '',
        problem: `la séance dépasserait ${MOST_PEOPLE} personnes (${seated} y sont déjà)`,
        remedy: 'Partagez-les en plusieurs séances',
      }
    : {
        line: 1,
        text: '',
        problem: `the class would exceed ${MOST_PEOPLE} people (${seated} are in it already)`,
        remedy: 'Split them into several classes',
      }
}

/** What to tell whoever makes a class of this many people. */
export function advice(people: number, language: Language): string[] {
  if (people >= FEWEST_ADVISED && people <= MOST_ADVISED) return []
  return language === 'fr'
    ? [
        `Une séance est prévue pour ${FEWEST_ADVISED} à ${MOST_ADVISED} personnes ; celle-ci en compte ${people}.`,
      ]
    : [`A class is meant for ${FEWEST_ADVISED} to ${MOST_ADVISED} people; this one has ${people}.`]
}

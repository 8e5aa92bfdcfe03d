/** What a seat of a class may read: the class, its deck, its slides, its own papers; and screens' links. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import { z } from 'zod'
import type { ClassInfo, CodeAnswer, DeckInfo, SlideAnswer, StageLinkAnswer } from '#shared/api.ts'
import { EVERY_SEAT, RUN_CLASS, requireSeat, TRAINERS, validUntil } from './access.ts'
import { readBody } from './body.ts'
import type { Context } from './context.ts'
import { canonicalClassCode, makeId } from './credentials.ts'
import { HttpError, notFound } from './errors.ts'
import { createCodeLimit } from './limits.ts'
import { baseUrl } from './urls.ts'

const TOKEN = /^([0-9a-z]{1,40})\.(\d{1,16})\.([\w-]{43})$/i

export function classRoutes(context: Context): Router {
  const { store, live, auth, now } = context
  const router = Router()

  const wrongCode = createCodeLimit()
  router.get('/codes/:code', async (req, res) => {
    const code = canonicalClassCode(req.params.code)
    const klass = code && (await store.classes.byCode(code))
    if (!klass) {
      await wrongCode(req.ip ?? '')
      throw notFound()
    }
    const { course } = await courseOf(klass.id)
    const { id, title, startsAt, endsAt, halfDays, timeZone } = klass
    const answer: CodeAnswer = {
      id,
      title,
      startsAt,
      endsAt,
      trainerName: trainerOf(await store.people.seats(id)),
      organisation: course.organisation,
      halfDays,
      timeZone,
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.get('/classes/:id', async (req, res) => {
    const { klass, seat } = await requireSeat(context, req, req.params.id, EVERY_SEAT)
    const [seats, { course }] = await Promise.all([store.people.seats(klass.id), courseOf(klass.id)])
    const trains = TRAINERS.includes(seat)
    const answer: ClassInfo = {
      id: klass.id,
      title: klass.title,
      course: { id: klass.courseId, title: course.title },
      organisation: course.organisation,
      trainerName: trainerOf(seats),
      startsAt: klass.startsAt,
      endsAt: klass.endsAt,
      timeZone: klass.timeZone,
      halfDays: klass.halfDays,
      ...(klass.meetingUrl !== undefined && seat !== 'stage' && { meetingUrl: klass.meetingUrl }),
      code: trains || seat === 'stage' ? klass.code : '',
      roster:
        seat === 'stage'
          ? {}
          : Object.fromEntries(seats.map(({ personId, name, role }) => [personId, { name, role }])),
      sections: course.sections,
      objectives: course.objectives,
      slides: course.slides.length,
    }
    if (trains) answer.plan = course.plan
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.get('/classes/:id/deck', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, EVERY_SEAT)
    const { deck } = await courseOf(klass.id)
    const { hash, css, width, height } = deck
    const answer: DeckInfo = { hash, css, width, height, slides: deck.slides.length }
    res.set('Cache-Control', 'private, no-cache').json(answer)
  })

  // Participants may have the slides shown so far and the next one, fetched ahead so that it is there at once.
  router.get('/classes/:id/slides/:hash/:n', async (req, res) => {
    const { klass, seat } = await requireSeat(context, req, req.params.id, EVERY_SEAT)
    const { course, deck } = await courseOf(klass.id)
    const n = /^[1-9]\d{0,3}$/.test(req.params.n) ? Number(req.params.n) : 0
    const slide = deck.hash === req.params.hash ? deck.slides[n - 1] : undefined
    const trains = TRAINERS.includes(seat)
    if (!slide || !(trains || n <= (await live.seen(klass.id)) + 1)) throw notFound()
    const { title, html, text, steps, notes } = slide
    const answer: SlideAnswer = {
      n,
      title,
      html,
      text,
      steps,
      sectionId: course.slides[n - 1]?.sectionId ?? '',
    }
    if (trains) answer.notes = notes
    // The same address answers trainers with notes and others without, maybe in one browser.
    res.set('Cache-Control', 'private, max-age=31536000, immutable').vary('Cookie').vary('X-Estrade-As')
    res.json(answer)
  })

  // The rights on exports hold already; the files themselves come later.
  router.get('/classes/:id/exports/:file', async (req) => {
    await requireSeat(context, req, req.params.id, RUN_CLASS)
    throw notFound()
  })

  router.get('/classes/:id/mine/:file', async (req) => {
    await requireSeat(context, req, req.params.id, ['participant'])
    throw notFound()
  })

  router.post('/classes/:id/stage-link', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, TRAINERS)
    const token = sign(klass.id, validUntil(klass))
    const answer: StageLinkAnswer = { url: `${baseUrl(context.config, req)}/ecran/${klass.id}#t=${token}` }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/stage-login', async (req, res) => {
    const { token } = readBody(req, z.strictObject({ token: z.string().max(200) }))
    const classId = verify(token)
    const klass = classId && (await store.classes.get(classId))
    if (!klass) throw new HttpError(401, 'stage-link')
    const mine = (await auth.all(req.headers.cookie)).find(
      ({ role, classId: bound }) => role === 'stage' && bound === klass.id,
    )
    // A screen that is reloaded stays the same screen.
    const personId = mine?.personId ?? `stage-${makeId()}`
    await auth.signIn(res, { personId, classId: klass.id, expiresAt: validUntil(klass) })
    const classes = [{ id: klass.id, title: klass.title, role: 'stage', startsAt: klass.startsAt }]
    res.set('Cache-Control', 'no-store').json({ personId, name: '', role: 'stage', classes })
  })

  async function courseOf(classId: string) {
    const source = await live.courseOf(classId)
    if (!source) throw new HttpError(404, 'course')
    return source
  }

  /** A screen's link carries its class and its end, signed: there is nothing to keep. */
  function sign(classId: string, expiresAt: number): string {
    return `${classId}.${expiresAt}.${signature(classId, expiresAt)}`
  }

  /** The class of a link that is genuine and still valid. */
  function verify(token: string): string | undefined {
    const [, classId, expiresAt, given] = TOKEN.exec(token) ?? []
    if (!classId || !expiresAt || !given || Number(expiresAt) <= now()) return undefined
    const expected = signature(classId, Number(expiresAt))
    return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? classId : undefined
  }

  function signature(classId: string, expiresAt: number): string {
    return createHmac('sha256', store.secret).update(`stage\0${classId}\0${expiresAt}`).digest('base64url')
  }

  return router
}

/** Name of the trainer among the seats of a class. */
export function trainerOf(seats: { name: string; role: string }[]): string {
  return seats.find(({ role }) => role === 'trainer')?.name ?? ''
}

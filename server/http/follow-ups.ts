/** The questionnaire some months after: read and returned by a personal link, added up for the office. */
import { Router } from 'express'
import { z } from 'zod'
import { isAddress } from '#server/mail/message.ts'
import { isDuplicate } from '#server/store/index.ts'
import { readAnswers } from '#shared/activities/survey/answers.ts'
import { type SurveyAnswers, surveyCommand } from '#shared/activities/survey/definition.ts'
import { survey } from '#shared/activities/survey/kind.ts'
import { surveyResults } from '#shared/activities/survey/results.ts'
import type { FollowUpAnswer, FollowUpResults } from '#shared/convocation.ts'
import { isRejection } from '#shared/types.ts'
import { RUN_CLASS, requireSeat } from './access.ts'
import { readBody } from './body.ts'
import type { Context } from './context.ts'
import { HttpError } from './errors.ts'
import { readFollowUpToken } from './follow-up-token.ts'
import { coldSurvey, followUpDue, followUpEnds } from './follow-ups-due.ts'

const token = z.string().max(200)
const look = z.strictObject({ token })
const returned = z.strictObject({ token, answers: surveyCommand.options[0].shape.answers })

export function followUpRoutes(context: Context): Router {
  const { store, live, now } = context
  const router = Router()

  router.post('/follow-up/look', async (req, res) => {
    const { klass, definition, personId } = await open(readBody(req, look).token)
    const answer: FollowUpAnswer = {
      title: klass.title,
      startsAt: klass.startsAt,
      timeZone: klass.timeZone,
      name: definition.title,
      survey: survey.everyone(survey.start(definition), definition, 'open'),
      given: (await store.followUps.given(klass.id)).includes(personId),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/follow-up', async (req, res) => {
    const body = readBody(req, returned)
    const { klass, definition, personId } = await open(body.token)
    const answers = readAnswers(body.answers, definition)
    if (isRejection(answers)) {
      throw new HttpError(400, 'invalid', { problems: [{ path: 'answers', problem: answers.reason }] })
    }
    const content = definition.anonymous ? { answers } : { personId, answers }
    try {
      await store.followUps.give(klass.id, personId, JSON.stringify(content))
    } catch (error) {
      if (isDuplicate(error)) throw new HttpError(409, 'already-given')
      throw error
    }
    res.status(204).end()
  })

  router.get('/classes/:id/follow-up', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, RUN_CLASS)
    const definition = coldSurvey((await live.courseOf(klass.id))?.course)
    if (!definition) throw new HttpError(404, 'not-found')
    const mails = (await store.mails.list({ classId: klass.id })).filter(({ kind }) => kind === 'follow-up')
    const returns = (await store.followUps.returns(klass.id)).map(
      (text) => (JSON.parse(text) as { answers: SurveyAnswers }).answers,
    )
    const answer: FollowUpResults = {
      name: definition.title,
      dueAt: followUpDue(klass),
      sent: mails.filter(({ state }) => state === 'sent').length,
      survey: survey.everyone(survey.start(definition), definition, 'open'),
      results: surveyResults(returns, definition),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  /** The class and questionnaire of a link that is genuine, while it is time. */
  async function open(text: string) {
    const whose = readFollowUpToken(store.secret, text)
    const klass = whose && (await store.classes.get(whose.classId))
    if (!whose || !klass || now() >= followUpEnds(klass)) throw new HttpError(401, 'follow-up-link')
    const seats = await store.people.seats(klass.id)
    const definition = coldSurvey((await live.courseOf(klass.id))?.course)
    // Who was forgotten has a seat and no address: their link is nobody's.
    const seated = seats.some(
      ({ personId, role, email }) =>
        personId === whose.personId && role === 'participant' && isAddress(email),
    )
    if (!seated || !definition) throw new HttpError(401, 'follow-up-link')
    return { klass, definition, personId: whose.personId }
  }

  return router
}

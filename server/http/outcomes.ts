/** What each person of a class has learnt, for those who teach it: during the class and after it. */
import { Router } from 'express'
import type { OutcomesAnswer } from '#shared/api.ts'
import { outcomeSeries, outcomesOf, questionScores } from '#shared/class/outcomes.ts'
import { requireSeat, TRAINERS } from './access.ts'
import { trainerOf } from './classes.ts'
import type { Context } from './context.ts'
import { HttpError, notFound } from './errors.ts'

export function outcomeRoutes(context: Context): Router {
  const { store, live } = context
  const router = Router()

  router.get('/classes/:id/outcomes', async (req, res) => {
    const { klass } = await requireSeat(context, req, req.params.id, TRAINERS)
    const [seats, source, state] = await Promise.all([
      store.people.seats(klass.id),
      live.courseOf(klass.id),
      live.state(klass.id),
    ])
    if (!state) throw notFound()
    if (!source) throw new HttpError(404, 'course')
    const people = seats
      .filter(({ personId, role }) => role === 'participant' && !state.people[personId]?.withdrawn)
      .map(({ personId, name }) => ({
        personId,
        name,
        outcomes: outcomesOf(state, personId),
        scores: questionScores(state, personId),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    const answer: OutcomesAnswer = {
      title: klass.title,
      course: source.course.title,
      trainerName: trainerOf(seats),
      startsAt: klass.startsAt,
      endsAt: klass.endsAt,
      timeZone: klass.timeZone,
      objectives: source.course.objectives,
      series: outcomeSeries(state),
      people,
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  return router
}

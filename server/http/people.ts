/** The people of every class, for the organiser: who is known, what is held on them, and to forget them. */
import { Router } from 'express'
import { erasePerson, exportPerson } from '#server/privacy/person.ts'
import type { KnownPeopleAnswer } from '#shared/office.ts'
import { requireOrganiser } from './access.ts'
import type { Context } from './context.ts'
import { HttpError, notFound } from './errors.ts'

export function peopleRoutes(context: Context): Router {
  const { store, live } = context
  const router = Router()

  router.get('/office/people', async (req, res) => {
    await requireOrganiser(context, req)
    const answer: KnownPeopleAnswer = { people: await store.people.known() }
    res.set('Cache-Control', 'no-store').json(answer)
  })

  router.get('/office/people/:personId/export', async (req, res) => {
    await requireOrganiser(context, req)
    const answer = await exportPerson(context, req.params.personId)
    if (!answer) throw notFound()
    res.set({
      'Cache-Control': 'no-store',
      'Content-Disposition': 'attachment; filename="donnees-personnelles.json"',
    })
    res.type('json').send(`${JSON.stringify(answer, null, 2)}\n`)
  })

  router.post('/office/people/:personId/erase', async (req, res) => {
    const { personId } = await requireOrganiser(context, req)
    const ids = await store.privacy.same(req.params.personId)
    // Nobody locks the office from inside.
    if (ids.includes(personId)) throw new HttpError(409, 'last-organiser')
    const result = await erasePerson(context, req.params.personId)
    if (result === 'nobody') throw notFound()
    if (result === 'live') throw new HttpError(409, 'in-class')
    for (const id of result.erased) live.disconnect(id)
    res.status(204).end()
  })

  return router
}

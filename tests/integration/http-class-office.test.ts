/** A class edited, cancelled, and its people changed, before it starts and while it runs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Credential } from '#shared/api.ts'
import { join, signIn } from '#tests/support/client.ts'
import { type Browser, browser, HOUR, openWorld, type World } from './http-world.ts'

let world: World
let trainer: Browser
let organiser: Browser
beforeEach(async () => {
  world = await openWorld()
  ;[trainer, organiser] = [browser(world.url), browser(world.url)]
  await trainer.signIn(world.trainer)
  await organiser.signIn(world.organiser)
})
afterEach(() => world.close())

const path = (rest = '') => `/api/classes/${world.first.id}${rest}`
const start = Date.now() + 48 * HOUR
const inClass = async (who: Credential | World['trainer']) =>
  join(await signIn(world.url, who.login, who.password), world.first.id)

describe('the programme', () => {
  it('changes until the class starts, and the passwords follow its end', async () => {
    const change = {
      title: 'Chorus Pro, deuxième essai',
      halfDays: [
        { startsAt: start + 5 * HOUR, endsAt: start + 8 * HOUR },
        { startsAt: start, endsAt: start + 3 * HOUR },
      ],
      timeZone: 'Europe/Brussels',
      meetingUrl: 'https://reunion.exemple.fr/salle?id=1',
    }
    expect((await trainer.post(path('/edit'), change)).status).toBe(204)
    const ana = browser(world.url)
    await ana.signIn(world.ana)
    expect((await ana.get(path())).body).toMatchObject({
      title: change.title,
      startsAt: start,
      endsAt: start + 8 * HOUR,
      timeZone: 'Europe/Brussels',
      meetingUrl: change.meetingUrl,
      halfDays: [{ id: 'h1', startsAt: start }, { id: 'h2' }],
    })
    const candidates = await world.app.store.people.byLogin(world.ana.login)
    expect(candidates).toHaveLength(1)
    expect((await trainer.post(path('/edit'), { meetingUrl: null })).status).toBe(204)
    expect((await ana.get(path())).body.meetingUrl).toBeUndefined()
  })

  it('is fixed once the class runs, but for the meeting and the co-trainers', async () => {
    const person = await inClass(world.trainer)
    await person.must('class.start', {})
    const late = await trainer.post(path('/edit'), { title: 'Autre' })
    expect([late.status, late.body.error.code]).toEqual([409, 'started'])
    expect((await trainer.post(path('/cancel'))).status).toBe(409)
    const still = { meetingUrl: 'tel:+33 1 23 45 67 89', cotrainerIds: [world.otherTrainer.personId] }
    expect((await trainer.post(path('/edit'), still)).status).toBe(204)
    const helper = await inClass(world.otherTrainer)
    expect(helper.view()?.trainer?.people[world.otherTrainer.personId]?.role).toBe('cotrainer')
    const cut = new Promise((resolve) => helper.socket.once('disconnect', resolve))
    expect((await trainer.post(path('/edit'), { cotrainerIds: [] })).status).toBe(204)
    await cut
    await expect(inClass(world.otherTrainer)).rejects.toMatchObject({ code: 'seat' })
    for (const one of [person, helper]) one.close()
  })

  it('is given to another trainer by the organiser alone, and the lead with it', async () => {
    const to = { trainerId: world.otherTrainer.personId }
    expect((await trainer.post(path('/edit'), to)).status).toBe(403)
    expect((await organiser.post(path('/edit'), { trainerId: 'inconnu' })).status).toBe(400)
    expect((await organiser.post(path('/edit'), to)).status).toBe(204)
    expect((await trainer.get(path())).status).toBe(404)
    const person = await inClass(world.otherTrainer)
    expect(person.view()?.trainer?.lead).toBe(world.otherTrainer.personId)
    await person.must('class.start', {})
    await person.must('plan.next', {})
    person.close()
  })

  it.each([
    ['javascript:alert(1)'],
    ['http://reunion.exemple.fr'],
    ['https://'],
    ['tel:1'],
    ['data:text/html,x'],
    ['https://x y'],
    ['//x.fr'],
  ])('takes no meeting at %s', async (meetingUrl) => {
    expect((await trainer.post(path('/edit'), { meetingUrl })).status).toBe(400)
  })

  it('cancelled, lets nobody in any more, and stays known to the office', async () => {
    const ana = await inClass(world.ana)
    const cut = new Promise((resolve) => ana.socket.once('disconnect', resolve))
    expect((await trainer.post(path('/cancel'))).body).toEqual({ queued: 0 })
    await cut
    await expect(signIn(world.url, world.ana.login, world.ana.password)).rejects.toThrow('401')
    await expect(inClass(world.trainer)).rejects.toMatchObject({ code: 'class' })
    const { body } = await trainer.get('/api/office/classes')
    expect(body[0].cancelledAt).toEqual(expect.any(Number))
    for (const [rest, sent] of [
      ['/edit', { title: 'x' }],
      ['/cancel', {}],
      ['/people', { people: 'x@exemple.fr' }],
    ] as const) {
      expect((await trainer.post(path(rest), sent)).body.error.code).toBe('cancelled')
    }
    ana.close()
  })

  it('cancelled after the convocations, tells those convoked', async () => {
    await trainer.post(path('/convocations'), { kind: 'invitation' })
    expect((await trainer.post(path('/cancel'))).body).toEqual({ queued: 2 })
    const mails = await world.app.store.mails.list({ classId: world.first.id })
    expect(mails.filter(({ kind }) => kind === 'cancellation')).toHaveLength(2)
    await expect(signIn(world.url, world.ana.login, world.ana.password)).rejects.toThrow('401')
  })
})

describe('its people', () => {
  it('come in mid-class, all of them or nobody', async () => {
    const lead = await inClass(world.trainer)
    await lead.must('class.start', {})
    const bad = await trainer.post(path('/people'), {
      people: 'Carl <carl@exemple.fr>\nAna <ANA@exemple.fr>\nrien',
    })
    expect(bad.status).toBe(400)
    expect(bad.body.error.problems.map(({ line }: { line: number }) => line)).toEqual([2, 3])
    expect((await trainer.get(path('/people'))).body.people).toHaveLength(3)
    const good = await trainer.post(path('/people'), { people: 'Carl <carl@exemple.fr>' })
    expect(good.status).toBe(201)
    const carl = await inClass(good.body.credentials[0])
    await lead.until((view) => view.everyone.enrolled === 3, 'three people')
    for (const one of [lead, carl]) one.close()
  })

  it('withdrawn, are out at once and keep what they did; restored, come back with another password', async () => {
    const lead = await inClass(world.trainer)
    await lead.must('class.start', {})
    const ana = await inClass(world.ana)
    const cut = new Promise((resolve) => ana.socket.once('disconnect', resolve))
    expect((await trainer.post(path(`/people/${world.ana.personId}/withdraw`))).status).toBe(204)
    await cut
    await lead.until((view) => view.trainer?.people[world.ana.personId]?.withdrawn === true, 'withdrawn')
    await expect(signIn(world.url, world.ana.login, world.ana.password)).rejects.toThrow('401')
    const { people } = (await trainer.get(path('/people'))).body
    expect(people.find(({ name }: { name: string }) => name === 'Ana').withdrawnAt).toEqual(
      expect.any(Number),
    )
    const back = await trainer.post(path(`/people/${world.ana.personId}/restore`))
    const again = await inClass(back.body.credentials[0])
    expect(again.personId).toBe(world.ana.personId)
    await lead.until((view) => view.everyone.enrolled === 2, 'back')
    for (const one of [lead, ana, again]) one.close()
  })

  it('take another role, and come back with it', async () => {
    const bob = await inClass(world.bob)
    expect(bob.view()?.trainer).toBeUndefined()
    await trainer.post(path(`/people/${world.bob.personId}/role`), { role: 'cotrainer' })
    const helper = await inClass(world.bob)
    expect(helper.view()?.trainer).toBeDefined()
    for (const one of [bob, helper]) one.close()
  })

  it('are corrected: a new address comes with a new password, and the old one stops', async () => {
    const to = path(`/people/${world.bob.personId}`)
    expect((await trainer.post(to, { name: 'Robert' })).body.credentials).toEqual([])
    await signIn(world.url, world.bob.login, world.bob.password)
    const { body } = await trainer.post(to, { email: 'robert@exemple.fr' })
    expect(body.credentials).toMatchObject([{ name: 'Robert', login: 'robert@exemple.fr' }])
    await expect(signIn(world.url, world.bob.login, world.bob.password)).rejects.toThrow('401')
    await signIn(world.url, 'robert@exemple.fr', body.credentials[0].password)
    expect((await trainer.post(to, { email: 'rien' })).status).toBe(400)
  })

  it('never reach into another class, nor an account', async () => {
    for (const personId of [world.zoe.personId, world.trainer.personId, 'rien']) {
      for (const rest of ['', '/withdraw', '/restore', '/role']) {
        const body = rest === '/role' ? { role: 'cotrainer' } : {}
        expect((await trainer.post(path(`/people/${personId}${rest}`), body)).status).toBe(404)
      }
    }
  })

  it('a password lost in mid-class is made again in one request, and works at once', async () => {
    const lead = await inClass(world.trainer)
    await lead.must('class.start', {})
    const { body } = await trainer.post(path('/credentials'), { personIds: [world.ana.personId] })
    const ana = await inClass(body.credentials[0])
    expect(ana.view()?.everyone.phase).toBe('live')
    await expect(signIn(world.url, world.ana.login, world.ana.password)).rejects.toThrow('401')
    for (const one of [lead, ana]) one.close()
  })
})

describe('an account that was closed', () => {
  it('is not signed in again by the trainer of one of its classes', async () => {
    const helper = { cotrainerIds: [world.otherTrainer.personId] }
    expect((await trainer.post(path('/edit'), helper)).status).toBe(204)
    const closed = await organiser.post(`/api/office/team/${world.otherTrainer.personId}`, { role: null })
    expect(closed.status).toBe(204)
    const seat = path(`/people/${world.otherTrainer.personId}`)
    const taken = await trainer.post(seat, { email: 'a.moi@exemple.fr' })
    expect(taken.status).toBe(404)
    for (const way of ['/withdraw', '/restore']) expect((await trainer.post(seat + way)).status).toBe(404)
    expect((await trainer.post(`${seat}/role`, { role: 'participant' })).status).toBe(404)
  })
})

describe('somebody forgotten before the class', () => {
  it('does not keep it from being called off', async () => {
    const sent = await trainer.post(path('/convocations'), { kind: 'invitation' })
    expect(sent.body.queued).toBe(2)
    expect((await organiser.post(`/api/office/people/${world.ana.personId}/erase`)).status).toBe(204)
    const off = await trainer.post(path('/cancel'))
    expect([off.status, off.body.queued]).toEqual([200, 1])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Credential } from '#shared/api.ts'
import { type Browser, browser, HOUR, openWorld, type World } from './http-world.ts'

let world: World
let trainer: Browser
beforeAll(async () => {
  world = await openWorld()
  trainer = browser(world.url)
  await trainer.signIn(world.trainer)
})
afterAll(() => world.close())

const start = Date.now() + 24 * HOUR
const wanted = (more: object = {}) => ({
  courseId: 'petite',
  title: 'Gérer les factures',
  halfDays: [
    { startsAt: start + 5 * HOUR, endsAt: start + 8 * HOUR },
    { startsAt: start, endsAt: start + 3 * HOUR },
  ],
  timeZone: 'Europe/Paris',
  people: 'Ana Roy <ana.roy@exemple.fr>\nBo Roy, bo@exemple.fr\n\nlucja.nowak@exemple.fr',
  ...more,
})

describe('making a class', () => {
  it('enrols everybody and gives credentials that work', async () => {
    const reply = await trainer.post('/api/classes', wanted())
    expect(reply.status).toBe(201)
    expect(reply.body.warnings).toEqual([])
    expect(reply.body.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    const credentials: Credential[] = reply.body.credentials
    expect(credentials.map(({ name, login }) => [name, login])).toEqual([
      ['Ana Roy', 'ana.roy@exemple.fr'],
      ['Bo Roy', 'bo@exemple.fr'],
      ['Lucja Nowak', 'lucja.nowak@exemple.fr'],
    ])
    for (const { personId, login, password, link } of credentials) {
      const url = new URL(link)
      expect(url.pathname + url.search).toBe('/entrer')
      const fragment = new URLSearchParams(url.hash.slice(1))
      expect([fragment.get('l'), fragment.get('p')]).toEqual([login, password])
      expect((await browser(world.url).signIn({ login, password })).body.personId).toBe(personId)
    }
    const { body } = await trainer.get(`/api/classes/${reply.body.id}`)
    expect(body.halfDays.map(({ id }: { id: string }) => id)).toEqual(['h1', 'h2'])
    expect(body).toMatchObject({ startsAt: start, endsAt: start + 8 * HOUR, trainerName: 'Hélène' })
    expect(Object.keys(body.roster)).toHaveLength(4)
  })

  it('tells apart two people who share an address by their passwords', async () => {
    const people = 'Anne Roux <roux@exemple.fr>\nPaul Roux <roux@exemple.fr>'
    const { body } = await trainer.post('/api/classes', wanted({ people }))
    for (const credential of body.credentials as Credential[]) {
      expect((await browser(world.url).signIn(credential)).body.name).toBe(credential.name)
    }
  })

  it('warns outside 3 to 12 people', async () => {
    const { body } = await trainer.post('/api/classes', wanted({ people: 'seule@exemple.fr' }))
    expect(body.warnings).toEqual([expect.stringContaining('3 à 12')])
  })

  it('reports every bad line and creates nothing', async () => {
    const count = async () => (await trainer.get('/api/office/classes')).body.length
    const before = await count()
    const people = 'Ana Roy <ana@exemple.fr>\nBo Roy\nana@exemple\nAna Roy <ana@exemple.fr>'
    const reply = await trainer.post('/api/classes', wanted({ people }))
    expect(reply.status).toBe(400)
    expect(reply.body.error.code).toBe('people')
    expect(reply.body.error.problems.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4])
    for (const problem of reply.body.error.problems) {
      expect(problem).toEqual({
        line: expect.any(Number),
        text: expect.any(String),
        problem: expect.stringMatching(/.+/),
        remedy: expect.stringMatching(/.+/),
      })
    }
    expect(await count()).toBe(before)
    const english = await trainer.post('/api/classes', wanted({ people: 'Bo Roy' }), {
      headers: { 'Accept-Language': 'en' },
    })
    expect(english.body.error.problems[0].problem).toBe('the e-mail address is missing')
  })

  const bad: [string, object][] = [
    ['an unknown course', { courseId: 'rien' }],
    ['no half-day', { halfDays: [] }],
    ['a half-day that ends before it starts', { halfDays: [{ startsAt: start, endsAt: start - 1 }] }],
    [
      'half-days that overlap',
      {
        halfDays: [
          { startsAt: start, endsAt: start + 2 * HOUR },
          { startsAt: start + HOUR, endsAt: start + 3 * HOUR },
        ],
      },
    ],
    ['a time that is no number', { halfDays: [{ startsAt: 'demain', endsAt: start }] }],
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }],
    ['an empty title', { title: '  ' }],
    ['an endless title', { title: 'x'.repeat(201) }],
    ['people as a list', { people: ['ana@exemple.fr'] }],
    ['nobody', { people: '' }],
    ['more than it knows', { admin: true }],
  ]
  it.each(bad)('refuses %s', async (_, more) => {
    const reply = await trainer.post('/api/classes', wanted(more))
    expect(reply.status).toBe(400)
    expect(reply.body.error.message).not.toBe('')
  })
})

describe('issuing credentials again', () => {
  it('ends the old password and the logins made with it at once', async () => {
    const phone = browser(world.url)
    await phone.signIn(world.ana)
    const path = `/api/classes/${world.first.id}/credentials`
    const reply = await trainer.post(path, { personIds: [world.ana.personId] })
    expect(reply.status).toBe(200)
    const [fresh] = reply.body.credentials
    expect(fresh).toMatchObject({ personId: world.ana.personId, name: 'Ana', login: world.ana.login })
    expect(fresh.password).not.toBe(world.ana.password)
    expect((await phone.get('/api/me')).body.logins).toEqual([])
    expect((await phone.post('/api/login', world.ana)).status).toBe(401)
    await phone.signIn(fresh)
    await browser(world.url).signIn(world.bob)
  })

  it('gives everyone a fresh password when nobody is named, never the trainer', async () => {
    const { body } = await trainer.post(`/api/classes/${world.first.id}/credentials`)
    expect(body.credentials.map(({ name }: Credential) => name).sort()).toEqual(['Ana', 'Bob'])
    await browser(world.url).signIn(world.trainer)
  })

  it('refuses people of another class', async () => {
    const reply = await trainer.post(`/api/classes/${world.first.id}/credentials`, {
      personIds: [world.zoe.personId],
    })
    expect(reply.status).toBe(400)
    await browser(world.url).signIn(world.zoe)
  })
})

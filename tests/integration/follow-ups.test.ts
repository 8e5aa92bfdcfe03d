import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { sendFollowUps } from '#server/http/follow-ups-due.ts'
import { makeClass } from '#server/http/make-class.ts'
import { type Smtp, startSmtp } from '#tests/support/smtp.ts'
import { browser, HOUR } from './http-world.ts'

const DAY = 24 * HOUR
const NAMES = ['Ana', 'Bo', 'Cléo', 'Dan', 'Eva', 'Flo']

let app: App
let smtp: Smtp
let dataDir: string
let clock = Date.now()
let classId: string
beforeAll(async () => {
  smtp = await startSmtp()
  dataDir = await mkdtemp(join(tmpdir(), 'estrade-follow-'))
  const env = { PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, SMTP_URL: smtp.url }
  app = await createApp({ config: readConfig(env), now: () => clock, pages: join(dataDir, 'none') })
  await app.store.people.create({ id: 'trainer1', name: 'Hélène', email: 'helene@exemple.fr' })
  await app.store.people.setAccountRole('trainer1', 'trainer')
  const passwordHash = await app.passwords.hash('helene@exemple.fr', 'Mot de passe', 'chosen')
  await app.store.people.setPassword({ personId: 'trainer1', passwordHash })
  const startsAt = clock - 4 * HOUR
  const made = await makeClass(app, {
    courseId: 'chorus-pro',
    title: 'Gérer les factures',
    halfDays: [{ id: 'h1', startsAt, endsAt: startsAt + 3 * HOUR }],
    timeZone: 'Europe/Paris',
    trainerId: 'trainer1',
    people: NAMES.map((name) => ({ name, email: `${name.toLowerCase()}@exemple.fr`.replace('é', 'e') })),
    base: app.url,
  })
  classId = made.id
})
afterAll(async () => {
  await app?.close()
  await smtp?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const send = () => sendFollowUps(app, 'https://classe.exemple.fr')
const tokenOf = (mail: ParsedMail) => /\/a-froid#t=(\S+)/.exec(mail.text!)![1]!

it('leaves on its date, once per person, and only after a class that took place', async () => {
  expect(await send()).toBe(0)
  clock += 75 * DAY
  expect(await send()).toBe(0)
  await app.store.classes.setPhase(classId, 'ended')
  // Somebody erased keeps a seat and has no address: the others get theirs.
  await app.store.people.create({ id: 'personne', name: '', email: '' })
  await app.store.people.enrol({ classId, personId: 'personne', role: 'participant' })
  expect(await send()).toBe(NAMES.length)
  expect(await send()).toBe(NAMES.length)
  await smtp.until(NAMES.length)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(smtp.mails).toHaveLength(NAMES.length)
  expect(smtp.mails[0]!.subject).toContain('Et depuis la formation')
})

it('is answered once by its link, without a name, and added up for who runs the class', async () => {
  const anybody = browser(app.url)
  const [first, ...others] = smtp.mails.map(tokenOf)
  const look = await anybody.post('/api/follow-up/look', { token: first })
  expect(look.body).toMatchObject({ title: 'Gérer les factures', given: false, survey: { anonymous: true } })
  expect(Object.keys(look.body.survey.items)).toEqual(['deposees', 'revenues', 'usage', 'difficulte'])

  const answers = { usage: { text: 'Le tableau de bord' } }
  const wrong = { usage: { value: 3 } }
  expect((await anybody.post('/api/follow-up', { token: first, answers: wrong })).status).toBe(400)
  expect((await anybody.post('/api/follow-up', { token: first, answers })).status).toBe(204)
  const twice = await anybody.post('/api/follow-up', { token: first, answers })
  expect(twice.body.error.code).toBe('already-given')
  expect((await anybody.post('/api/follow-up/look', { token: first })).body.given).toBe(true)

  const trainer = browser(app.url)
  await trainer.signIn({ login: 'helene@exemple.fr', password: 'Mot de passe' })
  const few = (await trainer.get(`/api/classes/${classId}/follow-up`)).body
  expect(few).toMatchObject({ sent: NAMES.length, results: { returns: 1, few: true } })
  expect(JSON.stringify(few)).not.toContain('Le tableau de bord')

  for (const token of others.slice(0, 4)) await anybody.post('/api/follow-up', { token, answers })
  const { results } = (await trainer.get(`/api/classes/${classId}/follow-up`)).body
  expect(results.items.usage).toMatchObject({ total: 5 })
  // Nothing kept ties what was said to who said it.
  for (const text of await app.store.followUps.returns(classId)) {
    expect(JSON.parse(text)).toEqual({ answers })
  }
})

it('forgets what somebody returned under their name, and their link with it', async () => {
  const token = tokenOf(smtp.mails[5]!)
  const personId = token.split('.')[1]!
  const { store } = app
  const content = JSON.stringify({ personId, answers: { usage: { text: 'signé' } } })
  await store.followUps.give(classId, personId, content)
  expect(JSON.stringify(await store.privacy.held([personId]))).toContain('signé')
  await store.privacy.forget([personId], clock)
  expect(await store.followUps.returns(classId)).toHaveLength(5)
  expect(JSON.stringify(await store.followUps.returns(classId))).not.toContain(personId)
  const again = await browser(app.url).post('/api/follow-up', { token, answers: {} })
  expect(again.status).toBe(401)
})

it('takes no other link, and none once it is too late', async () => {
  const anybody = browser(app.url)
  const token = tokenOf(smtp.mails[0]!)
  for (const bad of ['', 'x.y.z', token.replace(/\.[^.]+$/, `.${'A'.repeat(43)}`)]) {
    expect((await anybody.post('/api/follow-up/look', { token: bad })).status).toBe(401)
  }
  clock += 61 * DAY
  expect((await anybody.post('/api/follow-up/look', { token })).status).toBe(401)
  expect(await send()).toBe(0)
})

import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { type DemoAccess, type FirstRun, firstRun } from '#server/demo.ts'
import { join as joinClass, signIn } from '#tests/support/client.ts'
import { browser, courseFolder, HOUR } from './http-world.ts'

const folders: string[] = []
let courses: string
beforeAll(async () => {
  courses = await courseFolder('chorus-pro')
  folders.push(courses)
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-demo-'))
  folders.push(folder)
  return folder
}

async function open(dataDir: string, env: Record<string, string> = {}, now?: () => number) {
  let first: FirstRun = {}
  const app = await createApp({
    config: readConfig({ PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, ...env }),
    courses,
    now,
    prepare: async (opened) => {
      const health = await fetch(`${opened.url}/api/health`)
      expect(health.status).toBe(503)
      first = await firstRun(opened)
    },
  })
  return { app, first, file: join(dataDir, 'demo-access.json') }
}

const readAccess = async (file: string): Promise<DemoAccess> => JSON.parse(await readFile(file, 'utf8'))

describe('the demonstration', () => {
  it('is a class of today with twelve people who can enter', async () => {
    const { app, first, file } = await open(await newFolder())
    try {
      const access = await readAccess(file)
      expect(Object.keys(access)).toEqual(['url', 'class', 'trainer', 'participants'])
      expect(access).toEqual(first.demo)
      expect(first.organiser?.link).toMatch(/\/compte#t=[\w-]{43}$/)
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect(access.url).toBe(app.url)
      expect(access.participants).toHaveLength(12)
      expect(new Set(access.participants.map(({ password }) => password)).size).toBe(12)
      for (const { name, login, password } of access.participants) {
        expect((await browser(app.url).signIn({ login, password })).body.name).toBe(name)
      }
      const trainer = browser(app.url)
      expect((await trainer.signIn(access.trainer)).body).toMatchObject({
        name: 'Hélène Roussel',
        role: 'trainer',
        classes: [{ id: access.class.id, role: 'trainer' }],
      })
      const { body } = await trainer.get(`/api/classes/${access.class.id}`)
      expect(body.code).toBe(access.class.code)
      const paris = new Intl.DateTimeFormat('fr', {
        timeZone: 'Europe/Paris',
        timeStyle: 'short',
        dateStyle: 'short',
      })
      const today = new Intl.DateTimeFormat('fr', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format()
      const times = body.halfDays.flatMap(({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => [
        paris.format(startsAt),
        paris.format(endsAt),
      ])
      expect(times).toEqual([`${today} 09:00`, `${today} 12:30`, `${today} 13:30`, `${today} 17:00`])
    } finally {
      await app.close()
    }
  })

  it('is found again, under a new address, and forgotten when its class ends', async () => {
    const dataDir = await newFolder()
    const one = await open(dataDir)
    const access = await readAccess(one.file)
    await one.app.close()

    const two = await open(dataDir)
    try {
      expect(await readAccess(two.file)).toEqual({ ...access, url: two.app.url })
      const trainer = await signIn(two.app.url, access.trainer.login, access.trainer.password)
      const person = await joinClass(trainer, access.class.id)
      await person.must('class.start', {})
      expect(existsSync(two.file)).toBe(true)
      await person.must('class.end', {})
      await expect.poll(() => existsSync(two.file)).toBe(false)
      person.close()
    } finally {
      await two.app.close()
    }

    const three = await open(dataDir)
    expect(three.first.demo).toBeUndefined()
    expect(existsSync(three.file)).toBe(false)
    await three.app.close()
  })

  it('moves to today when its day went by unused', async () => {
    const dataDir = await newFolder()
    const one = await open(dataDir, {}, () => Date.now() - 72 * HOUR)
    const access = await readAccess(one.file)
    await one.app.close()
    const two = await open(dataDir)
    try {
      const moved = await readAccess(two.file)
      expect(moved.class.id).not.toBe(access.class.id)
      expect(moved.trainer).toEqual(access.trainer)
      await browser(two.app.url).signIn(moved.participants[0]!)
      await browser(two.app.url).signIn(moved.trainer)
    } finally {
      await two.app.close()
    }
  })

  it('is not believed when its file was damaged', async () => {
    const dataDir = await newFolder()
    const one = await open(dataDir)
    await one.app.close()
    await writeFile(one.file, '{"url":')
    const two = await open(dataDir)
    expect(two.first.demo).toBeUndefined()
    await two.app.close()
  })
})

describe('without the demonstration', () => {
  it('gives the first organiser a link, until there is one', async () => {
    const dataDir = await newFolder()
    const one = await open(dataDir, { ESTRADE_DEMO: '0' })
    expect(one.first.demo).toBeUndefined()
    const unused = one.first.organiser!.link
    await one.app.close()

    const two = await open(dataDir, { ESTRADE_DEMO: '0' })
    const { link } = two.first.organiser!
    expect(link).not.toBe(unused)
    const [tab, other] = [browser(two.app.url), browser(two.app.url)]
    const tokenOf = (text: string) => new URL(text).hash.replace('#t=', '')
    const token = tokenOf(link)
    expect((await tab.post('/api/account-links/look', { token })).body).toEqual({
      first: true,
      role: 'organiser',
    })
    const me = { name: 'Claire', email: 'claire@exemple.fr', password: 'un train bleu passe' }
    const replies = await Promise.all(
      [tab, other].map((one) => one.post('/api/account-links/open', { token, ...me })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401])
    await tab.signIn({ login: 'CLAIRE@exemple.fr', password: me.password })
    expect((await tab.get('/api/courses')).body).toMatchObject([{ id: 'chorus-pro' }])
    for (const dead of [token, tokenOf(unused)]) {
      expect((await other.post('/api/account-links/open', { token: dead, ...me })).status).toBe(401)
    }
    await two.app.close()
    const three = await open(dataDir, { ESTRADE_DEMO: '0' })
    expect(three.first).toEqual({})
    await three.app.close()
  })

  it('lets the first link die after a day', async () => {
    const dataDir = await newFolder()
    const one = await open(dataDir, { ESTRADE_DEMO: '0' }, () => Date.now() - 25 * HOUR)
    const { link } = one.first.organiser!
    await one.app.close()
    const two = await open(dataDir, { ESTRADE_DEMO: '0' })
    const reply = await browser(two.app.url).post('/api/account-links/look', { token: link.split('#t=')[1] })
    expect(reply.status).toBe(401)
    expect(reply.body.error.message).toContain('n’est plus valable')
    await two.app.close()
  })
})

/** A copy of all that is held on one person, the person forgotten, and what time takes away. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { purge } from '#server/privacy/retention.ts'
import { join as joinClass, signIn } from '#tests/support/client.ts'
import { smallScenario } from '#tests/support/scenario.ts'
import { type Browser, browser, HOUR, openWorld, type World } from './http-world.ts'

const DAY = 24 * HOUR
const CANARY = 'canari-jaune-7h3k'
const ANSWER = 'canari-bleu-9x2m'
const REPLY = 'canari-vert-4q8z'

let world: World
let organiser: Browser
beforeEach(async () => {
  world = await openWorld()
  organiser = browser(world.url)
  await organiser.signIn(world.organiser)
})
afterEach(() => world.close())

const QUESTION = {
  kind: 'open-question',
  definition: {
    title: 'Vos attentes',
    text: 'Qu’attendez-vous ?',
    display: 'list',
    moderated: false,
    named: true,
    results: 'live',
    perPerson: 1,
    maxLength: 200,
    votes: false,
  },
}

/** A class in which Ana wrote, was written to, and Bob answered too. */
async function lesson() {
  const seat = async (who: { login: string; password: string }) =>
    joinClass(await signIn(world.url, who.login, who.password), world.first.id)
  const [lead, ana, bob] = [await seat(world.trainer), await seat(world.ana), await seat(world.bob)]
  await lead.must('class.start', {})
  await ana.must('question.ask', { text: CANARY })
  await lead.must('question.settle', { questionId: 'k1', settled: true })
  await lead.must('word.say', { personId: ana.personId, text: REPLY, questionId: 'k1' })
  await lead.must('activity.ask', QUESTION)
  await ana.must('activity.do', { type: 'answer', questionId: 's1', text: ANSWER }, 'adhoc-1')
  await bob.must('activity.do', { type: 'answer', questionId: 's1', text: 'réponse de Bob' }, 'adhoc-1')
  function close() {
    for (const one of [lead, ana, bob]) one.close()
  }
  return { lead, ana, bob, close }
}

/** Every byte the server keeps on disk about anybody. */
async function onDisk(): Promise<string> {
  const names = (await readdir(world.dataDir)).filter((name) => /\.db(-wal|-shm)?$/.test(name))
  const files = await Promise.all(names.map((name) => readFile(join(world.dataDir, name), 'latin1')))
  return files.join('\n')
}
const latin = (text: string) => Buffer.from(text).toString('latin1')
const path = (rest: string) => `/api/office/people/${world.ana.personId}/${rest}`

describe('the copy', () => {
  it('holds what they did, what was said to them and every row, and no secret', async () => {
    const { lead, close } = await lesson()
    await lead.must('class.end', {})
    const reply = await organiser.get(path('export'))
    expect(reply.headers.get('content-disposition')).toContain('attachment')
    for (const text of [CANARY, ANSWER, REPLY, world.ana.login, 'Première séance']) {
      expect(reply.text).toContain(text)
    }
    expect(reply.text).not.toContain('réponse de Bob')
    expect(reply.text).not.toMatch(/token_hash|passwordHash|g1:|sealed/)
    expect(Object.keys(reply.body.held)).toEqual(
      expect.arrayContaining(['people', 'seats', 'passwords', 'logins', 'connections']),
    )
    close()
  })
})

describe('the erasure', () => {
  it('waits for the end of the class', async () => {
    const { close } = await lesson()
    const reply = await organiser.post(path('erase'))
    expect([reply.status, reply.body.error.code]).toEqual([409, 'in-class'])
    close()
  })

  it('takes the words and the name out of the log, the tables and the files; the log still chains', async () => {
    const { lead, close } = await lesson()
    await lead.must('class.end', {})
    const before = await onDisk()
    for (const text of [CANARY, ANSWER, REPLY, world.ana.login]) expect(before).toContain(latin(text))
    expect((await organiser.post(path('erase'))).status).toBe(204)

    const after = await onDisk()
    for (const text of [CANARY, ANSWER, REPLY, world.ana.login]) expect(after).not.toContain(latin(text))
    expect(after).toContain(latin('réponse de Bob'))
    const { store } = world.app
    expect(await store.log.verify(world.first.id)).toBe(true)
    await expect(signIn(world.url, world.ana.login, world.ana.password)).rejects.toThrow('401')
    expect((await store.people.get(world.ana.personId))?.name).toBe('Personne effacée')
    const seats = await store.people.seats(world.first.id)
    expect(seats.map(({ name }) => name).sort()).toEqual(['Bob', 'Hélène', 'Personne effacée'])

    const again = await joinClass(
      await signIn(world.url, world.trainer.login, world.trainer.password),
      world.first.id,
    )
    expect(again.view()?.everyone.phase).toBe('ended')
    expect(JSON.stringify(again.view())).not.toContain(ANSWER)
    expect(JSON.stringify(again.view())).toContain('réponse de Bob')
    again.close()
    expect((await organiser.post(path('erase'))).status).toBe(204)
    close()
  })

  it('takes the reasons given for reading their copy otherwise', async () => {
    const { lead, ana, close } = await lesson()
    await lead.must('activity.ask', { kind: 'scenario', definition: smallScenario })
    const fields = { service: { value: 'SCOL-02', base: 0 } }
    await ana.must('activity.do', { type: 'write', fields }, 'adhoc-2')
    const reason = 'canari-rouge-5p1d'
    const read = { type: 'override', copyId: 'c1', check: 'c-service', pass: true, reason }
    await lead.must('activity.do', read, 'adhoc-2')
    await lead.must('class.end', {})
    expect(await onDisk()).toContain(reason)
    expect((await organiser.post(path('erase'))).status).toBe(204)
    expect(await onDisk()).not.toContain(reason)
    close()
  })

  it('reaches every class of one human, and nobody else who shares the address', async () => {
    const people = 'Ana <ana@exemple.fr>\nAutre Ana <ana@exemple.fr>'
    const { body } = await organiser.post('/api/classes', {
      courseId: 'petite',
      title: 'Plus tard',
      halfDays: [{ startsAt: Date.now() + DAY, endsAt: Date.now() + DAY + HOUR }],
      timeZone: 'Europe/Paris',
      people,
    })
    const known = (await organiser.get('/api/office/people')).body.people
    const ana = known.find(({ name }: { name: string }) => name === 'Ana')
    expect(ana.classes.map(({ title }: { title: string }) => title)).toEqual(['Plus tard', 'Première séance'])
    expect((await organiser.post(path('erase'))).status).toBe(204)
    const [, other] = body.credentials
    await signIn(world.url, other.login, other.password)
    const left = (await organiser.get('/api/office/people')).body.people
    expect(left.map(({ name }: { name: string }) => name)).not.toContain('Ana')
    expect(left.map(({ name }: { name: string }) => name)).toContain('Autre Ana')
  })

  it('never closes the account of whoever asks', async () => {
    const reply = await organiser.post(`/api/office/people/${world.organiser.personId}/erase`)
    expect(reply.status).toBe(409)
  })
})

describe('time', () => {
  const round = (now: number) => {
    const { store, live, config } = world.app
    return purge({ store, live, keep: config.keep, now: () => now })
  }

  it('takes private words after a year, and the class with its people after five', async () => {
    const { lead, close } = await lesson()
    await lead.must('class.end', {})
    close()
    const { store } = world.app
    const end = (await store.classes.get(world.first.id))!.endsAt
    expect(await round(end + 365 * DAY)).toEqual({ classes: 0, words: 0 })
    expect(await onDisk()).toContain(latin(CANARY))

    expect(await round(end + 365 * DAY + 1)).toEqual({ classes: 0, words: 2 })
    const year = await onDisk()
    expect(year).not.toContain(latin(CANARY))
    expect(year).not.toContain(latin(REPLY))
    expect(year).toContain(latin(ANSWER))
    expect(await store.log.verify(world.first.id)).toBe(true)

    expect((await round(end + 1826 * DAY + 1)).classes).toBe(2)
    const gone = await onDisk()
    for (const text of [ANSWER, world.ana.login, 'réponse de Bob', 'Première séance']) {
      expect(gone).not.toContain(latin(text))
    }
    expect(gone).toContain(latin(world.trainer.login))
    expect(await store.classes.list()).toEqual([])
    expect(await store.log.read(world.first.id, 0)).toEqual([])
    expect(await store.people.count()).toBe(3)
  })

  it('takes a cancelled class after a month', async () => {
    await organiser.post(`/api/classes/${world.second.id}/cancel`)
    expect((await round(Date.now() + 29 * DAY)).classes).toBe(0)
    expect((await round(Date.now() + 31 * DAY)).classes).toBe(1)
    expect((await world.app.store.classes.list()).map(({ id }) => id)).toEqual([world.first.id])
  })
})

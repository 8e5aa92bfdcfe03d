/** One contract for every storage: the event log (memory, SQLite, PostgreSQL) and the tables (SQLite, PostgreSQL). */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#server/store/database.ts'
import type { EventRow } from '#server/store/event-log.ts'
import { type EventLog, memoryLog, openStore, type Store } from '#server/store/index.ts'
import { openPostgresDatabase } from '#server/store/postgres-database.ts'
import { openSqliteDatabase } from '#server/store/sqlite-database.ts'
import { tableLog } from '#server/store/table-log.ts'
import type { Course, Deck } from '#shared/course.ts'
import type { ClassEvent } from '#shared/types.ts'
import { NO_POSTGRES, postgresForTests } from '#tests/support/postgres.ts'

const postgres = await postgresForTests()
afterAll(() => postgres?.stop())

const folder = () => mkdtemp(join(tmpdir(), 'estrade-store-'))
const remove = (path: string) => rm(path, { recursive: true, force: true })

/** Tests share one PostgreSQL: each takes ids nobody had before. */
let names = 0
const fresh = (prefix: string) => {
  names += 1
  return `${prefix}${names}`
}

function event(classId: string, seq: number, payload: unknown = { n: seq }): ClassEvent {
  return {
    classId,
    seq,
    at: 1_795_569_490_362 + seq,
    by: 'p1',
    commandId: `c${seq}`,
    v: 1,
    type: 'activity.answered',
    payload,
  }
}
const events = (classId: string, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => event(classId, from + i))

type LogUnderTest = {
  log: EventLog
  /** The same log as another server sees it. */
  other: EventLog
  change(classId: string, seq: number, values: Partial<EventRow>): Promise<void>
  remove(classId: string, seq: number): Promise<void>
  close(): Promise<void>
}

async function memoryUnderTest(): Promise<LogUnderTest> {
  const rows = new Map<string, EventRow[]>()
  const of = (classId: string) => rows.get(classId) ?? []
  return {
    log: memoryLog(rows),
    other: memoryLog(rows),
    async change(classId, seq, values) {
      Object.assign(of(classId).find((row) => row.seq === seq)!, values)
    },
    async remove(classId, seq) {
      rows.set(
        classId,
        of(classId).filter((row) => row.seq !== seq),
      )
    },
    close: async () => {},
  }
}

function tablesUnderTest(database: Database, other: Database, close: () => Promise<void>): LogUnderTest {
  const { db } = database
  return {
    log: tableLog(database),
    other: tableLog(other),
    async change(classId, seq, values) {
      await db
        .updateTable('events')
        .set(values)
        .where('class_id', '=', classId)
        .where('seq', '=', seq)
        .execute()
    },
    async remove(classId, seq) {
      await db.deleteFrom('events').where('class_id', '=', classId).where('seq', '=', seq).execute()
    },
    close,
  }
}

async function sqliteUnderTest(): Promise<LogUnderTest> {
  const dataDir = await folder()
  const database = await openSqliteDatabase(dataDir)
  return tablesUnderTest(database, database, async () => {
    await database.close()
    await remove(dataDir)
  })
}

async function postgresUnderTest(): Promise<LogUnderTest> {
  const database = await openPostgresDatabase(postgres!.url)
  const other = await openPostgresDatabase(postgres!.url)
  return tablesUnderTest(database, other, async () => {
    await Promise.all([database.close(), other.close()])
  })
}

const skipped = postgres ? '' : ` (skipped: ${NO_POSTGRES})`

describe.each([
  { name: 'memory', open: memoryUnderTest, skip: false },
  { name: 'SQLite', open: sqliteUnderTest, skip: false },
  { name: `PostgreSQL${skipped}`, open: postgresUnderTest, skip: !postgres },
])('event log in $name', ({ open, skip }) => {
  describe.skipIf(skip)('contract', () => {
    let under: LogUnderTest
    let log: EventLog
    beforeAll(async () => {
      under = await open()
      log = under.log
    })
    afterAll(() => under.close())

    it('gives back what was appended, in order, after a position', async () => {
      const id = fresh('class')
      expect(await log.read(id, 0)).toEqual([])
      expect(await log.append(id, 0, events(id, 1, 3))).toBe('ok')
      expect(await log.append(id, 3, events(id, 4, 9))).toBe('ok')
      expect(await log.read(id, 0)).toEqual(events(id, 1, 12))
      expect(await log.read(id, 5)).toEqual(events(id, 6, 7))
      expect(await log.read(id, 12)).toEqual([])
      expect(await log.read(fresh('class'), 0)).toEqual([])
    })

    it('keeps payloads as they are, and the activity when there is one', async () => {
      const id = fresh('class')
      const payloads = [null, 0, '', [], {}, { b: 1, a: [true, 1.5e-9, 'é 🎓 \u0000 \u2028 \ud800'] }]
      const written = payloads.map((payload, i) => ({
        ...event(id, i + 1, payload),
        ...(i % 2 ? { activityId: 'p1' } : {}),
      }))
      await log.append(id, 0, written)
      expect(await log.read(id, 0)).toEqual(written)
      expect(await log.verify(id)).toBe(true)
    })

    it('does not let a reader or a writer change what is stored', async () => {
      const id = fresh('class')
      const written = event(id, 1, { choice: ['a'] })
      await log.append(id, 0, [written])
      ;(written.payload as { choice: string[] }).choice.push('b')
      const [read] = await log.read(id, 0)
      ;(read!.payload as { choice: string[] }).choice.push('c')
      expect((await log.read(id, 0))[0]!.payload).toEqual({ choice: ['a'] })
    })

    it('says conflict when the log is not where the writer believes, and stores nothing', async () => {
      const id = fresh('class')
      await log.append(id, 0, events(id, 1, 2))
      expect(await log.append(id, 0, events(id, 1, 1))).toBe('conflict')
      expect(await log.append(id, 1, events(id, 2, 5))).toBe('conflict')
      expect(await log.append(id, 3, events(id, 4, 1))).toBe('conflict')
      expect(await log.read(id, 0)).toEqual(events(id, 1, 2))
    })

    it('a conflict in one class does not lose the others', async () => {
      const [a, b, c] = [fresh('class'), fresh('class'), fresh('class')]
      await log.append(b, 0, events(b, 1, 1))
      const outcomes = await log.appendMany([
        { classId: a, afterSeq: 0, events: events(a, 1, 2) },
        { classId: b, afterSeq: 0, events: events(b, 1, 2) },
        { classId: c, afterSeq: 0, events: events(c, 1, 1) },
        { classId: a, afterSeq: 2, events: events(a, 3, 1) },
        { classId: c, afterSeq: 5, events: events(c, 6, 1) },
        { classId: b, afterSeq: 1, events: [] },
      ])
      expect(outcomes).toEqual(['ok', 'conflict', 'ok', 'ok', 'conflict', 'ok'])
      expect(await log.read(a, 0)).toEqual(events(a, 1, 3))
      expect(await log.read(b, 0)).toEqual(events(b, 1, 1))
      expect(await log.read(c, 0)).toEqual(events(c, 1, 1))
      expect(await log.appendMany([])).toEqual([])
      for (const id of [a, b, c]) expect(await log.verify(id)).toBe(true)
    })

    it('refuses a batch that is not what it says, and stores nothing of the whole call', async () => {
      const [a, b] = [fresh('class'), fresh('class')]
      const good = { classId: a, afterSeq: 0, events: events(a, 1, 1) }
      for (const bad of [
        { classId: b, afterSeq: 0, events: events(a, 1, 1) },
        { classId: b, afterSeq: 0, events: events(b, 2, 1) },
        { classId: b, afterSeq: 0, events: [event(b, 1), event(b, 3)] },
      ])
        await expect(log.appendMany([good, bad])).rejects.toMatchObject({ code: 'invalid' })
      expect(await log.read(a, 0)).toEqual([])
    })

    it('keeps ballots with their batch, sorted by key, until the batch that takes them in', async () => {
      const id = fresh('class')
      const ballot = (key: string, content: string) => ({ activityId: 's1', key, content })
      const put = (afterSeq: number, ...ballots: ReturnType<typeof ballot>[]) =>
        log.appendMany([{ classId: id, afterSeq, events: events(id, afterSeq + 1, 1), ballots }])
      expect(await put(0, ballot('b', '"two"'), ballot('a', '"one"'))).toEqual(['ok'])
      expect(await put(0, ballot('z', '"lost with its batch"'))).toEqual(['conflict'])
      expect(await put(1, ballot('a', '"a key is used once"'), ballot('c', '"three"'))).toEqual(['ok'])
      expect(await log.amendBallot(id, ballot('b', '"deux"'), 2)).toBe(true)
      expect(await log.amendBallot(id, ballot('y', '"nobody"'), 2)).toBe(false)
      expect(await log.amendBallot('other', ballot('b', '"elsewhere"'), 2)).toBe(false)
      expect(await log.ballots(id, 's1')).toEqual(['"one"', '"deux"', '"three"'])
      expect(await log.ballots(id, 's2')).toEqual([])
      const collected = ['s1']
      const late = { classId: id, afterSeq: 1, events: events(id, 2, 1), collected }
      expect(await log.appendMany([late])).toEqual(['conflict'])
      expect(await log.ballots(id, 's1')).toHaveLength(3)
      expect(
        await log.appendMany([{ classId: id, afterSeq: 2, events: events(id, 3, 1), collected }]),
      ).toEqual(['ok'])
      expect(await log.ballots(id, 's1')).toEqual([])
      expect(await log.amendBallot(id, ballot('b', '"too late"'), 3)).toBe(false)
    })

    it('amends no ballot once its activity has been closed', async () => {
      const id = fresh('class')
      const ballot = (content: string) => ({ activityId: 's1', key: 'a', content })
      const closed = { ...event(id, 2), type: 'activity.closed', activityId: 's1' }
      await log.appendMany([{ classId: id, afterSeq: 0, events: events(id, 1, 1), ballots: [ballot('1')] }])
      await log.append(id, 1, [closed, { ...event(id, 3), type: 'activity.closed', activityId: 's2' }])
      expect(await log.amendBallot(id, ballot('2'), 1)).toBe(false)
      expect(await log.amendBallot(id, ballot('3'), 2)).toBe(true)
      expect(await log.ballots(id, 's1')).toEqual(['3'])
    })

    it('takes any text in the envelope', async () => {
      const id = fresh('class')
      await log.append(id, 0, [{ ...event(id, 1), by: 'a\u0000b', commandId: 'x\ud800', type: '' }])
      expect((await log.read(id, 0))[0]).toMatchObject({ by: 'a\uFFFDb', commandId: 'x\uFFFD', type: '' })
      expect(await log.verify(id)).toBe(true)
    })

    it('two servers race: each position is won once, no hole, no half batch', async () => {
      const ids = Array.from({ length: 6 }, () => fresh('class'))
      const won: Record<string, string[]> = Object.fromEntries(ids.map((id) => [id, []]))
      const rounds = 25
      let conflicts = 0

      async function write(server: EventLog, mark: string, order: string[]) {
        for (let round = 0; round < rounds; round += 1) {
          const batches = await Promise.all(
            order.map(async (classId, i) => {
              const afterSeq = (await server.read(classId, 0)).length
              const count = 1 + ((round + i) % 3)
              const added = Array.from({ length: count }, (_, k) =>
                event(classId, afterSeq + 1 + k, `${mark}${round}`),
              )
              return { classId, afterSeq, events: added }
            }),
          )
          const outcomes = await server.appendMany(batches)
          outcomes.forEach((outcome, i) => {
            if (outcome === 'ok')
              won[order[i]!]!.push(...batches[i]!.events.map((e) => `${e.seq} ${e.payload}`))
            else conflicts += 1
          })
        }
      }
      await Promise.all([write(log, 'a', ids), write(under.other, 'b', [...ids].reverse())])

      for (const id of ids) {
        const stored = await log.read(id, 0)
        expect(stored.map((e) => e.seq)).toEqual(stored.map((_, i) => i + 1))
        expect(stored.map((e) => `${e.seq} ${e.payload}`).sort()).toEqual(won[id]!.sort())
        expect(await log.verify(id)).toBe(true)
      }
      expect(conflicts, 'the servers never met').toBeGreaterThan(0)
    })

    it('verify notices whatever was changed after the fact', async () => {
      const changes: Partial<EventRow>[] = [
        { payload: '{"n":99}' },
        { payload: null },
        { salt: null },
        { salt: new Uint8Array(16) },
        { digest: new Uint8Array(32) },
        { chain: new Uint8Array(32) },
        { at: 0 },
        { by_id: 'p2' },
        { command_id: 'other' },
        { type: 'other' },
        { v: 2 },
        { activity_id: 'p9' },
      ]
      for (const change of changes) {
        const id = fresh('class')
        await log.append(id, 0, events(id, 1, 3))
        expect(await log.verify(id)).toBe(true)
        await under.change(id, 2, change)
        expect(await log.verify(id), JSON.stringify(change)).toBe(false)
      }
      const id = fresh('class')
      await log.append(id, 0, events(id, 1, 3))
      await under.remove(id, 2)
      expect(await log.verify(id)).toBe(false)
    })

    it('an erased text leaves the chain whole, and the class goes on', async () => {
      const id = fresh('class')
      await log.append(id, 0, events(id, 1, 3))
      await under.change(id, 2, { salt: null, payload: null })
      await under.change(id, 3, { salt: null, payload: null })
      expect(await log.verify(id)).toBe(true)
      expect((await log.read(id, 0)).map((e) => e.payload)).toEqual([{ n: 1 }, null, null])
      expect(await log.append(id, 3, events(id, 4, 1))).toBe('ok')
      expect(await log.verify(id)).toBe(true)
      await under.change(id, 2, { by_id: 'p2' })
      expect(await log.verify(id)).toBe(false)
    })
  })
})

type StoreUnderTest = { open(): Promise<Store>; remove(): Promise<void> }

async function storeUnderTest(databaseUrl?: string): Promise<StoreUnderTest> {
  const dataDir = await folder()
  return { open: () => openStore({ dataDir, databaseUrl }), remove: () => remove(dataDir) }
}

const course = (id: string): Course => ({
  id,
  title: 'Formation « Chorus Pro »',
  language: 'fr',
  objectives: [],
  sections: [],
  plan: [],
  slides: [{ n: 1, title: 'Où en êtes-vous ?', steps: 0, sectionId: 's1' }],
  activities: { p1: { kind: 'poll', title: 'Où en êtes-vous\u0000 ?' } },
  deckHash: 'd1',
})
const deck: Deck = { hash: 'd1', css: '', width: 1280, height: 720, slides: [] }

describe.each([
  { name: 'SQLite', open: () => storeUnderTest(), skip: false },
  { name: `PostgreSQL${skipped}`, open: () => storeUnderTest(postgres!.url), skip: !postgres },
])('tables in $name', ({ open: prepare, skip }) => {
  describe.skipIf(skip)('contract', () => {
    let under: StoreUnderTest
    let store: Store
    beforeAll(async () => {
      under = await prepare()
      store = await under.open()
    })
    afterAll(async () => {
      await store.close()
      await under.remove()
    })

    const HOUR = 3_600_000
    const startsAt = 1_795_600_000_000
    const newClass = (more: object = {}) => ({
      id: fresh('class'),
      code: fresh('CODE'),
      courseId: 'chorus-pro',
      title: 'Chorus Pro, groupe « A »',
      startsAt,
      endsAt: startsAt + 7 * HOUR,
      timeZone: 'Europe/Paris',
      halfDays: [{ id: 'm', startsAt, endsAt: startsAt + 3 * HOUR }],
      createdBy: 'org',
      ...more,
    })
    const newPerson = (more: object = {}) => {
      const id = fresh('person')
      return { id, name: `Nom ${id}`, email: `${id}@exemple.fr`, ...more }
    }

    it('keeps one secret and everything else across a restart', async () => {
      const row = newClass()
      await store.classes.create(row)
      const { secret } = store
      expect(secret).toHaveLength(32)
      expect(Buffer.isBuffer(secret)).toBe(true)
      await store.close()
      store = await under.open()
      expect(store.secret.equals(secret)).toBe(true)
      expect(await store.classes.get(row.id)).toEqual({ ...row, phase: 'lobby' })
    })

    it('closed, says storage, as often as one asks', async () => {
      await store.close()
      await store.close()
      await expect(store.classes.list()).rejects.toMatchObject({ code: 'storage' })
      await expect(store.log.append('x', 0, [event('x', 1)])).rejects.toMatchObject({ code: 'storage' })
      store = await under.open()
      expect(await store.log.read('x', 0)).toEqual([])
    })

    it('classes: created, found by id and by code, listed the latest first', async () => {
      const first = newClass()
      const second = newClass({ startsAt: startsAt + HOUR })
      await store.classes.create(first)
      await store.classes.create(second)
      expect(await store.classes.get(first.id)).toEqual({ ...first, phase: 'lobby' })
      expect(await store.classes.get('nobody')).toBeUndefined()
      expect((await store.classes.byCode(` ${first.code.toLowerCase()} `))?.id).toBe(first.id)
      expect(await store.classes.byCode('NOWHERE')).toBeUndefined()
      const ids = (await store.classes.list()).map((row) => row.id)
      expect(ids.indexOf(second.id)).toBeLessThan(ids.indexOf(first.id))
    })

    it('classes: the phase is an index, and only live ones are live', async () => {
      const row = newClass()
      await store.classes.create(row)
      expect(await store.classes.live()).not.toContain(row.id)
      await store.classes.setPhase(row.id, 'live')
      expect(await store.classes.live()).toContain(row.id)
      expect((await store.classes.get(row.id))?.phase).toBe('live')
      await store.classes.setPhase(row.id, 'ended')
      expect(await store.classes.live()).not.toContain(row.id)
      await expect(store.classes.setPhase('nobody', 'live')).rejects.toMatchObject({ code: 'missing' })
    })

    it('courses: pinned once by hash, and a class follows only what is pinned', async () => {
      const row = newClass()
      await store.classes.create(row)
      const hash = fresh('hash')
      expect(await store.courses.pinned(hash)).toBeUndefined()
      await expect(store.classes.setCoursePin(row.id, hash)).rejects.toMatchObject({ code: 'missing' })
      await Promise.all([
        store.courses.pinCourse(hash, course('a'), deck),
        store.courses.pinCourse(hash, course('a'), deck),
      ])
      await store.courses.pinCourse(hash, course('b'), deck)
      expect(await store.courses.pinned(hash)).toEqual({ course: course('a'), deck })
      await store.classes.setCoursePin(row.id, hash)
      expect((await store.classes.get(row.id))?.courseHash).toBe(hash)
    })

    it('a duplicate is named the same way everywhere', async () => {
      const row = newClass()
      await store.classes.create(row)
      await expect(store.classes.create(newClass({ code: row.code.toLowerCase() }))).rejects.toMatchObject({
        code: 'duplicate',
        constraint: 'classes.code',
      })
      await expect(store.classes.create(newClass({ id: row.id }))).rejects.toMatchObject({
        code: 'duplicate',
        constraint: 'classes.id',
      })
      const person = newPerson()
      await store.people.create(person)
      await expect(store.people.create(person)).rejects.toMatchObject({ constraint: 'people.id' })
    })

    it('seats: enrolled by name order, a second time changes the role, never for strangers', async () => {
      const row = newClass()
      await store.classes.create(row)
      const [zoe, elodie] = [newPerson({ name: 'Zoé' }), newPerson({ name: 'Élodie' })]
      await store.people.create(zoe)
      await store.people.create(elodie)
      await store.people.enrol({ classId: row.id, personId: zoe.id, role: 'participant' })
      await store.people.enrol({ classId: row.id, personId: elodie.id, role: 'participant' })
      await store.people.enrol({ classId: row.id, personId: zoe.id, role: 'cotrainer' })
      expect(await store.people.seats(row.id)).toEqual([
        { personId: elodie.id, name: 'Élodie', email: elodie.email, role: 'participant' },
        { personId: zoe.id, name: 'Zoé', email: zoe.email, role: 'cotrainer' },
      ])
      expect(await store.classes.forPerson(zoe.id)).toEqual([{ ...row, phase: 'lobby', role: 'cotrainer' }])
      await expect(
        store.people.enrol({ classId: row.id, personId: 'nobody', role: 'participant' }),
      ).rejects.toMatchObject({ code: 'missing' })
      await expect(
        store.people.enrol({ classId: 'nowhere', personId: zoe.id, role: 'participant' }),
      ).rejects.toMatchObject({ code: 'missing' })
    })

    it('a class and its people are made together or not at all', async () => {
      const [a, b] = [newPerson(), newPerson()]
      const seat = (person: typeof a) => ({ ...person, role: 'participant' as const, passwordHash: 'h' })
      const row = newClass()
      await expect(store.classes.create(row, [seat(a), seat(b), seat(a)])).rejects.toMatchObject({
        code: 'duplicate',
      })
      expect(await store.classes.get(row.id)).toBeUndefined()
      expect(await store.people.get(a.id)).toBeUndefined()

      await store.classes.create(row, [seat(a), seat(b)])
      expect(await store.people.seats(row.id)).toHaveLength(2)
      expect(await store.people.byLogin(b.email)).toHaveLength(1)
    })

    it('people: counted as a number, with their account', async () => {
      const before = await store.people.count()
      const person = newPerson()
      await store.people.create(person)
      expect(await store.people.count()).toBe(before + 1)
      expect(await store.people.get(person.id)).toEqual({ ...person, role: null })
      expect(await store.people.accountRole(person.id)).toBeNull()
      await store.people.setAccountRole(person.id, 'trainer')
      await store.people.setAccountRole(person.id, 'organiser')
      expect(await store.people.accountRole(person.id)).toBe('organiser')
      expect((await store.people.get(person.id))?.role).toBe('organiser')
      await store.people.setAccountRole(person.id, null)
      expect(await store.people.accountRole(person.id)).toBeNull()
      expect(await store.people.get('nobody')).toBeUndefined()
    })

    it('one e-mail may have many seats: every valid password is a candidate', async () => {
      const email = `${fresh('Jean.Dupont')}@Exemple.FR`
      const seats = [1, 2, 3].map(() => newPerson({ email }))
      const row = newClass()
      await store.classes.create(
        row,
        seats.map((person, i) => ({
          ...person,
          role: 'participant',
          passwordHash: `hash${i}`,
          expiresAt: i === 1 ? Date.now() - 1 : Date.now() + HOUR,
        })),
      )
      const trainer = newPerson({ email: email.toLowerCase() })
      await store.people.create(trainer)
      await store.people.setAccountRole(trainer.id, 'trainer')
      await store.people.enrol({ classId: row.id, personId: trainer.id, role: 'cotrainer' })
      expect(await store.people.byLogin(email)).toHaveLength(2)
      await store.people.setPassword({ personId: trainer.id, passwordHash: 't' })
      const candidates = await store.people.byLogin(` ${email.toUpperCase()} `)
      expect(candidates).toHaveLength(3)
      expect(candidates).toContainEqual({
        personId: seats[0]!.id,
        name: seats[0]!.name,
        email,
        passwordHash: 'hash0',
        account: false,
        role: 'participant',
      })
      expect(candidates.find((c) => c.personId === trainer.id)).toMatchObject({
        account: true,
        role: 'trainer',
      })

      await store.people.setPassword({
        personId: seats[0]!.id,
        passwordHash: 'new',
        expiresAt: Date.now() + 1e5,
      })
      const hashes = (await store.people.byLogin(email)).map((c) => c.passwordHash)
      expect(hashes).toContain('new')
      expect(hashes).not.toContain('hash0')
      expect(await store.people.byLogin('nobody@exemple.fr')).toEqual([])
    })

    it('a seat given up keeps its place in the class, and its password stops', async () => {
      const row = newClass()
      const [ana, bob] = [newPerson({ name: 'Ana' }), newPerson({ name: 'Bob' })]
      await store.classes.create(row)
      const seat = (person: typeof ana) => ({ ...person, role: 'participant' as const, passwordHash: 'h' })
      await expect(store.people.enrolNew(row.id, [seat(ana), seat(ana)])).rejects.toMatchObject({
        code: 'duplicate',
      })
      expect(await store.people.seats(row.id)).toEqual([])
      await store.people.enrolNew(row.id, [seat(ana), seat(bob)])
      await store.people.withdraw(row.id, ana.id, 5)
      expect((await store.people.seats(row.id)).map(({ name }) => name)).toEqual(['Bob'])
      expect(await store.people.everySeat(row.id)).toMatchObject([
        { name: 'Ana', withdrawnAt: 5 },
        { name: 'Bob' },
      ])
      expect(await store.people.byLogin(ana.email)).toEqual([])
      expect(await store.classes.forPerson(ana.id)).toEqual([])
      await store.people.enrol({ classId: row.id, personId: ana.id, role: 'participant' })
      expect(await store.people.everySeat(row.id)).toEqual(await store.people.seats(row.id))
    })

    it('accounts: invited, found by e-mail, with a password once they have one', async () => {
      const person = newPerson({ email: `${fresh('Marc')}@exemple.fr` })
      await store.people.createAccount(person, 'trainer')
      const account = {
        personId: person.id,
        name: person.name,
        email: person.email,
        role: 'trainer' as const,
        password: false,
      }
      expect(await store.people.accountOf(person.email.toUpperCase())).toEqual(account)
      expect(await store.people.accounts()).toContainEqual(account)
      await store.people.setPassword({ personId: person.id, passwordHash: 'h' })
      expect((await store.people.accountOf(person.email))?.password).toBe(true)
      const email = `${person.id}@ailleurs.fr`
      await store.people.rename({ id: person.id, name: 'Nouveau', email })
      expect(await store.people.accountOf(email)).toMatchObject({ name: 'Nouveau', password: true })
      expect(await store.people.accountOf(person.email)).toBeUndefined()
    })

    it('the link of an account is taken once, by one of those who ask, and replaced by the next', async () => {
      const { accountLinks } = store
      const personId = fresh('invited')
      const one = { tokenHash: fresh('t'), personId, role: 'trainer' as const, expiresAt: 2000 }
      const two = { ...one, tokenHash: fresh('t') }
      await accountLinks.create(one)
      await accountLinks.create(two)
      expect(await accountLinks.get(one.tokenHash)).toBeUndefined()
      expect((await accountLinks.pending(1999)).has(personId)).toBe(true)
      expect((await accountLinks.pending(2000)).has(personId)).toBe(false)
      const taken = await Promise.all([1, 2, 3].map(() => accountLinks.take(two.tokenHash)))
      expect(taken.filter(Boolean)).toEqual([two])
      expect(await accountLinks.get(two.tokenHash)).toBeUndefined()
    })

    it('classes: changed, told again, cancelled', async () => {
      const row = newClass()
      const [pupil, trainer] = [newPerson(), newPerson()]
      await store.classes.create({ ...row, meetingUrl: 'https://reunion.exemple.fr/a' }, [
        { ...pupil, role: 'participant', passwordHash: 'h', expiresAt: Date.now() + HOUR },
      ])
      await store.people.createAccount(trainer, 'trainer')
      await store.people.setPassword({ personId: trainer.id, passwordHash: 'h' })
      await store.people.enrol({ classId: row.id, personId: trainer.id, role: 'trainer' })
      expect((await store.classes.get(row.id))?.meetingUrl).toBe('https://reunion.exemple.fr/a')
      await store.classes.change(row.id, { meetingUrl: null })
      await store.classes.change(row.id, { title: 'Autre', endsAt: row.endsAt + HOUR })
      const changed = { ...row, title: 'Autre', endsAt: row.endsAt + HOUR, phase: 'lobby' }
      expect(await store.classes.get(row.id)).toEqual(changed)
      await expect(store.classes.change('nobody', { title: 'x' })).rejects.toMatchObject({
        code: 'missing',
      })
      await store.people.extendPasswords(row.id, Date.now() - 1)
      expect(await store.people.byLogin(pupil.email)).toEqual([])
      await store.people.extendPasswords(row.id, Date.now() + HOUR)
      expect(await store.people.byLogin(pupil.email)).toHaveLength(1)
      await store.classes.cancel(row.id, 7)
      await store.classes.cancel(row.id, 8)
      expect(await store.classes.get(row.id)).toEqual({ ...changed, cancelledAt: 7 })
      expect(await store.people.byLogin(pupil.email)).toEqual([])
      expect(await store.people.byLogin(trainer.email)).toHaveLength(1)
    })

    it('logins: found until they expire or are revoked', async () => {
      const [one, two, old] = [fresh('token'), fresh('token'), fresh('token')]
      const personId = fresh('stage-')
      const expiresAt = Date.now() + HOUR
      await store.logins.create({ tokenHash: one, personId, classId: 'c', userAgent: 'Firefox', expiresAt })
      await store.logins.create({ tokenHash: two, personId, userAgent: '', expiresAt })
      await store.logins.create({ tokenHash: old, personId, userAgent: '', expiresAt: Date.now() - 1 })
      const found = await store.logins.byTokenHash(one)
      expect(found).toMatchObject({ tokenHash: one, personId, classId: 'c', userAgent: 'Firefox', expiresAt })
      expect(Math.abs(found!.createdAt - Date.now())).toBeLessThan(60_000)
      expect(await store.logins.byTokenHash(two)).not.toHaveProperty('classId')
      expect(await store.logins.byTokenHash(old)).toBeUndefined()
      expect(await store.logins.byTokenHash('unknown')).toBeUndefined()
      await store.logins.revoke(one)
      expect(await store.logins.byTokenHash(one)).toBeUndefined()
      expect(await store.logins.byTokenHash(two)).toBeDefined()
      await store.logins.revokePerson(personId)
      expect(await store.logins.byTokenHash(two)).toBeUndefined()
    })

    it('files: any size, byte for byte, under the hash of their content', async () => {
      for (const size of [0, 1, 256 * 1024, 256 * 1024 + 1, 1_000_000]) {
        const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31 + names) % 256))
        const name = `${createHash('sha256').update(bytes).digest('hex')}.png`
        expect(await store.files.get(name)).toBeUndefined()
        await Promise.all([store.files.put(name, bytes), store.files.put(name, bytes)])
        const back = await store.files.get(name)
        expect(Buffer.isBuffer(back) && back.equals(bytes), `${size} bytes`).toBe(true)
        names += 1
      }
      await expect(store.files.put('logo.png', Buffer.from('x'))).rejects.toMatchObject({ code: 'invalid' })
      await expect(store.files.put(`${'0'.repeat(64)}.png`, Buffer.from('x'))).rejects.toMatchObject({
        code: 'invalid',
      })
    })

    it('connections: a blink is one stretch, a longer cut two, another device its own', async () => {
      const who = { classId: fresh('class'), personId: 'p1', device: 'phone' }
      const at = 1_795_600_000_000
      const { connections } = store
      const first = await connections.open({ ...who, at })
      await connections.beat([first], at + 30_000)
      await connections.close(first, at + 40_000)
      expect(await connections.open({ ...who, at: at + 54_999 })).toBe(first)
      await connections.close(first, at + 60_000)
      const second = await connections.open({ ...who, at: at + 75_000 })
      expect(second).not.toBe(first)
      const computer = await connections.open({ ...who, device: 'computer', at: at + 76_000 })
      await connections.beat([], at)
      await connections.beat([second, computer], at + 90_000)
      expect(await connections.list(who.classId)).toEqual([
        { ...who, id: first, openedAt: at, beatAt: at + 60_000, closedAt: at + 60_000 },
        { ...who, id: second, openedAt: at + 75_000, beatAt: at + 90_000 },
        { ...who, device: 'computer', id: computer, openedAt: at + 76_000, beatAt: at + 90_000 },
      ])
    })

    it('connections: two returns at once do not share a stretch', async () => {
      const who = { classId: fresh('class'), personId: 'p1', device: 'phone' }
      const id = await store.connections.open({ ...who, at: 1000 })
      await store.connections.close(id, 2000)
      const opened = await Promise.all([1, 2, 3].map(() => store.connections.open({ ...who, at: 3000 })))
      expect(new Set(opened).size).toBe(3)
      expect(opened).toContain(id)
    })

    it('connections left open by a server that died end at their last beat', async () => {
      const who = { classId: fresh('class'), personId: 'p1', device: 'phone' }
      const at = Date.now() - 200_000
      const id = await store.connections.open({ ...who, at })
      await store.connections.beat([id], at + 30_000)
      expect(await store.connections.closeStale()).toBeGreaterThan(0)
      expect(await store.connections.list(who.classId)).toMatchObject([{ id, closedAt: at + 30_000 }])
      expect(await store.connections.closeStale()).toBe(0)
      await store.connections.beat([id], at + 60_000)
      const [alive] = await store.connections.list(who.classId)
      expect(alive).not.toHaveProperty('closedAt')
    })
  })
})

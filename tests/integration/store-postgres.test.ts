/** What only the PostgreSQL store meets: several servers at once, a database that goes away and comes back. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#server/store/index.ts'
import type { ClassEvent } from '#shared/types.ts'
import { NO_POSTGRES, postgresForTests } from '#tests/support/postgres.ts'

const postgres = await postgresForTests()
const databaseUrl = postgres?.url ?? ''

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'estrade-postgres-'))
})
afterAll(async () => {
  await postgres?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const event = (classId: string, seq: number): ClassEvent => ({
  classId,
  seq,
  at: 1_795_569_490_362,
  by: 'p1',
  commandId: `c${seq}`,
  v: 1,
  type: 'answered',
  payload: {},
})

describe(postgres ? 'PostgreSQL' : `PostgreSQL (skipped: ${NO_POSTGRES})`, () => {
  it.skipIf(!postgres)('servers starting together on an empty database share it', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ dataDir, databaseUrl })))
    expect(new Set(stores.map((store) => store.secret.toString('hex'))).size).toBe(1)
    expect(await stores[0]!.log.append('shared', 0, [event('shared', 1)])).toBe('ok')
    expect(await stores[1]!.log.read('shared', 0)).toEqual([event('shared', 1)])
    expect(await stores[1]!.log.append('shared', 0, [event('shared', 1)])).toBe('conflict')
    await Promise.all(stores.map((store) => store.close()))
  })

  it.skipIf(!postgres)('no column of its own says which ballot came with which return', async () => {
    const store = await openStore({ dataDir, databaseUrl })
    const keys = ['d', 'b', 'e', 'a', 'c']
    for (const [i, key] of keys.entries()) {
      const ballots = [{ activityId: 's1', key, content: `"${key}"` }]
      await store.log.appendMany([{ classId: 'box', afterSeq: i, events: [event('box', i + 1)], ballots }])
    }
    const admin = new pg.Client(databaseUrl)
    await admin.connect()
    const { rows } = await admin.query('select key, xmin::text from ballots order by ctid')
    await admin.end()
    expect(rows.map(({ key }) => key)).toEqual([...keys].sort())
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
    // Amending while others return loses nothing.
    const returns = async () => {
      for (let i = keys.length; i < 60; i++) {
        const ballots = [{ activityId: 's1', key: `f${i}`, content: '1' }]
        await store.log.appendMany([{ classId: 'box', afterSeq: i, events: [event('box', i + 1)], ballots }])
      }
    }
    const amend = async (key: string) => {
      for (let n = 1; n <= 20; n++)
        expect(
          await store.log.amendBallot('box', { activityId: 's1', key, content: `"${key}${n}"` }, 60),
        ).toBe(true)
    }
    await Promise.all([returns(), ...keys.map(amend)])
    const said = await store.log.ballots('box', 's1')
    expect(said).toHaveLength(60)
    expect(said.slice(0, 5)).toEqual(['"a20"', '"b20"', '"c20"', '"d20"', '"e20"'])
    await store.close()
  })

  it.skipIf(!postgres)('does not close the connections other servers keep alive', async () => {
    const store = await openStore({ dataDir, databaseUrl })
    const now = Date.now()
    const who = { classId: 'beats', personId: 'p1', device: 'phone' }
    const alive = await store.connections.open({ ...who, at: now - 60_000 })
    const dead = await store.connections.open({ ...who, device: 'computer', at: now - 120_000 })
    expect(await store.connections.closeStale(now)).toBe(1)
    const closed = (await store.connections.list('beats')).filter((c) => c.closedAt !== undefined)
    expect(closed.map((c) => c.id)).toEqual([dead])
    expect(alive).not.toBe(dead)
    await store.close()
  })

  it.skipIf(!postgres)('a lost database rejects with storage, and later calls go on', async () => {
    const store = await openStore({ dataDir, databaseUrl })
    await store.log.append('cut', 0, [event('cut', 1)])
    const admin = new pg.Client(databaseUrl)
    await admin.connect()
    const slow = store.log.appendMany(
      Array.from({ length: 2000 }, (_, i) => ({
        classId: `cut${i}`,
        afterSeq: 0,
        events: [event(`cut${i}`, 1)],
      })),
    )
    const outcome = slow.then(
      () => 'stored',
      (error) => error.code,
    )
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'estrade'",
    )
    expect(['stored', 'storage']).toContain(await outcome)
    await admin.end()
    // An idle connection found dead costs at most one call each.
    let appended: string | undefined
    for (let i = 0; i < 10 && appended === undefined; i += 1)
      appended = await store.log.append('cut', 1, [event('cut', 2)]).catch((error) => {
        expect(error.code).toBe('storage')
        return undefined
      })
    expect(appended).toBe('ok')
    expect(await store.log.verify('cut')).toBe(true)
    await store.close()
  })

  it('says so when nobody answers', async () => {
    await expect(
      openStore({ dataDir, databaseUrl: 'postgres://estrade@127.0.0.1:1/none' }),
    ).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('PostgreSQL (DATABASE_URL) ne répond pas'),
    })
  })
})

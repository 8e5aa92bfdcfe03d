/** What only the SQLite store promises: its folder, its lock, and what it keeps when something breaks. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '#server/store/index.ts'
import { migrate } from '#server/store/migrate.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { openSqliteDatabase } from '#server/store/sqlite-database.ts'
import { sqliteDialect } from '#server/store/sqlite-dialect.ts'
import { tableLog } from '#server/store/table-log.ts'
import type { ClassEvent } from '#shared/types.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'estrade-sqlite-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(dataDir, { recursive: true, force: true })
})

const event = (classId: string, seq: number, text = ''): ClassEvent => ({
  classId,
  seq,
  at: 1,
  by: 'p1',
  commandId: `c${seq}`,
  v: 1,
  type: 'answered',
  payload: { text },
})

const pragma = (file: string, name: string) => {
  const db = new DatabaseSync(join(dataDir, file))
  const rows = db.prepare(`pragma ${name}`).all()
  db.close()
  return rows.map((row) => Object.values(row)[0])
}

describe('the data folder', () => {
  it('is made for its owner only', async () => {
    const nested = join(dataDir, 'a', 'data')
    const store = await openStore({ dataDir: nested })
    expect((await stat(nested)).mode & 0o777).toBe(0o700)
    await store.close()
  })

  it('serves one server: another says which process has it, and may have it afterwards', async () => {
    const store = await openStore({ dataDir })
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(
        `Le dossier ${dataDir} est déjà utilisé par un autre serveur Estrade (processus ${process.pid})`,
      ),
    })
    expect(await store.people.count()).toBe(0)
    await store.close()
    const next = await openStore({ dataDir })
    await next.close()
  })

  it('is not held by files a dead server left', async () => {
    await writeFile(join(dataDir, 'estrade.pid'), '1\n')
    await writeFile(join(dataDir, 'estrade.lock'), '')
    await (await openStore({ dataDir })).close()
  })
})

describe('kill -9 in a burst', () => {
  const program = fileURLToPath(new URL('./store-burst.ts', import.meta.url))

  /** Lets the program write until `lines` positions are acknowledged, then kills it. → the last of each class. */
  async function burst(lines: number, whileRunning?: (child: ChildProcess) => Promise<void>) {
    const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const over = once(child, 'exit')
    const last: Record<string, number> = {}
    let seen = 0
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'open') {
        await whileRunning?.(child)
        continue
      }
      const [classId, seq] = line.split(' ')
      last[classId!] = Number(seq)
      seen += 1
      if (seen === lines) child.kill('SIGKILL')
    }
    expect((await over)[1]).toBe('SIGKILL')
    expect(seen).toBeGreaterThanOrEqual(lines)
    return last
  }

  it('loses nothing acknowledged, doubles nothing, leaves a sound file and a free folder', async () => {
    for (const lines of [1, 60, 333]) {
      const acknowledged = await burst(lines, async (child) => {
        if (lines !== 1) return
        await expect(openStore({ dataDir })).rejects.toMatchObject({
          message: expect.stringContaining(`(processus ${child.pid})`),
        })
      })
      const store = await openStore({ dataDir })
      for (const [classId, seq] of Object.entries(acknowledged)) {
        const stored = await store.log.read(classId, 0)
        expect(stored.length).toBeGreaterThanOrEqual(seq)
        expect(stored.map((e) => e.payload)).toEqual(stored.map((_, i) => ({ seq: i + 1 })))
        expect(await store.log.verify(classId)).toBe(true)
      }
      await store.close()
      expect(pragma('estrade.db', 'integrity_check')).toEqual(['ok'])
      expect(pragma('files.db', 'integrity_check')).toEqual(['ok'])
    }
  })
})

describe('trouble', () => {
  it('commits reach the disk: WAL, synchronous full, foreign keys', async () => {
    const database = await openSqliteDatabase(dataDir)
    const ask = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(database.db)).rows[0] as object)[0]
    expect(await ask('journal_mode')).toBe('wal')
    expect(await ask('synchronous')).toBe(2)
    expect(await ask('foreign_keys')).toBe(1)
    expect(await ask('busy_timeout')).toBeGreaterThan(0)
    await database.close()
  })

  it('a full disk refuses with storage, keeps what was there, and what comes later goes on', async () => {
    const database = await openSqliteDatabase(dataDir)
    const log = tableLog(database)
    const limit = (pages: number) => sql`pragma max_page_count = ${sql.raw(`${pages}`)}`.execute(database.db)
    expect(await log.append('a', 0, [event('a', 1)])).toBe('ok')
    await limit(1) // SQLite takes the pages in use as the least.
    const long = 'x'.repeat(60_000)
    await expect(
      log.appendMany([
        { classId: 'b', afterSeq: 0, events: [event('b', 1)] },
        { classId: 'a', afterSeq: 1, events: [event('a', 2, long)] },
      ]),
    ).rejects.toMatchObject({ code: 'storage', message: expect.stringContaining('full') })
    expect(await log.read('a', 0)).toHaveLength(1)
    expect(await log.read('b', 0)).toHaveLength(0)
    await limit(1_000_000)
    expect(await log.append('a', 1, [event('a', 2, long)])).toBe('ok')
    expect(await log.verify('a')).toBe(true)
    await database.close()
    expect(pragma('estrade.db', 'integrity_check')).toEqual(['ok'])
  })

  it('a crash of the thread rejects what is pending with storage; the next call works on', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage')
    const store = await openStore({ dataDir })
    expect(await store.log.append('a', 0, [event('a', 1)])).toBe('ok')
    const thread = posted.mock.contexts.at(-1) as Worker

    const pending = [
      store.log.append('a', 1, [event('a', 2)]),
      store.log.append('b', 0, [event('b', 1)]),
      store.people.count(),
    ]
    const outcomes = Promise.allSettled(pending)
    await new Promise((resolve) => setImmediate(resolve))
    await thread.terminate()
    const rejected = (await outcomes).filter((outcome) => outcome.status === 'rejected')
    expect(rejected.length).toBeGreaterThan(0)
    for (const { reason } of rejected) expect(reason).toMatchObject({ code: 'storage' })

    const after = (await store.log.read('a', 0)).length
    expect(await store.log.append('a', after, [event('a', after + 1)])).toBe('ok')
    expect(await store.log.verify('a')).toBe(true)
    await expect(openStore({ dataDir }), 'the folder is still held').rejects.toMatchObject({ code: 'in-use' })
    await store.close()
  })

  it('a wrong value is refused as invalid and disturbs nobody', async () => {
    const store = await openStore({ dataDir })
    await expect(
      store.people.create({ id: 'p', name: { first: 'x' } as never, email: 'x' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    expect(await store.people.count()).toBe(0)
    await store.close()
  })
})

describe('transactions and migrations', () => {
  it('no transaction stays open between two requests', async () => {
    const database = await openSqliteDatabase(dataDir)
    await expect(database.db.transaction().execute(async () => {})).rejects.toThrow(/batch/)
    await database.close()
  })

  it('a migration that fails leaves nothing behind', async () => {
    const sqlite = await openSqlite({ file: join(dataDir, 'x.db') })
    const db = new Kysely<unknown>({ dialect: sqliteDialect(sqlite, { migrating: true }) })
    const first = {
      up: async (d: Kysely<unknown>) => {
        await d.schema.createTable('a').addColumn('x', 'text').execute()
      },
    }
    const failing = {
      up: async (d: Kysely<unknown>) => {
        await d.schema.createTable('b').addColumn('x', 'text').execute()
        throw new Error('half-way')
      },
    }
    await migrate(db, 'main', { '1': first })
    await expect(migrate(db, 'main', { '1': first, '2': failing })).rejects.toThrow('half-way')
    const tables = (await db.introspection.getTables()).map((table) => table.name)
    expect(tables).toContain('a')
    expect(tables).not.toContain('b')
    await sqlite.close()
  })

  it('a database of a newer version is left alone, and said to be', async () => {
    const store = await openStore({ dataDir })
    await store.close()
    const sqlite = await openSqlite({ file: join(dataDir, 'estrade.db') })
    await sqlite.run([
      { sql: "insert into migrations_main (name, timestamp) values ('999-later', '2030')", parameters: [] },
    ])
    await sqlite.close()
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('version plus récente'),
    })
  })
})

/**
 * The thread that owns one SQLite file. It answers requests in the order they come, so a slow disk stalls nobody
 * else, and every request is one transaction.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { StoreError } from './errors.ts'
import { chained, type EventDraft, LOG_START } from './event-log.ts'
import { fromSqlite } from './sqlite-errors.ts'
import type { Appended, Ballot } from './types.ts'

export type WorkerOptions = {
  file: string
  /** A file locked for as long as this thread lives; opening fails with `in-use` when someone else has it. */
  lockFile?: string
}
export type Statement = { sql: string; parameters: readonly unknown[] }
export type StatementResult = { rows: Record<string, unknown>[]; changes: number }
export type DraftBatch = {
  classId: string
  afterSeq: number
  rows: EventDraft[]
  ballots: Ballot[]
  collected: string[]
}
export type Request =
  | { id: number; do: 'run'; statements: Statement[] }
  | { id: number; do: 'append'; batches: DraftBatch[] }
  | { id: number; do: 'close' }
export type Failure = { code: StoreError['code']; message: string; constraint?: string }
/** `id` 0 tells how the opening went. */
export type Response = { id: number; result: unknown } | { id: number; failure: Failure }

const port = parentPort
if (port === null) throw new Error('sqlite-worker.ts runs in a worker thread')
const options = workerData as WorkerOptions

/** How long another program (a backup) may hold the file before a request fails. */
const BUSY_MS = 5000
/** How long a server that is stopping may keep the folder. */
const LOCK_WAIT_MS = 1000
const STATEMENTS_KEPT = 256

/** The operating system releases this lock when the process ends, however it ends. */
function lock(file: string): DatabaseSync {
  const held = new DatabaseSync(file, { timeout: LOCK_WAIT_MS })
  try {
    held.exec('begin exclusive')
  } catch (error) {
    held.close()
    throw new StoreError('in-use', `${file} is locked`, { cause: error })
  }
  return held
}

function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  db.exec('pragma journal_mode = wal')
  // An acknowledged answer must survive a power cut: every commit reaches the disk.
  db.exec('pragma synchronous = full')
  db.exec('pragma foreign_keys = on')
  // What an anonymous return said does not stay behind in a freed page.
  db.exec('pragma secure_delete = on')
  // The log of a busy day does not leave a huge -wal file behind.
  db.exec(`pragma journal_size_limit = ${64 * 1024 * 1024}`)
  return db
}

function serve(db: DatabaseSync): (request: Request) => unknown {
  const kept = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = kept.get(sql)
    if (known) return known
    if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string)
    const prepared = db.prepare(sql)
    kept.set(sql, prepared)
    return prepared
  }

  function run({ sql, parameters }: Statement): StatementResult {
    const prepared = statement(sql)
    const values = parameters as SQLInputValue[]
    if (prepared.columns().length === 0) return { rows: [], changes: Number(prepared.run(...values).changes) }
    const rows = prepared.all(...values)
    return { rows, changes: rows.length }
  }

  function transaction<T>(work: () => T): T {
    statement('begin immediate').run()
    try {
      const result = work()
      statement('commit').run()
      return result
    } catch (error) {
      // A full disk may have rolled back already.
      if (db.isTransaction) statement('rollback').run()
      throw error
    }
  }

  function append({ classId, afterSeq, rows, ballots, collected }: DraftBatch): Appended {
    const head = statement('select seq, chain from events where class_id = ? order by seq desc limit 1').get(
      classId,
    ) as { seq: number; chain: Uint8Array } | undefined
    if ((head?.seq ?? 0) !== afterSeq) return 'conflict'
    const insert = statement(
      'insert into events (class_id, seq, at, by_id, command_id, v, type, activity_id, salt, payload, digest, chain)' +
        ' values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    for (const row of chained(rows, head?.chain ?? LOG_START))
      insert.run(
        row.class_id,
        row.seq,
        row.at,
        row.by_id,
        row.command_id,
        row.v,
        row.type,
        row.activity_id,
        row.salt,
        row.payload,
        row.digest,
        row.chain,
      )
    for (const { activityId, key, content } of ballots)
      statement(
        'insert into ballots (class_id, activity_id, key, content) values (?, ?, ?, ?) on conflict do nothing',
      ).run(classId, activityId, key, content)
    for (const activityId of collected)
      statement('delete from ballots where class_id = ? and activity_id = ?').run(classId, activityId)
    return 'ok'
  }

  /** The write-ahead log still holds each state of the ballot box, one after the other: it is emptied. */
  function forgetPages() {
    try {
      db.exec('pragma wal_checkpoint(truncate)')
    } catch {
      // Somebody reads the file: a later checkpoint will do.
    }
  }

  return (request) => {
    switch (request.do) {
      case 'append': {
        const appended = transaction(() => request.batches.map(append))
        if (request.batches.some(({ collected }) => collected.length > 0)) forgetPages()
        return appended
      }
      case 'run':
        return request.statements.length === 1
          ? request.statements.map(run)
          : transaction(() => request.statements.map(run))
      case 'close':
        kept.clear()
        db.close()
    }
  }
}

function answer(id: number, work: () => unknown): boolean {
  try {
    port!.postMessage({ id, result: work() } satisfies Response)
    return true
  } catch (thrown) {
    const { code, message, constraint } = thrown instanceof StoreError ? thrown : fromSqlite(thrown)
    port!.postMessage({ id, failure: { code, message, constraint } } satisfies Response)
    return false
  }
}

answer(0, () => {
  const held = options.lockFile === undefined ? undefined : lock(options.lockFile)
  const handle = serve(open(options.file))
  port.on('message', (request: Request) => {
    answer(request.id, () => handle(request))
    if (request.do !== 'close') return
    held?.close()
    port.close()
  })
})

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import { migrate } from './migrate.ts'
import { fileMigrations, mainMigrations } from './migrations/index.ts'
import { appendToPostgres } from './postgres-append.ts'
import { fromPostgres } from './postgres-errors.ts'
import type { FileTables, Tables } from './tables.ts'

const BIGINT = 20

/** pg gives 64-bit integers as strings: ours (times in ms, counts) fit in a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    application_name: 'estrade',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => {})
  return pool
}

const failing = <T>(promise: Promise<T>): Promise<T> =>
  promise.catch((error) => {
    throw fromPostgres(error)
  })

/** The same pool for Kysely, with our errors. */
const dialect = (pool: pg.Pool) =>
  new PostgresDialect({
    pool: {
      async connect() {
        const client = await failing(pool.connect())
        return {
          query: (text: unknown, parameters?: readonly unknown[]) =>
            failing(client.query(text as string, parameters as unknown[])),
          release: () => client.release(),
        } as unknown as pg.PoolClient
      },
      end: () => pool.end(),
    },
  })

/** The database at `url`. Rejects with `storage` when it does not answer. */
export async function openPostgresDatabase(url: string): Promise<Database> {
  const pool = openPool(url, 8)
  // The log has connections of its own: no file or list keeps an answer waiting.
  const logPool = openPool(url, 2)
  const db = new Kysely<Tables & FileTables>({ dialect: dialect(pool) })
  let closing: Promise<unknown> | undefined
  // What comes after finds the pools ended, and says so.
  const close = async () => {
    closing ??= Promise.all([pool.end(), logPool.end()])
    await closing
  }

  try {
    await failing(pool.query('select 1')).catch((error) => {
      throw new StoreError('storage', `PostgreSQL (DATABASE_URL) ne répond pas : ${error.message}`, {
        cause: error,
      })
    })
    await migrate(db, 'main', mainMigrations('postgres'))
    await migrate(db, 'files', fileMigrations('postgres'))
  } catch (error) {
    await close()
    throw error
  }

  return {
    kind: 'postgres',
    db: db as unknown as Kysely<Tables>,
    files: db as unknown as Kysely<FileTables>,
    async batch(queries) {
      await db.transaction().execute(async (transaction) => {
        for (const query of queries) await transaction.executeQuery(query.compile())
      })
    },
    async scrub() {
      await failing(pool.query('vacuum'))
    },
    append: (batches) => failing(appendToPostgres(logPool, batches)),
    close,
  }
}

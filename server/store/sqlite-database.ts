import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import { drafts } from './event-log.ts'
import { migrate } from './migrate.ts'
import { fileMigrations, mainMigrations } from './migrations/index.ts'
import { openSqlite, type Sqlite } from './sqlite.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { FileTables, Tables } from './tables.ts'

async function alreadyInUse(dataDir: string, pidFile: string): Promise<StoreError> {
  const pid = (await readFile(pidFile, 'utf8').catch(() => '')).trim()
  const who = /^\d+$/.test(pid) ? ` (processus ${pid})` : ''
  return new StoreError(
    'in-use',
    `Le dossier ${dataDir} est déjà utilisé par un autre serveur Estrade${who} : arrêtez-le, ou donnez un autre dossier par ESTRADE_DATA.`,
  )
}

const migrating = (sqlite: Sqlite) =>
  new Kysely<unknown>({ dialect: sqliteDialect(sqlite, { migrating: true }) })

/** estrade.db and files.db in `dataDir`, each in its thread. Rejects with `in-use` when another server has them. */
export async function openSqliteDatabase(dataDir: string): Promise<Database> {
  const pidFile = join(dataDir, 'estrade.pid')
  const main = await openSqlite({
    file: join(dataDir, 'estrade.db'),
    lockFile: join(dataDir, 'estrade.lock'),
  }).catch(async (error) => {
    throw error instanceof StoreError && error.code === 'in-use'
      ? await alreadyInUse(dataDir, pidFile)
      : error
  })

  let chunks: Sqlite | undefined
  try {
    await writeFile(pidFile, `${process.pid}\n`)
    chunks = await openSqlite({ file: join(dataDir, 'files.db') })
    await migrate(migrating(main), 'main', mainMigrations('sqlite'))
    await migrate(migrating(chunks), 'files', fileMigrations('sqlite'))
  } catch (error) {
    await Promise.all([main.close(), chunks?.close()])
    throw error
  }

  const files = chunks
  return {
    kind: 'sqlite',
    db: new Kysely<Tables>({ dialect: sqliteDialect(main) }),
    files: new Kysely<FileTables>({ dialect: sqliteDialect(files) }),
    async batch(queries) {
      await main.run(queries.map((query) => query.compile()))
    },
    // Freed pages are zeroed (secure_delete); older images of them wait in the write-ahead log.
    async scrub() {
      await main.run([{ sql: 'pragma wal_checkpoint(truncate)', parameters: [] }])
    },
    async append(batches) {
      return main.append(
        batches.map((batch) => ({
          classId: batch.classId,
          afterSeq: batch.afterSeq,
          rows: drafts(batch),
          ballots: batch.ballots ?? [],
          collected: batch.collected ?? [],
        })),
      )
    },
    async close() {
      await files.close()
      await rm(pidFile, { force: true })
      await main.close()
    },
  }
}

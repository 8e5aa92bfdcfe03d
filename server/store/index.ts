/** The store: the event log of every class and the tables around it, in SQLite or PostgreSQL. */
import { chmod, mkdir } from 'node:fs/promises'
import { accountLinkTable } from './account-links.ts'
import { classTable } from './classes.ts'
import { connectionTable } from './connections.ts'
import { convocationTable } from './convocations.ts'
import { courseTable } from './courses.ts'
import type { Database } from './database.ts'
import { fileTable } from './files.ts'
import { followUpTable } from './follow-ups.ts'
import { loginTable } from './logins.ts'
import { mailTable } from './mails.ts'
import { peopleTable } from './people.ts'
import { privacyTable } from './privacy.ts'
import { readSecret } from './secret.ts'
import { settingTable } from './settings.ts'
import { openSqliteDatabase } from './sqlite-database.ts'
import { tableLog } from './table-log.ts'
import type { Store, StoreConfig } from './types.ts'

export { isDuplicate, StoreError, type StoreErrorCode } from './errors.ts'
export { memoryLog } from './memory-log.ts'
export { loginKey } from './people.ts'
export { createSeal, type Seal } from './seal.ts'
export type * from './types.ts'

/** Personal data: nobody else on this machine may read it. */
async function makeDataFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await chmod(dataDir, 0o700).catch((error: NodeJS.ErrnoException) => {
    // A mounted folder that belongs to someone else: its owner has decided.
    if (error.code !== 'EPERM') throw error
  })
}

async function openDatabase({ dataDir, databaseUrl }: StoreConfig): Promise<Database> {
  if (databaseUrl === undefined) return openSqliteDatabase(dataDir)
  // Loaded only where it serves: a server on SQLite starts sooner.
  const { openPostgresDatabase } = await import('./postgres-database.ts')
  return openPostgresDatabase(databaseUrl)
}

/**
 * Opens the store and brings its tables up to date. Rejects with a StoreError whose message is for whoever starts
 * the server: `in-use` (another server on this folder), `storage` (no answer), `invalid` (newer database).
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  await makeDataFolder(config.dataDir)
  const database = await openDatabase(config)
  try {
    return {
      kind: database.kind,
      log: tableLog(database),
      courses: courseTable(database),
      people: peopleTable(database),
      classes: classTable(database),
      logins: loginTable(database),
      privacy: privacyTable(database),
      accountLinks: accountLinkTable(database),
      files: fileTable(database),
      connections: connectionTable(database),
      mails: mailTable(database),
      convocations: convocationTable(database),
      settings: settingTable(database),
      followUps: followUpTable(database),
      secret: await readSecret(database),
      close: () => database.close(),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

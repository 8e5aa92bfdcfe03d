import type { Compilable, Kysely } from 'kysely'
import type { FileTables, Tables } from './tables.ts'
import type { Appended, Batch } from './types.ts'

/** One of the two databases, up to date and ready. */
export type Database = {
  kind: 'sqlite' | 'postgres'
  /** Takes no interactive transaction: see `batch`. */
  db: Kysely<Tables>
  files: Kysely<FileTables>
  /** Queries on `db` in one transaction. */
  batch(queries: Compilable[]): Promise<void>
  /** Deleted text leaves the files of the database. */
  scrub(): Promise<void>
  append(batches: Batch[]): Promise<Appended[]>
  close(): Promise<void>
}

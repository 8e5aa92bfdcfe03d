import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Sqlite } from './sqlite.ts'

/** Lets Kysely make each migration all or nothing; SQLite can, its default adapter does not. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * Kysely over the SQLite thread. Requests of everybody follow one another there, so a transaction opened in one
 * and closed in another would swallow what comes between: only `migrating`, when nobody else is served, allows
 * them. Anything else sends its statements together (`Database.batch`).
 */
export function sqliteDialect(sqlite: Sqlite, { migrating = false } = {}): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const [result] = await sqlite.run([{ sql, parameters }])
      return { rows: result!.rows as R[], numAffectedRows: BigInt(result!.changes) }
    },
    // biome-ignore lint/correctness/useYield: streaming is refused
    async *streamQuery() {
      throw new Error('SQLite: read rows by pages instead of streaming them')
    },
  }
  const control = (statement: string) => async () => {
    if (!migrating)
      throw new Error('SQLite: send the statements as one batch instead of opening a transaction')
    await connection.executeQuery(CompiledQuery.raw(statement))
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: control('begin immediate'),
    commitTransaction: control('commit'),
    rollbackTransaction: control('rollback'),
    releaseConnection: async () => {},
    // The thread outlives the query builder: whoever opened it closes it.
    destroy: async () => {},
  }
  return {
    createAdapter: () => (migrating ? new TransactionalDdlAdapter() : new SqliteAdapter()),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

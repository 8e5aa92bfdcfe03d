import { type CreateTableBuilder, sql } from 'kysely'

export type Kind = 'sqlite' | 'postgres'

/** The column types that are not spelt alike. SQLite's integers have 64 bits already. */
export const columns = (kind: Kind) =>
  kind === 'sqlite'
    ? ({ bytes: 'blob', long: 'integer' } as const)
    : ({ bytes: 'bytea', long: 'bigint' } as const)

/** Rows lie in the order of the primary key; PostgreSQL has no such thing and needs none. */
export const inKeyOrder =
  (kind: Kind) =>
  <T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C> =>
    kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table

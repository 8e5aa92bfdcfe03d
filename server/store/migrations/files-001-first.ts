import type { Kysely, Migration } from 'kysely'
import { columns, type Kind } from './columns.ts'

export const filesFirst = (kind: Kind): Migration => ({
  async up(db: Kysely<unknown>) {
    const { bytes, long } = columns(kind)

    await db.schema
      .createTable('files')
      .addColumn('name', 'text', (c) => c.primaryKey().notNull())
      .addColumn('size', long, (c) => c.notNull())
      .addColumn('added_at', long, (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('file_chunks')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addPrimaryKeyConstraint('file_chunks_pkey', ['name', 'n'])
      .execute()
  },
})

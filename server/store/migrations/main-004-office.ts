import type { Kysely, Migration } from 'kysely'
import { columns, type Kind } from './columns.ts'

/** What the office plans and changes: accounts opened by a link, edited and cancelled classes, withdrawn and erased people. */
export const mainOffice = (kind: Kind): Migration => ({
  async up(db: Kysely<unknown>) {
    const { long } = columns(kind)

    // No foreign key: the person of the very first link is made when it is accepted.
    await db.schema
      .createTable('account_links')
      .addColumn('token_hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('created_at', long, (c) => c.notNull())
      .addColumn('expires_at', long, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('account_links_person_id').on('account_links').column('person_id').execute()

    await db.schema.alterTable('classes').addColumn('meeting_url', 'text').execute()
    await db.schema.alterTable('classes').addColumn('cancelled_at', long).execute()
    await db.schema.alterTable('seats').addColumn('withdrawn_at', long).execute()
    await db.schema.alterTable('people').addColumn('erased_at', long).execute()
  },
})

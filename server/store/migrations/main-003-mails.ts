import type { Kysely, Migration } from 'kysely'
import { columns, type Kind } from './columns.ts'

/** Mails on their way, and what each enrolled person did with their invitation. */
export const mainMails = (kind: Kind): Migration => ({
  async up(db: Kysely<unknown>) {
    const { bytes, long } = columns(kind)

    await db.schema
      .createTable('mails')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('class_id', 'text')
      .addColumn('person_id', 'text')
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('content', bytes)
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('said', 'text')
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('next_at', long, (c) => c.notNull())
      .addColumn('created_at', long, (c) => c.notNull())
      .addColumn('created_by', 'text')
      .addColumn('sent_at', long)
      .addColumn('expires_at', long, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('mails_state_next_at').on('mails').columns(['state', 'next_at']).execute()
    await db.schema.createIndex('mails_class_id').on('mails').column('class_id').execute()

    await db.schema
      .createTable('convocations')
      .addColumn('class_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('sealed', bytes)
      .addColumn('issued_at', long)
      .addColumn('reissued_at', long)
      .addColumn('opened_at', long)
      .addColumn('tested_at', long)
      .addColumn('test', 'text')
      .addPrimaryKeyConstraint('convocations_pkey', ['class_id', 'person_id'])
      .execute()

    await db.schema
      .createTable('class_notices')
      .addColumn('class_id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('sequence', 'integer', (c) => c.notNull())
      .addColumn('announced', 'text', (c) => c.notNull())
      .addColumn('cancelled_at', long)
      .execute()

    await db.schema
      .createTable('backgrounds')
      .addColumn('person_id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .execute()
  },
})

import type { Kysely, Migration } from 'kysely'
import { inKeyOrder, type Kind } from './columns.ts'

/** The questionnaire some months after: who answered, and what was said, without time or order of arrival. */
export const mainFollowUps = (kind: Kind): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('follow_ups_given')
      .addColumn('class_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('follow_ups_given_pkey', ['class_id', 'person_id'])
      .$call(inKeyOrder(kind))
      .execute()
    await db.schema
      .createTable('follow_up_returns')
      .addColumn('class_id', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('follow_up_returns_pkey', ['class_id', 'key'])
      .$call(inKeyOrder(kind))
      .execute()
  },
})

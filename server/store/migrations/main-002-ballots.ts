import type { Kysely, Migration } from 'kysely'
import { inKeyOrder, type Kind } from './columns.ts'

/** Anonymous returns until their activity closes: no person, no time, no command, and no order of arrival. */
export const mainBallots = (kind: Kind): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('ballots')
      .addColumn('class_id', 'text', (c) => c.notNull())
      .addColumn('activity_id', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('ballots_pkey', ['class_id', 'activity_id', 'key'])
      .$call(inKeyOrder(kind))
      .execute()
  },
})

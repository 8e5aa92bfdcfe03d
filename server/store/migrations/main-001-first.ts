import type { Kysely, Migration } from 'kysely'
import { columns, inKeyOrder, type Kind } from './columns.ts'

export const mainFirst = (kind: Kind): Migration => ({
  async up(db: Kysely<unknown>) {
    const { bytes, long } = columns(kind)

    await db.schema
      .createTable('settings')
      .addColumn('key', 'text', (c) => c.primaryKey().notNull())
      .addColumn('value', bytes, (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('events')
      .addColumn('class_id', 'text', (c) => c.notNull())
      .addColumn('seq', long, (c) => c.notNull())
      .addColumn('at', long, (c) => c.notNull())
      .addColumn('by_id', 'text', (c) => c.notNull())
      .addColumn('command_id', 'text', (c) => c.notNull())
      .addColumn('v', 'integer', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('activity_id', 'text')
      .addColumn('salt', bytes)
      .addColumn('payload', 'text')
      .addColumn('digest', bytes, (c) => c.notNull())
      .addColumn('chain', bytes, (c) => c.notNull())
      .addPrimaryKeyConstraint('events_pkey', ['class_id', 'seq'])
      .$call(inKeyOrder(kind))
      .execute()

    await db.schema
      .createTable('courses')
      .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('course', 'text', (c) => c.notNull())
      .addColumn('deck', 'text', (c) => c.notNull())
      .addColumn('pinned_at', long, (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('people')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.notNull())
      .addColumn('email_key', 'text', (c) => c.notNull())
      .addColumn('created_at', long, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('people_email_key').on('people').column('email_key').execute()

    await db.schema
      .createTable('accounts')
      .addColumn('person_id', 'text', (c) => c.primaryKey().notNull().references('people.id'))
      .addColumn('role', 'text', (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('passwords')
      .addColumn('person_id', 'text', (c) => c.primaryKey().notNull().references('people.id'))
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('expires_at', long)
      .addColumn('changed_at', long, (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('classes')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('code', 'text', (c) => c.notNull().unique())
      .addColumn('course_id', 'text', (c) => c.notNull())
      .addColumn('course_hash', 'text', (c) => c.references('courses.hash'))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('starts_at', long, (c) => c.notNull())
      .addColumn('ends_at', long, (c) => c.notNull())
      .addColumn('time_zone', 'text', (c) => c.notNull())
      .addColumn('half_days', 'text', (c) => c.notNull())
      .addColumn('phase', 'text', (c) => c.notNull())
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('created_at', long, (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('seats')
      .addColumn('class_id', 'text', (c) => c.notNull().references('classes.id'))
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('enrolled_at', long, (c) => c.notNull())
      .addPrimaryKeyConstraint('seats_pkey', ['class_id', 'person_id'])
      .execute()
    await db.schema.createIndex('seats_person_id').on('seats').column('person_id').execute()

    // No foreign key: a projection screen's login is of no stored person.
    await db.schema
      .createTable('logins')
      .addColumn('token_hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('class_id', 'text')
      .addColumn('user_agent', 'text', (c) => c.notNull())
      .addColumn('created_at', long, (c) => c.notNull())
      .addColumn('expires_at', long, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('logins_person_id').on('logins').column('person_id').execute()

    await db.schema
      .createTable('connections')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('class_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('opened_at', long, (c) => c.notNull())
      .addColumn('beat_at', long, (c) => c.notNull())
      .addColumn('closed_at', long)
      .execute()
    await db.schema
      .createIndex('connections_class_person')
      .on('connections')
      .columns(['class_id', 'person_id'])
      .execute()
  },
})

/** Everything held on persons, table by table: what they may see, what is taken away, what time takes away. */
import type { Database } from './database.ts'
import { loginKey } from './people.ts'
import type { Holdings, Privacy } from './types.ts'

/** What stands in the place of a name. */
const ERASED_NAME = 'Personne effacée'
const WORDS = ['question.asked', 'word.said']

export function privacyTable(database: Database): Privacy {
  const { db, batch } = database

  const seatsOf = (personIds: readonly string[]) =>
    db.selectFrom('seats').select('class_id').where('person_id', 'in', personIds).distinct()

  /** What they returned under their name some months after; an anonymous return is nobody's. */
  async function namedReturns(personIds: readonly string[]) {
    const rows = await db
      .selectFrom('follow_up_returns')
      .selectAll()
      .where('class_id', 'in', seatsOf(personIds))
      .execute()
    return rows.filter(({ content }) => {
      const { personId } = JSON.parse(content) as { personId?: string }
      return personId !== undefined && personIds.includes(personId)
    })
  }

  return {
    async same(personId) {
      const person = await db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirst()
      if (!person || person.erased_at !== null) return person ? [personId] : []
      const rows = await db
        .selectFrom('people')
        .select(['id', 'name'])
        .where('email_key', '=', person.email_key)
        .where('erased_at', 'is', null)
        .orderBy('created_at')
        .execute()
      return rows.filter(({ name }) => loginKey(name) === loginKey(person.name)).map(({ id }) => id)
    },
    async held(personIds) {
      const ids = [...personIds]
      const [
        people,
        accounts,
        passwords,
        seats,
        logins,
        links,
        connections,
        mails,
        convocations,
        backgrounds,
        followUps,
        returns,
      ] = await Promise.all([
        db
          .selectFrom('people')
          .select(['id', 'name', 'email', 'created_at'])
          .where('id', 'in', ids)
          .execute(),
        db.selectFrom('accounts').selectAll().where('person_id', 'in', ids).execute(),
        // The hash is of no use to anybody but whoever attacks it.
        db
          .selectFrom('passwords')
          .select(['person_id', 'changed_at', 'expires_at'])
          .where('person_id', 'in', ids)
          .execute(),
        db.selectFrom('seats').selectAll().where('person_id', 'in', ids).execute(),
        db
          .selectFrom('logins')
          .select(['person_id', 'user_agent', 'created_at', 'expires_at'])
          .where('person_id', 'in', ids)
          .execute(),
        db
          .selectFrom('account_links')
          .select(['person_id', 'role', 'created_at', 'expires_at'])
          .where('person_id', 'in', ids)
          .execute(),
        db.selectFrom('connections').selectAll().where('person_id', 'in', ids).execute(),
        db
          .selectFrom('mails')
          .select([
            'person_id',
            'class_id',
            'kind',
            'address',
            'name',
            'subject',
            'state',
            'created_at',
            'sent_at',
          ])
          .where('person_id', 'in', ids)
          .execute(),
        db
          .selectFrom('convocations')
          .select(['person_id', 'class_id', 'issued_at', 'reissued_at', 'opened_at', 'tested_at', 'test'])
          .where('person_id', 'in', ids)
          .execute(),
        db.selectFrom('backgrounds').selectAll().where('person_id', 'in', ids).execute(),
        db.selectFrom('follow_ups_given').selectAll().where('person_id', 'in', ids).execute(),
        namedReturns(ids),
      ])
      const held: Holdings = {
        people,
        accounts,
        passwords,
        seats,
        logins,
        links,
        connections,
        mails,
        convocations,
        backgrounds,
        followUps,
        returns: returns.map(({ class_id, content }) => ({ class_id, ...JSON.parse(content) })),
      }
      return Object.fromEntries(Object.entries(held).filter(([, rows]) => rows.length > 0))
    },
    async classesOf(personIds) {
      const rows = await seatsOf(personIds).execute()
      return rows.map((row) => row.class_id)
    },
    async forget(personIds, at) {
      const ids = [...personIds]
      const returns = await namedReturns(ids)
      await batch([
        ...returns.map(({ class_id, key }) =>
          db.deleteFrom('follow_up_returns').where('class_id', '=', class_id).where('key', '=', key),
        ),
        db
          .updateTable('people')
          .set({ name: ERASED_NAME, email: '', email_key: '', erased_at: at })
          .where('id', 'in', ids),
        db.deleteFrom('accounts').where('person_id', 'in', ids),
        db.deleteFrom('account_links').where('person_id', 'in', ids),
        db.deleteFrom('passwords').where('person_id', 'in', ids),
        db.deleteFrom('logins').where('person_id', 'in', ids),
        db.deleteFrom('mails').where('person_id', 'in', ids),
        db.deleteFrom('convocations').where('person_id', 'in', ids),
        db.deleteFrom('backgrounds').where('person_id', 'in', ids),
        db.deleteFrom('follow_ups_given').where('person_id', 'in', ids),
        db.updateTable('connections').set({ device: '' }).where('person_id', 'in', ids),
      ])
    },
    async due({ ended, cancelled }) {
      const rows = await db
        .selectFrom('classes')
        .select('id')
        .where((e) => e.or([e('ends_at', '<', ended), e('cancelled_at', '<', cancelled)]))
        .execute()
      return rows.map((row) => row.id)
    },
    async removeClass(classId) {
      const here = db.selectFrom('seats').select('person_id').where('class_id', '=', classId)
      const elsewhere = db.selectFrom('seats').select('person_id').where('class_id', '<>', classId)
      const accounts = db.selectFrom('accounts').select('person_id')
      const rows = await db
        .selectFrom('people')
        .select('id')
        .where('id', 'in', here)
        .where('id', 'not in', elsewhere)
        .where('id', 'not in', accounts)
        .execute()
      const alone = rows.map((row) => row.id)
      await batch([
        db.deleteFrom('events').where('class_id', '=', classId),
        db.deleteFrom('ballots').where('class_id', '=', classId),
        db.deleteFrom('connections').where('class_id', '=', classId),
        db.deleteFrom('mails').where('class_id', '=', classId),
        db.deleteFrom('convocations').where('class_id', '=', classId),
        db.deleteFrom('class_notices').where('class_id', '=', classId),
        db.deleteFrom('follow_ups_given').where('class_id', '=', classId),
        db.deleteFrom('follow_up_returns').where('class_id', '=', classId),
        db.deleteFrom('logins').where('class_id', '=', classId),
        db.deleteFrom('seats').where('class_id', '=', classId),
        ...(alone.length === 0
          ? []
          : [
              db.deleteFrom('logins').where('person_id', 'in', alone),
              db.deleteFrom('passwords').where('person_id', 'in', alone),
              db.deleteFrom('backgrounds').where('person_id', 'in', alone),
              db.deleteFrom('people').where('id', 'in', alone),
            ]),
        db.deleteFrom('classes').where('id', '=', classId),
      ])
    },
    async words(ended) {
      const rows = await db
        .selectFrom('events')
        .innerJoin('classes', 'classes.id', 'events.class_id')
        .select(['events.class_id', 'events.seq'])
        .where('classes.ends_at', '<', ended)
        .where('events.type', 'in', WORDS)
        .where('events.payload', 'is not', null)
        .execute()
      const byClass = Map.groupBy(rows, (row) => row.class_id)
      return [...byClass].map(([classId, events]) => ({ classId, seqs: events.map(({ seq }) => seq) }))
    },
    async removeExpired(now) {
      await batch([
        db.deleteFrom('passwords').where('expires_at', '<=', now),
        db.deleteFrom('logins').where('expires_at', '<=', now),
        db.deleteFrom('account_links').where('expires_at', '<=', now),
      ])
    },
    scrub: () => database.scrub(),
  }
}

import type { Selectable } from 'kysely'
import type { MailState } from '#shared/convocation.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import type { Mail, Mails, NewMail } from './types.ts'

type Row = Omit<Selectable<Tables['mails']>, 'content'> & { readable: unknown }

const DUE: MailState[] = ['waiting', 'retrying', 'sending']
/** A list of the office shows no more. */
const LIST_MAX = 500

const optional = <K extends string, V>(key: K, value: V | null) =>
  value === null ? {} : ({ [key]: value } as Record<K, V>)

const toMail = (row: Row): Mail => ({
  id: row.id,
  kind: row.kind,
  ...optional('classId', row.class_id),
  ...optional('personId', row.person_id),
  address: row.address,
  name: row.name,
  subject: row.subject,
  state: row.state,
  ...optional('reason', row.reason),
  ...optional('said', row.said),
  attempts: row.attempts,
  nextAt: row.next_at,
  createdAt: row.created_at,
  ...optional('createdBy', row.created_by),
  ...optional('sentAt', row.sent_at),
  expiresAt: row.expires_at,
  readable: Boolean(row.readable),
})

export function mailTable({ db, batch }: Database): Mails {
  const selected = () =>
    db
      .selectFrom('mails')
      .select([
        'id',
        'kind',
        'class_id',
        'person_id',
        'address',
        'name',
        'subject',
        'state',
        'reason',
        'said',
        'attempts',
        'next_at',
        'created_at',
        'created_by',
        'sent_at',
        'expires_at',
      ])
      .select((e) => e('content', 'is not', null).as('readable'))

  const get: Mails['get'] = async (id) => {
    const row = await selected().where('id', '=', id).executeTakeFirst()
    return row && toMail(row)
  }

  const values = (mail: NewMail) => ({
    id: mail.id,
    kind: mail.kind,
    class_id: mail.classId ?? null,
    person_id: mail.personId ?? null,
    address: mail.address,
    name: mail.name,
    subject: mail.subject,
    content: mail.content,
    state: mail.state,
    attempts: 0,
    next_at: mail.createdAt,
    created_at: mail.createdAt,
    created_by: mail.createdBy ?? null,
    expires_at: mail.expiresAt,
  })

  return {
    get,
    async add(mails) {
      await batch(
        mails.map((mail) =>
          db
            .insertInto('mails')
            .values(values(mail))
            .onConflict((conflict) => conflict.column('id').doNothing()),
        ),
      )
    },
    async content(id) {
      const row = await db.selectFrom('mails').select('content').where('id', '=', id).executeTakeFirst()
      return row?.content ? Buffer.from(row.content) : undefined
    },
    async list({ classId, classIds, limit = LIST_MAX }) {
      let query = selected()
      if (classId !== undefined) query = query.where('class_id', '=', classId)
      if (classIds !== undefined) query = query.where('class_id', 'in', [...classIds, ''])
      const rows = await query.orderBy('created_at', 'desc').orderBy('id').limit(limit).execute()
      return rows.map(toMail)
    },
    async claim(now, until) {
      const taken = await db
        .updateTable('mails')
        .set((e) => ({ state: 'sending' as const, next_at: until, attempts: e('attempts', '+', 1) }))
        .where('id', '=', (e) =>
          e
            .selectFrom('mails')
            .select('id')
            .where('state', 'in', DUE)
            .where('next_at', '<=', now)
            .orderBy('next_at')
            .orderBy('created_at')
            .orderBy('id')
            .limit(1),
        )
        // Another server may have taken it in between: then it is no longer due.
        .where('state', 'in', DUE)
        .where('next_at', '<=', now)
        .returning('id')
        .executeTakeFirst()
      return taken && get(taken.id)
    },
    async settle(id, { state, reason, said, nextAt, sentAt, keep }) {
      await db
        .updateTable('mails')
        .set({
          state,
          reason: reason ?? null,
          said: said ?? null,
          ...(nextAt === undefined ? {} : { next_at: nextAt }),
          ...(sentAt === undefined ? {} : { sent_at: sentAt }),
          ...(keep ? {} : { content: null }),
        })
        .where('id', '=', id)
        // Withdrawn while it was under way: that stays, unless it did leave.
        .where('state', 'in', state === 'sent' ? [...DUE, 'withdrawn'] : DUE)
        .execute()
    },
    async nextAt() {
      const { at } = await db
        .selectFrom('mails')
        .select((e) => e.fn.min<number | null>('next_at').as('at'))
        .where('state', 'in', DUE)
        .executeTakeFirstOrThrow()
      return at === null ? undefined : Number(at)
    },
    async again(id, now) {
      const { numUpdatedRows } = await db
        .updateTable('mails')
        .set({ state: 'waiting', next_at: now, reason: null })
        .where('id', '=', id)
        .where('state', 'in', ['waiting', 'retrying', 'refused', 'failed', 'kept'])
        .where('content', 'is not', null)
        .where('expires_at', '>', now)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async wake(now, { alone, reasons }) {
      const due = db.updateTable('mails').set({ next_at: now })
      if (alone) await due.where('state', '=', 'sending').execute()
      await due.where('state', '=', 'retrying').where('reason', 'in', reasons).execute()
    },
    async keepAll() {
      await db.updateTable('mails').set({ state: 'kept' }).where('state', 'in', DUE).execute()
    },
    async withdraw(classId, personIds) {
      if (personIds.length === 0) return
      await db
        .updateTable('mails')
        .set({ state: 'withdrawn', content: null })
        .where('class_id', classId === null ? 'is' : '=', classId)
        .where('person_id', 'in', personIds)
        .where('state', 'in', [...DUE, 'kept', 'refused', 'failed'])
        .execute()
    },
    async purge(now) {
      const expired = db.updateTable('mails').where('expires_at', '<=', now)
      await expired
        .set({ state: 'failed', reason: 'expired', content: null })
        .where('state', 'in', [...DUE, 'kept'])
        .execute()
      await expired.set({ content: null }).where('content', 'is not', null).execute()
    },
  }
}

import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import type { Login, Logins } from './types.ts'

const toLogin = (row: Selectable<Tables['logins']>): Login => ({
  tokenHash: row.token_hash,
  personId: row.person_id,
  ...(row.class_id === null ? {} : { classId: row.class_id }),
  userAgent: row.user_agent,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

export function loginTable({ db }: Database): Logins {
  return {
    async create(login) {
      const now = Date.now()
      await db.deleteFrom('logins').where('expires_at', '<=', now).execute()
      await db
        .insertInto('logins')
        .values({
          token_hash: login.tokenHash,
          person_id: login.personId,
          class_id: login.classId ?? null,
          user_agent: login.userAgent,
          created_at: now,
          expires_at: login.expiresAt,
        })
        .execute()
    },
    async byTokenHash(tokenHash) {
      const row = await db
        .selectFrom('logins')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', Date.now())
        .executeTakeFirst()
      return row && toLogin(row)
    },
    async revoke(tokenHash) {
      await db.deleteFrom('logins').where('token_hash', '=', tokenHash).execute()
    },
    async revokePerson(personId) {
      await db.deleteFrom('logins').where('person_id', '=', personId).execute()
    },
    async ofPerson(personId) {
      const rows = await db
        .selectFrom('logins')
        .selectAll()
        .where('person_id', '=', personId)
        .where('expires_at', '>', Date.now())
        .orderBy('created_at', 'desc')
        .orderBy('token_hash')
        .execute()
      return rows.map(toLogin)
    },
  }
}

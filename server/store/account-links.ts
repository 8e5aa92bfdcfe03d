import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import type { AccountLink, AccountLinks } from './types.ts'

const toLink = (row: Selectable<Tables['account_links']>): AccountLink => ({
  tokenHash: row.token_hash,
  personId: row.person_id,
  role: row.role,
  expiresAt: row.expires_at,
})

export function accountLinkTable({ db, batch }: Database): AccountLinks {
  return {
    async create({ tokenHash, personId, role, expiresAt }) {
      await batch([
        db.deleteFrom('account_links').where('person_id', '=', personId),
        db.insertInto('account_links').values({
          token_hash: tokenHash,
          person_id: personId,
          role,
          created_at: Date.now(),
          expires_at: expiresAt,
        }),
      ])
    },
    async get(tokenHash) {
      const row = await db
        .selectFrom('account_links')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row && toLink(row)
    },
    async take(tokenHash) {
      const row = await db
        .deleteFrom('account_links')
        .where('token_hash', '=', tokenHash)
        .returningAll()
        .executeTakeFirst()
      return row && toLink(row)
    },
    async pending(now) {
      const rows = await db
        .selectFrom('account_links')
        .select('person_id')
        .where('expires_at', '>', now)
        .execute()
      return new Set(rows.map((row) => row.person_id))
    },
    async revokePerson(personId) {
      await db.deleteFrom('account_links').where('person_id', '=', personId).execute()
    },
  }
}

import type { Database } from './database.ts'
import type { Settings } from './types.ts'

export function settingTable({ db }: Database): Settings {
  return {
    async read(key) {
      const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
      return row && Buffer.from(row.value).toString('utf8')
    },
    async write(key, text) {
      const value = Buffer.from(text, 'utf8')
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    },
  }
}

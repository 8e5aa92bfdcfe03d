import { randomBytes } from 'node:crypto'
import type { Database } from './database.ts'

/** This database's secret, made the first time. Servers starting together get the same one. */
export async function readSecret({ db }: Database): Promise<Buffer> {
  await db
    .insertInto('settings')
    .values({ key: 'secret', value: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'secret')
    .executeTakeFirstOrThrow()
  return Buffer.from(value)
}

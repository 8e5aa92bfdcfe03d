import { randomBytes } from 'node:crypto'
import type { Database } from './database.ts'
import type { FollowUps } from './types.ts'

export function followUpTable({ db, batch }: Database): FollowUps {
  return {
    async given(classId) {
      const rows = await db
        .selectFrom('follow_ups_given')
        .select('person_id')
        .where('class_id', '=', classId)
        .execute()
      return rows.map((row) => row.person_id)
    },
    async give(classId, personId, content) {
      await batch([
        db.insertInto('follow_ups_given').values({ class_id: classId, person_id: personId }),
        db
          .insertInto('follow_up_returns')
          .values({ class_id: classId, key: randomBytes(16).toString('hex'), content }),
      ])
    },
    async returns(classId) {
      const rows = await db
        .selectFrom('follow_up_returns')
        .select('content')
        .where('class_id', '=', classId)
        .orderBy('key')
        .execute()
      return rows.map((row) => row.content)
    },
  }
}

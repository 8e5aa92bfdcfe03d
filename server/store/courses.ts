import type { Course, Deck } from '#shared/course.ts'
import type { Database } from './database.ts'
import type { Courses } from './types.ts'

export function courseTable({ db }: Database): Courses {
  return {
    async pinCourse(hash, course, deck) {
      const known = await db.selectFrom('courses').select('hash').where('hash', '=', hash).executeTakeFirst()
      if (known) return
      await db
        .insertInto('courses')
        .values({ hash, course: JSON.stringify(course), deck: JSON.stringify(deck), pinned_at: Date.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async pinned(hash) {
      const row = await db
        .selectFrom('courses')
        .select(['course', 'deck'])
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row && { course: JSON.parse(row.course) as Course, deck: JSON.parse(row.deck) as Deck }
    },
  }
}

import type { Database } from './database.ts'
import { chainHolds, toEvent } from './event-log.ts'
import type { EventLog } from './types.ts'

/** The event log in the table `events`. */
export function tableLog({ db, append: appendMany }: Database): EventLog {
  return {
    async read(classId, after) {
      const rows = await db
        .selectFrom('events')
        .select(['class_id', 'seq', 'at', 'by_id', 'command_id', 'v', 'type', 'activity_id', 'payload'])
        .where('class_id', '=', classId)
        .where('seq', '>', after)
        .orderBy('seq')
        .execute()
      return rows.map(toEvent)
    },
    async append(classId, afterSeq, events) {
      const [outcome] = await appendMany([{ classId, afterSeq, events }])
      return outcome!
    },
    appendMany,
    async ballots(classId, activityId) {
      const rows = await db
        .selectFrom('ballots')
        .select('content')
        .where('class_id', '=', classId)
        .where('activity_id', '=', activityId)
        .orderBy('key')
        .execute()
      return rows.map((row) => row.content)
    },
    async amendBallot(classId, { activityId, key, content }) {
      const { numUpdatedRows } = await db
        .updateTable('ballots')
        .set({ content })
        .where('class_id', '=', classId)
        .where('activity_id', '=', activityId)
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async verify(classId) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('class_id', '=', classId)
        .orderBy('seq')
        .execute()
      return chainHolds(rows)
    },
  }
}

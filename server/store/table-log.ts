import type { Database } from './database.ts'
import { chainHolds, toEvent } from './event-log.ts'
import type { EventLog } from './types.ts'

const AMEND_TRIES = 4

/** Values in one statement: databases have a limit. */
const AT_ONCE = 500

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
    async amendBallot(classId, { activityId, key, content }, since) {
      const closed = db
        .selectFrom('events')
        .select('seq')
        .where('class_id', '=', classId)
        .where('seq', '>', since)
        .where('activity_id', '=', activityId)
        .where('type', '=', 'activity.closed')
      // On PostgreSQL a return stored meanwhile has written the whole box again: the row is then another one.
      for (let tries = 0; tries < AMEND_TRIES; tries++) {
        const { numUpdatedRows } = await db
          .updateTable('ballots')
          .set({ content })
          .where('class_id', '=', classId)
          .where('activity_id', '=', activityId)
          .where('key', '=', key)
          .where(({ not, exists }) => not(exists(closed)))
          .executeTakeFirstOrThrow()
        if (numUpdatedRows > 0n) return true
      }
      return false
    },
    async erase(classId, seqs) {
      for (let i = 0; i < seqs.length; i += AT_ONCE) {
        await db
          .updateTable('events')
          .set({ salt: null, payload: null })
          .where('class_id', '=', classId)
          .where('seq', 'in', seqs.slice(i, i + AT_ONCE))
          .execute()
      }
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

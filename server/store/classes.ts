import type { Selectable, UpdateResult } from 'kysely'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import { classOnly, seatingQueries } from './people.ts'
import type { Tables } from './tables.ts'
import type { Classes, ClassRow } from './types.ts'

const toClass = (row: Selectable<Tables['classes']>): ClassRow => ({
  id: row.id,
  code: row.code,
  courseId: row.course_id,
  ...(row.course_hash === null ? {} : { courseHash: row.course_hash }),
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  timeZone: row.time_zone,
  halfDays: JSON.parse(row.half_days),
  phase: row.phase,
  createdBy: row.created_by,
  ...(row.meeting_url === null ? {} : { meetingUrl: row.meeting_url }),
  ...(row.cancelled_at === null ? {} : { cancelledAt: row.cancelled_at }),
})

function mustExist(id: string, { numUpdatedRows }: UpdateResult): void {
  if (numUpdatedRows === 0n) throw new StoreError('missing', `no class ${id}`)
}

export function classTable(database: Database): Classes {
  const { db, batch } = database
  return {
    async create(row, people = []) {
      const query = db.insertInto('classes').values({
        id: row.id,
        code: row.code.toUpperCase(),
        course_id: row.courseId,
        title: row.title,
        starts_at: row.startsAt,
        ends_at: row.endsAt,
        time_zone: row.timeZone,
        half_days: JSON.stringify(row.halfDays),
        phase: 'lobby',
        created_by: row.createdBy,
        created_at: Date.now(),
        meeting_url: row.meetingUrl ?? null,
      })
      await batch([query, ...seatingQueries(database, row.id, people)])
    },
    async get(id) {
      const row = await db.selectFrom('classes').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toClass(row)
    },
    async byCode(code) {
      const row = await db
        .selectFrom('classes')
        .selectAll()
        .where('code', '=', code.trim().toUpperCase())
        .executeTakeFirst()
      return row && toClass(row)
    },
    async list() {
      const rows = await db
        .selectFrom('classes')
        .selectAll()
        .orderBy('starts_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(toClass)
    },
    async forPerson(personId) {
      const rows = await db
        .selectFrom('classes')
        .innerJoin('seats', 'seats.class_id', 'classes.id')
        .selectAll('classes')
        .select('seats.role')
        .where('seats.person_id', '=', personId)
        .where('seats.withdrawn_at', 'is', null)
        .orderBy('classes.starts_at', 'desc')
        .orderBy('classes.id')
        .execute()
      return rows.map((row) => ({ ...toClass(row), role: row.role }))
    },
    async setPhase(id, phase) {
      mustExist(id, await db.updateTable('classes').set({ phase }).where('id', '=', id).executeTakeFirst())
    },
    async change(id, change) {
      const { title, courseId, startsAt, endsAt, timeZone, halfDays, meetingUrl } = change
      const query = db
        .updateTable('classes')
        .set({
          ...(title !== undefined && { title }),
          ...(courseId !== undefined && { course_id: courseId }),
          ...(startsAt !== undefined && { starts_at: startsAt }),
          ...(endsAt !== undefined && { ends_at: endsAt }),
          ...(timeZone !== undefined && { time_zone: timeZone }),
          ...(halfDays !== undefined && { half_days: JSON.stringify(halfDays) }),
          ...(meetingUrl !== undefined && { meeting_url: meetingUrl }),
        })
        .where('id', '=', id)
      mustExist(id, await query.executeTakeFirst())
    },
    async cancel(id, at) {
      const people = classOnly(database, id)
      await batch([
        db
          .updateTable('classes')
          .set({ cancelled_at: at })
          .where('id', '=', id)
          .where('cancelled_at', 'is', null),
        db.deleteFrom('passwords').where('person_id', 'in', people),
        db.deleteFrom('logins').where('person_id', 'in', people),
      ])
    },
    async setCoursePin(id, hash) {
      mustExist(
        id,
        await db.updateTable('classes').set({ course_hash: hash }).where('id', '=', id).executeTakeFirst(),
      )
    },
    async live() {
      const rows = await db.selectFrom('classes').select('id').where('phase', '=', 'live').execute()
      return rows.map((row) => row.id)
    },
  }
}

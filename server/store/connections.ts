import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import type { Connection, Connections } from './types.ts'

/** A shorter cut is part of the same stretch. */
const BLINK_MS = 15_000
/** Three heartbeats missed: the server that kept the connection is gone. */
const SILENT_MS = 90_000

const toConnection = (row: Selectable<Tables['connections']>): Connection => ({
  id: row.id,
  classId: row.class_id,
  personId: row.person_id,
  device: row.device,
  openedAt: row.opened_at,
  beatAt: row.beat_at,
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
})

export function connectionTable({ db, kind }: Database): Connections {
  /** Reopens the stretch of the same person and device closed a moment before `at`. → its id, if there is one. */
  async function resume(classId: string, personId: string, device: string, at: number) {
    const resumed = await db
      .updateTable('connections')
      .set({ closed_at: null, beat_at: at })
      .where('id', '=', (e) =>
        e
          .selectFrom('connections')
          .select('id')
          .where('class_id', '=', classId)
          .where('person_id', '=', personId)
          .where('device', '=', device)
          .where('closed_at', '>', at - BLINK_MS)
          .orderBy('closed_at', 'desc')
          .limit(1),
      )
      // Two returns at once: the second finds it open and makes its own.
      .where('closed_at', 'is not', null)
      .returning('id')
      .executeTakeFirst()
    return resumed?.id
  }

  return {
    async open({ classId, personId, device, at = Date.now() }) {
      const resumed = await resume(classId, personId, device, at)
      if (resumed !== undefined) return resumed
      const id = randomUUID()
      await db
        .insertInto('connections')
        .values({ id, class_id: classId, person_id: personId, device, opened_at: at, beat_at: at })
        .execute()
      return id
    },
    async beat(ids, at) {
      if (ids.length === 0) return
      // Alive after all: one another server took for dead is open again.
      await db
        .updateTable('connections')
        .set({ beat_at: at, closed_at: null })
        .where('id', 'in', ids)
        .execute()
    },
    async close(id, at) {
      await db.updateTable('connections').set({ beat_at: at, closed_at: at }).where('id', '=', id).execute()
    },
    async closeStale(now = Date.now()) {
      const stale = db
        .updateTable('connections')
        .set((e) => ({ closed_at: e.ref('beat_at') }))
        .where('closed_at', 'is', null)
      const { numUpdatedRows } = await (kind === 'sqlite'
        ? stale
        : stale.where('beat_at', '<', now - SILENT_MS)
      ).executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    },
    async list(classId) {
      const rows = await db
        .selectFrom('connections')
        .selectAll()
        .where('class_id', '=', classId)
        .orderBy('opened_at')
        .orderBy('id')
        .execute()
      return rows.map(toConnection)
    },
  }
}

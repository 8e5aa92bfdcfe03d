import { chained, chainHolds, drafts, type EventRow, LOG_START, toEvent } from './event-log.ts'
import type { EventLog } from './types.ts'

/**
 * An event log in memory, for tests. `rows` holds the log of each class; two logs made on the same rows are two
 * servers on one database.
 */
export function memoryLog(rows: Map<string, EventRow[]> = new Map()): EventLog {
  const of = (classId: string) => rows.get(classId) ?? []

  const appendMany: EventLog['appendMany'] = async (batches) => {
    const prepared = batches.map((batch) => ({ batch, rows: drafts(batch) }))
    return prepared.map(({ batch, rows: added }) => {
      const before = of(batch.classId)
      if (before.length !== batch.afterSeq) return 'conflict'
      before.push(...chained(added, before.at(-1)?.chain ?? LOG_START))
      rows.set(batch.classId, before)
      return 'ok'
    })
  }

  return {
    read: async (classId, after) => of(classId).slice(Math.max(0, after)).map(toEvent),
    append: async (classId, afterSeq, events) => (await appendMany([{ classId, afterSeq, events }]))[0]!,
    appendMany,
    verify: async (classId) => chainHolds(of(classId)),
  }
}

import { chained, chainHolds, drafts, type EventRow, LOG_START, toEvent } from './event-log.ts'
import type { EventLog } from './types.ts'

/** Ballots by class and activity, then by key. */
export type BallotBoxes = Map<string, Map<string, string>>

/**
 * An event log in memory, for tests. `rows` holds the log of each class, `boxes` the ballots; two logs made on the
 * same are two servers on one database.
 */
export function memoryLog(
  rows: Map<string, EventRow[]> = new Map(),
  boxes: BallotBoxes = new Map(),
): EventLog {
  const box = (classId: string, activityId: string) => `${classId} ${activityId}`
  const of = (classId: string) => rows.get(classId) ?? []

  const appendMany: EventLog['appendMany'] = async (batches) => {
    const prepared = batches.map((batch) => ({ batch, rows: drafts(batch) }))
    return prepared.map(({ batch, rows: added }) => {
      const before = of(batch.classId)
      if (before.length !== batch.afterSeq) return 'conflict'
      before.push(...chained(added, before.at(-1)?.chain ?? LOG_START))
      rows.set(batch.classId, before)
      for (const { activityId, key, content } of batch.ballots ?? []) {
        const name = box(batch.classId, activityId)
        const ballots = boxes.get(name) ?? new Map<string, string>()
        if (!ballots.has(key)) ballots.set(key, content)
        boxes.set(name, ballots)
      }
      for (const activityId of batch.collected ?? []) boxes.delete(box(batch.classId, activityId))
      return 'ok'
    })
  }

  return {
    read: async (classId, after) => of(classId).slice(Math.max(0, after)).map(toEvent),
    append: async (classId, afterSeq, events) => (await appendMany([{ classId, afterSeq, events }]))[0]!,
    appendMany,
    async ballots(classId, activityId) {
      const ballots = [...(boxes.get(box(classId, activityId)) ?? [])]
      return ballots.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, content]) => content)
    },
    async amendBallot(classId, { activityId, key, content }, since) {
      const ballots = boxes.get(box(classId, activityId))
      const closed = of(classId).some(
        (row) => row.seq > since && row.activity_id === activityId && row.type === 'activity.closed',
      )
      if (closed || !ballots?.has(key)) return false
      ballots.set(key, content)
      return true
    },
    async erase(classId, seqs) {
      const gone = new Set(seqs)
      const blanked = of(classId).map((row) =>
        gone.has(row.seq) ? { ...row, salt: null, payload: null } : row,
      )
      rows.set(classId, blanked)
    },
    verify: async (classId) => chainHolds(of(classId)),
  }
}

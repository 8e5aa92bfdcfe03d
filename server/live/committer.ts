/**
 * Group commit (D4): one transaction in flight for the whole server; what arrives meanwhile forms the next.
 */
import type { ClassEvent } from '#shared/types.ts'

export type Batch = { classId: string; afterSeq: number; events: ClassEvent[] }
export type Appended = 'ok' | 'conflict'
export type Commit = (batch: Batch) => Promise<Appended>

type Log = { appendMany(batches: Batch[]): Promise<Appended[]> }
type Waiting = Batch & { resolve: (result: Appended) => void; reject: (error: unknown) => void }

/** The returned function rejects when storage fails; nothing of that transaction is stored then. */
export function createCommitter(log: Log): Commit {
  let waiting: Waiting[] = []
  let busy = false

  async function run() {
    busy = true
    while (waiting.length > 0) {
      const batches = waiting
      waiting = []
      try {
        const results = await log.appendMany(
          batches.map(({ classId, afterSeq, events }) => ({ classId, afterSeq, events })),
        )
        batches.forEach((batch, i) => {
          batch.resolve(results[i]!)
        })
      } catch (error) {
        for (const batch of batches) batch.reject(error)
      }
    }
    busy = false
  }

  return (batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...batch, resolve, reject })
      if (!busy) void run()
    })
}

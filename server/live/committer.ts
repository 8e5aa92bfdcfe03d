/**
 * Group commit (D4): one transaction in flight for the whole server; what arrives meanwhile forms the next.
 */
import type { Appended, Batch } from '#server/store/index.ts'

export type Commit = (batch: Batch) => Promise<Appended>

type Log = { appendMany(batches: Batch[]): Promise<Appended[]> }
type Waiting = { batch: Batch; resolve: (result: Appended) => void; reject: (error: unknown) => void }

/** The returned function rejects when storage fails; nothing of that transaction is stored then. */
export function createCommitter(log: Log): Commit {
  let waiting: Waiting[] = []
  let busy = false

  async function run() {
    busy = true
    while (waiting.length > 0) {
      const together = waiting
      waiting = []
      try {
        const results = await log.appendMany(together.map(({ batch }) => batch))
        together.forEach(({ resolve }, i) => {
          resolve(results[i]!)
        })
      } catch (error) {
        for (const { reject } of together) reject(error)
      }
    }
    busy = false
  }

  return (batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ batch, resolve, reject })
      if (!busy) void run()
    })
}

/** store.*: how fast a fact becomes durable, and how fast a class is read back. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '#server/store/index.ts'
import type { ClassEvent } from '#shared/types.ts'
import { longDay, rebuildMs } from './rebuild.ts'
import { round, summary } from './stats.ts'

const event = (classId: string, seq: number): ClassEvent => ({
  classId,
  seq,
  at: Date.now(),
  by: `p-${seq % 12}`,
  commandId: `${classId}-${seq}`,
  v: 1,
  type: 'poll.answered',
  activityId: 'p1',
  payload: { choice: ['b'] },
})

export async function storeBench(say: (line: string) => void, databaseUrl?: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'estrade-store-'))
  const store = await openStore({ dataDir, databaseUrl })
  try {
    say('store: one durable append at a time…')
    const times: number[] = []
    for (let seq = 1; seq <= 2_000; seq += 1) {
      const startedAt = performance.now()
      await store.log.append('single', seq - 1, [event('single', seq)])
      times.push(performance.now() - startedAt)
    }
    say('store: 200 classes in one transaction…')
    const batches = 100
    const classes = 200
    const startedAt = performance.now()
    for (let seq = 1; seq <= batches; seq += 1) {
      const group = Array.from({ length: classes }, (_, index) => `group-${index}`)
      await store.log.appendMany(
        group.map((classId) => ({ classId, afterSeq: seq - 1, events: [event(classId, seq)] })),
      )
    }
    const groupSeconds = (performance.now() - startedAt) / 1000
    const readAt = performance.now()
    const events = await store.log.read('single', 0)
    const readMs = performance.now() - readAt
    const verifyAt = performance.now()
    await store.log.verify('single')
    const verifyMs = performance.now() - verifyAt
    say('store: a long day of forms, read back…')
    const day = longDay(50_000)
    const rebuilt = await rebuildMs(store.log, day)
    return {
      kind: store.kind,
      append_ms: summary(times),
      group_commit_events_per_s: Math.round((batches * classes) / groupSeconds),
      [`read_${events.length}_events_ms`]: round(readMs),
      [`verify_${events.length}_events_ms`]: round(verifyMs),
      [`rebuild_${day.length}_events_ms`]: round(rebuilt),
    }
  } finally {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

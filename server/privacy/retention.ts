/** Takes away what has been kept long enough: at start, then every day. */
import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import type { Store } from '#server/store/index.ts'

const DAY_MS = 24 * 3_600_000
/** A class called off proves nothing: its list of people goes soon. */
const CANCELLED_DAYS = 30

export type Purged = { classes: number; words: number }
export type RetentionDeps = {
  store: Store
  live: { forget(classId: string): Promise<void> }
  keep: Config['keep']
  now: () => number
}

/** One round. → how much went. */
export async function purge({ store, live, keep, now }: RetentionDeps): Promise<Purged> {
  const before = (days: number) => now() - days * DAY_MS
  const due = await store.privacy.due({ ended: before(keep.classes), cancelled: before(CANCELLED_DAYS) })
  for (const classId of due) {
    await live.forget(classId)
    await store.privacy.removeClass(classId)
  }
  const words = await store.privacy.words(before(keep.words))
  for (const { classId, seqs } of words) {
    await store.log.erase(classId, seqs)
    await live.forget(classId)
  }
  await store.privacy.removeExpired(now())
  if (due.length > 0 || words.length > 0) await store.privacy.scrub()
  return { classes: due.length, words: words.reduce((sum, { seqs }) => sum + seqs.length, 0) }
}

/** The first round is awaited; the others follow until `close`. */
export async function startRetention(deps: RetentionDeps & { log: Logger }): Promise<{ close(): void }> {
  const round = async () => {
    try {
      const purged = await purge(deps)
      if (purged.classes + purged.words > 0) deps.log.info(purged, 'kept long enough: removed')
    } catch (error) {
      deps.log.error({ err: error }, 'retention')
    }
  }
  await round()
  const timer = setInterval(round, DAY_MS).unref()
  return { close: () => clearInterval(timer) }
}

/** The next moment at which something closes by itself: the server keeps one timer per class (D7). */
import { lastDeadline } from './class/activity.ts'
import type { ClassState } from './class/state.ts'
import type { Command } from './types.ts'

/** The earliest deadline (ms since 1970) and the system's command for it; its id makes it harmless twice. */
export function nextDeadline(state: ClassState): { at: number; command: Command } | undefined {
  let first: { at: number; activityId: string } | undefined
  for (const activity of Object.values(state.activities)) {
    const at = lastDeadline(activity)
    if (at !== undefined && (!first || at < first.at)) first = { at, activityId: activity.id }
  }
  if (!first || state.phase !== 'live') return undefined
  const { at, activityId } = first
  return { at, command: { id: `close:${activityId}:${at}`, type: 'activity.close', activityId, payload: {} } }
}

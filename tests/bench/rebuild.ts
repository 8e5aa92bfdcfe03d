/** store.rebuild_*: a long day of work in forms, from its log on the disk to what the trainer sees. */
import type { EventLog } from '#server/store/index.ts'
import { fold } from '#shared/class/evolve.ts'
import { trainer } from '#shared/class/views.ts'
import type { ClassEvent } from '#shared/types.ts'
import { smallScenario } from '#tests/support/scenario.ts'

const PEOPLE = Array.from({ length: 12 }, (_, i) => `p-${i + 1}`)
/** How often somebody sends their copy, and the trainer sends it back. */
const SEND_EVERY = 400
/** Events written to the log at once. */
const BATCH = 1_000

/** `count` events: twelve people who type, send, and get their copies back. */
export function longDay(count: number): ClassEvent[] {
  const events: ClassEvent[] = []
  const add = (by: string, type: string, payload: unknown, activityId?: string) => {
    const seq = events.length + 1
    const at = 1_800_000_000_000 + seq * 500
    events.push({
      classId: 'c',
      seq,
      at,
      by,
      commandId: `k${seq}`,
      v: 1,
      type,
      payload,
      ...(activityId && { activityId }),
    })
  }
  for (const personId of PEOPLE) add('system', 'people.enrolled', { personId, role: 'participant' })
  add('p-t', 'activity.added', { definition: smallScenario, adhoc: true }, 'ms')
  add('p-t', 'activity.opened', {}, 'ms')
  for (const [i, by] of PEOPLE.entries())
    add(by, 'activity.did', { type: 'begun', copyId: `c${i + 1}` }, 'ms')
  const fields = smallScenario.fields.map(({ id }) => id)
  for (let n = 0; events.length < count; n += 1) {
    const i = n % PEOPLE.length
    const [by, copyId] = [PEOPLE[i]!, `c${i + 1}`]
    const did = (payload: object, author = by) => add(author, 'activity.did', { copyId, ...payload }, 'ms')
    const round = Math.floor(n / PEOPLE.length)
    if (round % SEND_EVERY === SEND_EVERY - 2)
      did({ type: 'acted', action: smallScenario.actions.at(-1)!.id })
    else if (round % SEND_EVERY === SEND_EVERY - 1) did({ type: 'sent-back', note: 'Relisez.' }, 'p-t')
    else
      did({
        type: 'written',
        fields: { [fields[n % fields.length]!]: { value: `valeur ${n}`, base: round } },
      })
  }
  return events
}

/** Milliseconds to read them from the store, fold them and draw up what the trainer sees. */
export async function rebuildMs(log: EventLog, events: readonly ClassEvent[]): Promise<number> {
  const [{ classId }] = events as [ClassEvent]
  for (let from = 0; from < events.length; from += BATCH)
    await log.append(classId, from, events.slice(from, from + BATCH))
  const startedAt = performance.now()
  const state = fold(await log.read(classId, 0))
  const { activities } = trainer(state)
  const ms = performance.now() - startedAt
  const copies = Object.keys((activities.ms?.copies ?? {}) as object).length
  if (state.seq !== events.length || copies !== PEOPLE.length)
    throw new Error(`read back ${state.seq} of ${events.length} events, ${copies} of ${PEOPLE.length} copies`)
  return ms
}

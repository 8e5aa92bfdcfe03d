/** store.rebuild_*: a long day of work in forms, read back from its log by folding every event. */
import { fold } from '#shared/class/evolve.ts'
import type { ClassEvent } from '#shared/types.ts'
import { smallScenario } from '#tests/support/scenario.ts'

const PEOPLE = Array.from({ length: 12 }, (_, i) => `p-${i + 1}`)
/** How often somebody sends their copy, and the trainer sends it back. */
const SEND_EVERY = 400

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

/** Milliseconds to fold them. */
export function rebuildMs(events: readonly ClassEvent[]): number {
  const startedAt = performance.now()
  const { seq } = fold(events)
  if (seq !== events.length) throw new Error(`folded ${seq} of ${events.length} events`)
  return performance.now() - startedAt
}

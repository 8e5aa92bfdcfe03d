/** What one person may ask: a copy of all that is held on them, and to be forgotten. */
import type { Store } from '#server/store/index.ts'
import { personalEvents } from '#shared/class/erase.ts'
import type { PersonExport } from '#shared/office.ts'

type Deps = {
  store: Store
  live: { phase(classId: string): Promise<string | undefined>; forget(classId: string): Promise<void> }
  now: () => number
}

/** Everything held on whoever has this e-mail and this name, in every class. Undefined: nobody. */
export async function exportPerson(
  { store, now }: Deps,
  personId: string,
): Promise<PersonExport | undefined> {
  const ids = await store.privacy.same(personId)
  if (ids.length === 0) return undefined
  const mine = new Set(ids)
  const classes = []
  for (const classId of await store.privacy.classesOf(ids)) {
    const klass = await store.classes.get(classId)
    if (!klass) continue
    const events = await store.log.read(classId, 0)
    const about = new Set([...mine].flatMap((id) => personalEvents(events, id)))
    classes.push({
      id: klass.id,
      title: klass.title,
      startsAt: klass.startsAt,
      endsAt: klass.endsAt,
      timeZone: klass.timeZone,
      events: events
        .filter(({ seq, by, payload }) => mine.has(by) || about.has(seq) || names(payload, mine))
        .map(({ at, by, type, activityId, payload }) => ({
          at,
          by: mine.has(by) ? 'self' : 'other',
          type,
          ...(activityId !== undefined && { activityId }),
          payload,
        })),
    })
  }
  return { madeAt: now(), personIds: ids, held: await store.privacy.held(ids), classes }
}

const names = (payload: unknown, ids: ReadonlySet<string>) =>
  typeof payload === 'object' &&
  payload !== null &&
  'personId' in payload &&
  typeof payload.personId === 'string' &&
  ids.has(payload.personId)

/**
 * Blanks their words in every log, then takes their name and all that is theirs out of the tables and the files.
 * `live`: nothing is done while one of their classes runs. Again is harmless: it finishes what was cut short.
 */
export async function erasePerson(
  { store, live, now }: Deps,
  personId: string,
): Promise<{ erased: string[] } | 'nobody' | 'live'> {
  const ids = await store.privacy.same(personId)
  if (ids.length === 0) return 'nobody'
  const classIds = await store.privacy.classesOf(ids)
  for (const classId of classIds) {
    if ((await live.phase(classId)) === 'live') return 'live'
  }
  for (const classId of classIds) {
    const events = await store.log.read(classId, 0)
    const seqs = new Set(ids.flatMap((id) => personalEvents(events, id)))
    await store.log.erase(classId, [...seqs])
    await live.forget(classId)
  }
  await store.privacy.forget(ids, now())
  await store.privacy.scrub()
  return { erased: ids }
}

import type { Database } from './database.ts'
import type { Convocations } from './types.ts'

export function convocationTable({ db, batch }: Database): Convocations {
  const upsert = (
    classId: string,
    personId: string,
    set: Partial<{
      sealed: Uint8Array
      issued_at: number
      reissued_at: number
      tested_at: number
      test: string
    }>,
  ) =>
    db
      .insertInto('convocations')
      .values({ class_id: classId, person_id: personId, ...set })
      .onConflict((conflict) => conflict.columns(['class_id', 'person_id']).doUpdateSet(set))

  return {
    async list(classId) {
      const rows = await db
        .selectFrom('convocations')
        .selectAll()
        .where('class_id', '=', classId)
        .orderBy('person_id')
        .execute()
      return rows.map((row) => ({
        personId: row.person_id,
        sealed: row.sealed ? Buffer.from(row.sealed) : undefined,
        issuedAt: row.issued_at ?? undefined,
        reissuedAt: row.reissued_at ?? undefined,
        openedAt: row.opened_at ?? undefined,
        testedAt: row.tested_at ?? undefined,
        test: row.test ?? undefined,
      }))
    },
    async issued(classId, people, at, again) {
      if (people.length === 0) return
      await batch(
        people.map(({ personId, sealed }) =>
          upsert(classId, personId, { sealed, ...(again ? { reissued_at: at } : { issued_at: at }) }),
        ),
      )
    },
    async opened(classId, personId, at) {
      await db
        .insertInto('convocations')
        .values({ class_id: classId, person_id: personId, opened_at: at })
        .onConflict((conflict) =>
          conflict
            .columns(['class_id', 'person_id'])
            .doUpdateSet({ opened_at: at })
            .where('convocations.opened_at', 'is', null),
        )
        .execute()
    },
    async tested(classId, personId, at, test) {
      await upsert(classId, personId, { tested_at: at, test }).execute()
    },
    async unseal(at) {
      await db
        .updateTable('convocations')
        .set({ sealed: null })
        .where('sealed', 'is not', null)
        .where('class_id', 'in', (e) => e.selectFrom('classes').select('id').where('ends_at', '<', at))
        .execute()
    },
    async notice(classId) {
      const row = await db
        .selectFrom('class_notices')
        .selectAll()
        .where('class_id', '=', classId)
        .executeTakeFirst()
      return (
        row && {
          sequence: row.sequence,
          announced: row.announced,
          ...(row.cancelled_at === null ? {} : { cancelledAt: row.cancelled_at }),
        }
      )
    },
    async setNotice(classId, { sequence, announced, cancelledAt }) {
      const set = { sequence, announced, cancelled_at: cancelledAt ?? null }
      await db
        .insertInto('class_notices')
        .values({ class_id: classId, ...set })
        .onConflict((conflict) => conflict.column('class_id').doUpdateSet(set))
        .execute()
    },
    async background(personId) {
      const row = await db
        .selectFrom('backgrounds')
        .select('text')
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row?.text ?? ''
    },
    async setBackground(personId, text) {
      await db
        .insertInto('backgrounds')
        .values({ person_id: personId, text })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ text }))
        .execute()
    },
  }
}

import type { Compilable } from 'kysely'
import type { Database } from './database.ts'
import type { NewPassword, NewPerson, NewSeat, People, Seat } from './types.ts'

/** One spelling for every way of typing the same e-mail. */
export const loginKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

const byName = (a: Seat, b: Seat) => a.name.localeCompare(b.name, 'fr') || (a.personId < b.personId ? -1 : 1)

function newPerson({ db }: Database, { id, name, email }: NewPerson) {
  return db
    .insertInto('people')
    .values({ id, name, email, email_key: loginKey(email), created_at: Date.now() })
}

function newSeat({ db }: Database, seat: { classId: string; personId: string; role: Seat['role'] }) {
  return db
    .insertInto('seats')
    .values({
      class_id: seat.classId,
      person_id: seat.personId,
      role: seat.role,
      enrolled_at: Date.now(),
    })
    .onConflict((conflict) => conflict.columns(['class_id', 'person_id']).doUpdateSet({ role: seat.role }))
}

function newPassword({ db }: Database, { personId, passwordHash, expiresAt }: NewPassword) {
  const values = { hash: passwordHash, expires_at: expiresAt ?? null, changed_at: Date.now() }
  return db
    .insertInto('passwords')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
}

/** The queries that make new persons with a seat in `classId`, to be run in one transaction. */
export function seatingQueries(database: Database, classId: string, people: NewSeat[]): Compilable[] {
  return people.flatMap(({ role, passwordHash, expiresAt, ...person }) => [
    newPerson(database, person),
    newSeat(database, { classId, personId: person.id, role }),
    ...(passwordHash === undefined
      ? []
      : [newPassword(database, { personId: person.id, passwordHash, expiresAt })]),
  ])
}

export function peopleTable(database: Database): People {
  const { db } = database

  const accountRole: People['accountRole'] = async (personId) => {
    const account = await db
      .selectFrom('accounts')
      .select('role')
      .where('person_id', '=', personId)
      .executeTakeFirst()
    return account?.role ?? null
  }

  return {
    async create(person) {
      await newPerson(database, person).execute()
    },
    get: (id) =>
      db
        .selectFrom('people')
        .leftJoin('accounts', 'accounts.person_id', 'people.id')
        .select(['people.id', 'people.name', 'people.email', 'accounts.role'])
        .where('people.id', '=', id)
        .executeTakeFirst(),
    async count() {
      const { n } = await db
        .selectFrom('people')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return n
    },
    async byLogin(email) {
      const rows = await db
        .selectFrom('people')
        .innerJoin('passwords', 'passwords.person_id', 'people.id')
        .leftJoin('accounts', 'accounts.person_id', 'people.id')
        .select(['people.id', 'people.name', 'people.email', 'passwords.hash', 'accounts.role as office'])
        .select((e) =>
          e
            .selectFrom('seats')
            .select('seats.role')
            .whereRef('seats.person_id', '=', 'people.id')
            .orderBy('seats.enrolled_at', 'desc')
            .limit(1)
            .as('seat'),
        )
        .where('people.email_key', '=', loginKey(email))
        .where((e) =>
          e.or([e('passwords.expires_at', 'is', null), e('passwords.expires_at', '>', Date.now())]),
        )
        .orderBy('people.created_at')
        .orderBy('people.id')
        .execute()
      return rows.flatMap(({ id, name, email, hash, office, seat }) => {
        const role = office ?? seat
        // Neither account nor seat: there is nothing to sign in to.
        return role === null
          ? []
          : [{ personId: id, name, email, passwordHash: hash, account: office !== null, role }]
      })
    },
    async setPassword(password) {
      await newPassword(database, password).execute()
    },
    accountRole,
    async setAccountRole(personId, role) {
      if (role === null) await db.deleteFrom('accounts').where('person_id', '=', personId).execute()
      else
        await db
          .insertInto('accounts')
          .values({ person_id: personId, role })
          .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ role }))
          .execute()
    },
    async enrol(seat) {
      await newSeat(database, seat).execute()
    },
    async seats(classId) {
      const seats = await db
        .selectFrom('seats')
        .innerJoin('people', 'people.id', 'seats.person_id')
        .select(['people.id as personId', 'people.name', 'people.email', 'seats.role'])
        .where('seats.class_id', '=', classId)
        .execute()
      return seats.sort(byName)
    },
  }
}

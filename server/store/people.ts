import type { Compilable } from 'kysely'
import type { KnownPerson } from '#shared/office.ts'
import type { Database } from './database.ts'
import type { Account, AccountRole, NewPassword, NewPerson, NewSeat, People, Seat } from './types.ts'

/** One spelling for every way of typing the same e-mail. */
export const loginKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

const byName = (a: Seat, b: Seat) => a.name.localeCompare(b.name, 'fr') || (a.personId < b.personId ? -1 : 1)

function newPerson({ db }: Database, { id, name, email }: NewPerson) {
  return db
    .insertInto('people')
    .values({ id, name, email, email_key: loginKey(email), created_at: Date.now(), erased_at: null })
}

function newSeat({ db }: Database, seat: { classId: string; personId: string; role: Seat['role'] }) {
  return db
    .insertInto('seats')
    .values({
      class_id: seat.classId,
      person_id: seat.personId,
      role: seat.role,
      enrolled_at: Date.now(),
      withdrawn_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['class_id', 'person_id']).doUpdateSet({ role: seat.role, withdrawn_at: null }),
    )
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

/** Those who may enter this class only: seated there, without an office account. */
export const classOnly = ({ db }: Database, classId: string) =>
  db
    .selectFrom('seats')
    .select('person_id')
    .where('class_id', '=', classId)
    .where('person_id', 'not in', db.selectFrom('accounts').select('person_id'))

type AccountRow = { id: string; name: string; email: string; role: AccountRole; hash: string | null }
const toAccount = ({ id, hash, ...account }: AccountRow): Account => ({
  personId: id,
  ...account,
  password: hash !== null,
})

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

  const seatsIn = (classId: string) =>
    db
      .selectFrom('seats')
      .innerJoin('people', 'people.id', 'seats.person_id')
      .select(['people.id as personId', 'people.name', 'people.email', 'seats.role'])
      .where('seats.class_id', '=', classId)

  const accountRows = () =>
    db
      .selectFrom('accounts')
      .innerJoin('people', 'people.id', 'accounts.person_id')
      .leftJoin('passwords', 'passwords.person_id', 'people.id')
      .select(['people.id', 'people.name', 'people.email', 'accounts.role', 'passwords.hash'])

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
            .where('seats.withdrawn_at', 'is', null)
            .orderBy('seats.enrolled_at', 'desc')
            .limit(1)
            .as('seat'),
        )
        .where('people.email_key', '=', loginKey(email))
        .where('people.erased_at', 'is', null)
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
    async removePassword(personId) {
      await db.deleteFrom('passwords').where('person_id', '=', personId).execute()
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
    async enrolNew(classId, people) {
      await database.batch(seatingQueries(database, classId, people))
    },
    async withdraw(classId, personId, at) {
      const account = db.selectFrom('accounts').select('person_id').where('person_id', '=', personId)
      await database.batch([
        db
          .updateTable('seats')
          .set({ withdrawn_at: at })
          .where('class_id', '=', classId)
          .where('person_id', '=', personId),
        db.deleteFrom('passwords').where('person_id', '=', personId).where('person_id', 'not in', account),
      ])
    },
    async seats(classId) {
      const seats = await seatsIn(classId).where('seats.withdrawn_at', 'is', null).execute()
      return seats.sort(byName)
    },
    async everySeat(classId) {
      const seats = await seatsIn(classId).select('seats.withdrawn_at').execute()
      return seats
        .map(({ withdrawn_at, ...seat }) => ({
          ...seat,
          ...(withdrawn_at === null ? {} : { withdrawnAt: withdrawn_at }),
        }))
        .sort(byName)
    },
    async known() {
      const rows = await db
        .selectFrom('people')
        .leftJoin('accounts', 'accounts.person_id', 'people.id')
        .leftJoin('seats', 'seats.person_id', 'people.id')
        .leftJoin('classes', 'classes.id', 'seats.class_id')
        .select(['people.id', 'people.name', 'people.email', 'people.email_key', 'accounts.role as office'])
        .select(['seats.role', 'seats.withdrawn_at'])
        .select(['classes.id as class_id', 'classes.title', 'classes.starts_at', 'classes.time_zone'])
        .where('people.erased_at', 'is', null)
        .orderBy('classes.starts_at', 'desc')
        .execute()
      const humans = Map.groupBy(rows, ({ email_key, name }) => `${email_key}\0${loginKey(name)}`)
      return [...humans.values()]
        .map((same): KnownPerson => {
          const { id, name, email } = same[0]!
          return {
            personId: id,
            name,
            email,
            role: same.find(({ office }) => office !== null)?.office ?? null,
            classes: same.flatMap((row) =>
              row.class_id === null
                ? []
                : [
                    {
                      id: row.class_id,
                      title: row.title!,
                      startsAt: row.starts_at!,
                      timeZone: row.time_zone!,
                      role: row.role!,
                      ...(row.withdrawn_at !== null && { withdrawn: true as const }),
                    },
                  ],
            ),
          }
        })
        .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    },
    async accounts() {
      const accounts = await accountRows().execute()
      return accounts.map(toAccount).sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    },
    async accountOf(email) {
      const row = await accountRows().where('people.email_key', '=', loginKey(email)).executeTakeFirst()
      return row && toAccount(row)
    },
    async rename({ id, name, email }, password) {
      await database.batch([
        db
          .updateTable('people')
          .set({ name, email, email_key: loginKey(email) })
          .where('id', '=', id),
        ...(password ? [newPassword(database, password)] : []),
      ])
    },
    async createAccount(person, role) {
      await database.batch([
        newPerson(database, person),
        db.insertInto('accounts').values({ person_id: person.id, role }),
      ])
    },
    async extendPasswords(classId, expiresAt) {
      const people = classOnly(database, classId)
      await database.batch([
        db.updateTable('passwords').set({ expires_at: expiresAt }).where('person_id', 'in', people),
        db.updateTable('logins').set({ expires_at: expiresAt }).where('person_id', 'in', people),
      ])
    },
  }
}

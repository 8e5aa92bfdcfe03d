/**
 * Passwords of participants are kept twice: hashed, to check them, and sealed, so that a reminder carries the one
 * the person already has. The sealed copy goes with the password, a day after the class.
 */
import { type ClassRow, createSeal, type Seat } from '#server/store/index.ts'
import type { Credential } from '#shared/api.ts'
import { validUntil } from './access.ts'
import type { Context } from './context.ts'
import { type Issued, issue } from './issue.ts'
import { personalLink } from './urls.ts'

type Needs = Pick<Context, 'store' | 'passwords' | 'now'>

const sealOf = ({ store }: Needs) => createSeal(store.secret, 'password')

/** `again`: these replace passwords that were known. */
export async function keepSealed(
  context: Needs,
  classId: string,
  issued: readonly Pick<Issued, 'personId' | 'password'>[],
  again = false,
): Promise<void> {
  const seal = sealOf(context)
  const people = issued.map(({ personId, password }) => ({ personId, sealed: seal.close(password) }))
  await context.store.convocations.issued(classId, people, context.now(), again)
}

/** Fresh passwords: the old ones, the logins made with them and the mails that carry them die at once. */
export async function reissue(
  context: Needs & Pick<Context, 'live'>,
  klass: ClassRow,
  seats: readonly Seat[],
  base: string,
): Promise<Credential[]> {
  const { store, live } = context
  const issued = await issue(context, seats, base)
  for (const { personId, passwordHash } of issued) {
    await store.people.setPassword({ personId, passwordHash, expiresAt: validUntil(klass) })
    await store.logins.revokePerson(personId)
    live.disconnect(personId)
  }
  await keepSealed(context, klass.id, issued, true)
  await store.mails.withdraw(
    klass.id,
    issued.map(({ personId }) => personId),
  )
  return issued.map(({ passwordHash: _, ...credential }) => credential)
}

/** The credentials these people have now. Who has none that can be read is given new ones. */
export async function currentCredentials(
  context: Needs & Pick<Context, 'live'>,
  klass: ClassRow,
  seats: readonly Seat[],
  base: string,
): Promise<Credential[]> {
  const seal = sealOf(context)
  const rows = new Map((await context.store.convocations.list(klass.id)).map((row) => [row.personId, row]))
  const kept = await Promise.all(
    seats.map(async ({ personId, name, email }) => {
      const sealed = rows.get(personId)?.sealed
      const password = sealed && seal.open(sealed)
      if (!password || !(await opens(context, personId, email, password))) return undefined
      return { personId, name, login: email, password, link: personalLink(base, email, password) }
    }),
  )
  const known = kept.filter((credential) => credential !== undefined)
  const without = seats.filter(({ personId }) => !known.some((one) => one.personId === personId))
  return without.length === 0 ? known : [...known, ...(await reissue(context, klass, without, base))]
}

async function opens({ store, passwords }: Needs, personId: string, login: string, password: string) {
  const matching = await passwords.matching(login, password, await store.people.byLogin(login))
  return matching.some((candidate) => candidate.personId === personId)
}

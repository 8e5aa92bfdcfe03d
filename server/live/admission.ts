/** Who may open a socket on a class: from this origin, signed in, seated, in a class that is not cancelled. */
import type { IncomingMessage } from 'node:http'
import type { Auth } from '#server/http/auth.ts'
import { ownOrigin } from '#server/http/origin.ts'
import type { Store } from '#server/store/index.ts'
import type { RefusalCode } from '#shared/protocol.ts'
import type { Role } from '#shared/types.ts'

/** `login`: the hash of the login's token. */
export type Admitted = { personId: string; role: Role; classId: string; login: string }

export function createAdmission({
  store,
  auth,
  publicUrl,
}: {
  store: Store
  auth: Auth
  publicUrl?: string
}) {
  async function roleIn(
    classId: string,
    person: { personId: string; role: string; classId?: string },
  ): Promise<Role | undefined> {
    if (person.role === 'stage') return person.classId === classId ? 'stage' : undefined
    const seats = await store.people.seats(classId)
    return seats.find((seat) => seat.personId === person.personId)?.role
  }

  /** The query of the handshake names the class, and the person when the browser has several logins. */
  return async (
    request: IncomingMessage,
    { class: classId, as }: { class?: unknown; as?: unknown },
  ): Promise<Admitted | RefusalCode> => {
    if (!ownOrigin(request.headers, publicUrl)) return 'origin'
    if (typeof classId !== 'string') return 'class'
    const person = await auth.fromCookies(
      request.headers.cookie,
      typeof as === 'string' && as ? as : undefined,
      classId,
    )
    if (!person) return 'login'
    if ((await store.classes.get(classId))?.cancelledAt !== undefined) return 'class'
    const role = await roleIn(classId, person)
    if (!role) return 'seat'
    return { personId: person.personId, role, classId, login: person.tokenHash }
  }
}

/** Fresh passwords for participants. */
import type { Credential } from '#shared/api.ts'
import type { Context } from './context.ts'
import { makePassword } from './credentials.ts'
import { personalLink } from './urls.ts'

/** A credential to be shown once, with the only thing to keep of it. */
export type Issued = Credential & { passwordHash: string }

/** Makes a password for each person; `base` is the address of their personal links. Stores nothing. */
export function issue(
  { passwords }: Pick<Context, 'passwords'>,
  people: readonly { personId: string; name: string; email: string }[],
  base: string,
): Promise<Issued[]> {
  return Promise.all(
    people.map(async ({ personId, name, email }) => {
      const password = makePassword()
      const passwordHash = await passwords.hash(email, password, 'generated')
      return {
        personId,
        name,
        login: email,
        password,
        link: personalLink(base, email, password),
        passwordHash,
      }
    }),
  )
}

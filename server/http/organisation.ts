/** Who organises: told in convocations. */
import { z } from 'zod'
import { isAddress } from '#server/mail/message.ts'
import type { Organisation } from '#shared/convocation.ts'
import { plainText } from './body.ts'
import type { Context } from './context.ts'

/** Several lines, no other control character. */
export const severalLines = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:\P{Cc}|[\r\n\t])*$/u, 'must not contain control characters')
    .transform((text) => text.trim())

export const organisation = z.strictObject({
  name: plainText(200).trim(),
  address: plainText(300).trim(),
  phone: plainText(60).trim(),
  email: plainText(254)
    .trim()
    .refine((text) => text === '' || isAddress(text), 'must be an e-mail address'),
  accessibility: severalLines(600),
})

const NOBODY: Organisation = { name: '', address: '', phone: '', email: '', accessibility: '' }

/** What the office set, with the course's own organisation for a name not set. */
export async function readOrganisation({ store }: Pick<Context, 'store'>, name = ''): Promise<Organisation> {
  const text = await store.settings.read('organisation')
  const kept = text ? organisation.parse(JSON.parse(text)) : NOBODY
  return { ...kept, name: kept.name || name }
}

/** A personal link to the questionnaire: it carries whose it is, signed, so that there is nothing to keep. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const TOKEN = /^([0-9a-z]{1,40})\.([\w-]{1,40})\.([\w-]{43})$/i

export const followUpToken = (secret: Buffer, classId: string, personId: string) =>
  `${classId}.${personId}.${signature(secret, classId, personId)}`

/** Whose a genuine token is. */
export function readFollowUpToken(
  secret: Buffer,
  token: string,
): { classId: string; personId: string } | undefined {
  const [, classId, personId, given] = TOKEN.exec(token) ?? []
  if (!classId || !personId || !given) return undefined
  const expected = Buffer.from(signature(secret, classId, personId))
  return timingSafeEqual(Buffer.from(given), expected) ? { classId, personId } : undefined
}

function signature(secret: Buffer, classId: string, personId: string): string {
  return createHmac('sha256', secret).update(`follow-up\0${classId}\0${personId}`).digest('base64url')
}

/** What a socket sends as a command, read: well formed and not too heavy, or why not. */
import { z } from 'zod'
import { COMMAND_MAX_BYTES, type Command, type Rejection, reject } from '#shared/types.ts'

/** Printable ASCII: stored the same on every database, so that a resend is always recognised. */
const word = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x21-\x7e]+$/, `1 à ${max} caractères ASCII, sans espace`)

const commandShape = z.strictObject({
  id: word(100),
  type: word(64),
  activityId: word(64).optional(),
  payload: z.unknown(),
})

export function readCommand(command: unknown): Command | Rejection {
  const parsed = commandShape.safeParse(command)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = issue?.path.join('.') || 'command'
    return reject(
      'invalid',
      `${where} : ${issue?.message ?? 'invalide'}. Attendu : { id, type, activityId?, payload }.`,
    )
  }
  const bytes = Buffer.byteLength(JSON.stringify(parsed.data))
  if (bytes > COMMAND_MAX_BYTES)
    return reject('invalid', `Commande de ${bytes} octets : ${COMMAND_MAX_BYTES} au plus.`)
  return parsed.data
}

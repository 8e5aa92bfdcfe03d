/** What questions with choices have in common. */
import { z } from 'zod'
import { type Rejection, reject } from '#shared/types.ts'

export const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'] as const

/** A text of 1 to `max` characters, without spaces around. */
export const text = (max: number) => z.string().trim().min(1).max(max)

/** Ids that become keys of views: never integer-like, never empty. */
export const key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/i, 'a letter, then letters, digits and hyphens')

/** Why a choice cannot be an answer; undefined: it can. Several may be emptied, one may not. */
export function wrongChoice(
  options: readonly { id: string }[],
  multiple: boolean,
  choice: readonly string[],
): Rejection | undefined {
  const known = options.map((option) => option.id)
  const unknown = choice.find((id) => !known.includes(id))
  if (unknown !== undefined)
    return reject('invalid', `La réponse « ${unknown} » n’existe pas : ${known.join(', ')}.`)
  if (new Set(choice).size !== choice.length)
    return reject('invalid', 'La même réponse est donnée deux fois.')
  if (!multiple && choice.length !== 1)
    return reject('invalid', `Une seule réponse est attendue, ${choice.length} reçues.`)
  return undefined
}

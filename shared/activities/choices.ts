/** What questions with choices have in common. */
import { z } from 'zod'

export const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'] as const

/** A text of 1 to `max` characters, without spaces around. */
export const text = (max: number) => z.string().trim().min(1).max(max)

/** Ids that become keys of views: never integer-like, never empty. */
export const key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/i, 'a letter, then letters, digits and hyphens')

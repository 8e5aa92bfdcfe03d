/** What questions with choices have in common. */
import { z } from 'zod'

export const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'] as const

/** A text of 1 to `max` characters, without spaces around. */
export const text = (max: number) => z.string().trim().min(1).max(max)

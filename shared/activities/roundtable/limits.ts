/** Limits that screens know too: no schema here. */
export const LINE_MAX = 280
export const WORD_MAX = 40
export const MOODS = ['sun', 'cloud', 'rain'] as const

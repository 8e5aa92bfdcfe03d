/** Bounds that screens read too, without schemas. */

/** Below this number of anonymous returns, no result of an item and no verbatim: somebody could be recognised. */
export const MIN_RETURNS = 5

/** Longest free text, in characters. */
export const TEXT_MAX = 2000

/** Limits that screens know too: no schema here. */
export const SUBJECT_MAX = 140
export const FEEDBACK_MAX = 1000

/** One's places in an open question: what is written in each, and where one may still write. No schema here. */
import type { OpenQuestionEntry } from './definition.ts'

const PLACES = ['s1', 's2', 's3', 's4', 's5']

/** The same places as the schema's, for those who must not load it. */
export const placesOf = (perPerson: number): string[] => PLACES.slice(0, perPerson)

export const isWritten = (entry: OpenQuestionEntry | undefined) => entry !== undefined && entry.text !== ''

/** Written in time, or on its way: it is not to be caught up. */
export const anyWritten = (entries: Record<string, OpenQuestionEntry>) =>
  Object.values(entries).some(isWritten)

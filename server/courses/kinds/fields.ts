/** What the bodies of several kinds are made of. */
import { z } from 'zod'
import { unaccented } from '../words.ts'

/** A text of 1 to `max` characters, without spaces around. */
export const text = (max: number) => z.string().trim().min(1).max(max)

/** `- 2026` is a number for YAML and a text for its author. */
export const label = (max: number) =>
  z.preprocess((value) => (typeof value === 'number' ? String(value) : value), text(max))

export const yesNo = z.preprocess(
  (value) => (value === 'oui' ? true : value === 'non' ? false : value),
  z.boolean(),
)

/** One of the words given, whose accents authors may write or not. */
export const word = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (typeof value === 'string' ? unaccented(value) : value), z.enum(values))

export const shortened = (title: string, max: number): string =>
  title.length > max ? `${title.slice(0, max - 1).trimEnd()}…` : title

/** Positions of the options written twice, whatever their capitals. */
export function repeated(options: readonly string[]): number[] {
  const keys = options.map((option) => option.toLocaleLowerCase('fr'))
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []))
}

/** What is wrong and what would be right when an option is written twice. */
export const optionTwice = (option: string): [problem: string, remedy: string] => [
  `La réponse « ${option} » est écrite deux fois`,
  'Changez l’une des deux, ou retirez-la.',
]

/** The shapes in which the hours and the place of a class are given. */
import { z } from 'zod'
import type { HalfDay } from '#shared/api.ts'
import { isMeetingUrl } from '#shared/meeting.ts'
import { plainText } from './body.ts'

const instant = z.int().min(0).max(8_640_000_000_000_000)
const halfDay = z
  .strictObject({ startsAt: instant, endsAt: instant })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, 'startsAt must come before endsAt')
  .refine(({ startsAt, endsAt }) => endsAt - startsAt <= 12 * 3_600_000, 'a half-day lasts at most 12 hours')

export const classTitle = plainText(200).trim().min(1)

/** In order, whatever the order given. */
export const halfDays = z
  .array(halfDay)
  .min(1)
  .max(20)
  .transform((days) => days.toSorted((a, b) => a.startsAt - b.startsAt))
  .refine(
    (days) => days.every((day, i) => i === 0 || days[i - 1]!.endsAt <= day.startsAt),
    'half-days must not overlap',
  )

export const timeZone = z.string().max(64).refine(isTimeZone, 'must be a time zone such as Europe/Paris')

export const meetingUrl = z
  .string()
  .max(1000)
  .refine(isMeetingUrl, 'must be an address such as https://reunion.exemple.fr/abc or tel:+33123456789')

export const numbered = (days: readonly Omit<HalfDay, 'id'>[]): HalfDay[] =>
  days.map((day, i) => ({ id: `h${i + 1}`, ...day }))

export const timesOf = (days: readonly Omit<HalfDay, 'id'>[]) => ({
  startsAt: days[0]!.startsAt,
  endsAt: days.at(-1)!.endsAt,
})

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

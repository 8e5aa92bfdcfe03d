import { capital, date, time } from '../i18n/format.ts'

type Texts = {
  span: (day: string, from: string, to: string) => string
  spanDays: (from: string, to: string) => string
}

/** « Mercredi 25 novembre 2026, 9:00 à 17:00 », or the first and last day of a longer class. */
export function when(
  { startsAt, endsAt, timeZone }: { startsAt: number; endsAt: number; timeZone?: string },
  t: Texts,
): string {
  const first = date(startsAt, timeZone)
  const last = date(endsAt, timeZone)
  if (first !== last) return t.spanDays(first, last)
  return t.span(capital(first), time(startsAt, timeZone), time(endsAt, timeZone))
}

import { date, shortDay, time } from '../../i18n/format.ts'

/** « 8:47 » today, « 23 nov., 14:02 » another day, in the class's time zone. */
export function moment(at: number, now: number, timeZone: string): string {
  const clock = time(at, timeZone)
  return date(at, timeZone) === date(now, timeZone) ? clock : `${shortDay(at, timeZone)}, ${clock}`
}

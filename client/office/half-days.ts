/** The half-days of a class as typed, and as times. */
import { shownIn, timeIn } from './zones.ts'

/** `date` as `2026-11-25`, `from` and `to` as `09:00`, on the clocks of the class's zone. */
export type TypedHalfDay = { key: number; date: string; from: string; to: string }
export type HalfDayFault = { kind: 'missing' } | { kind: 'order' } | { kind: 'overlap'; other: number }

let keys = 0
export const newHalfDay = (date: string, from: string, to: string): TypedHalfDay => ({
  key: ++keys,
  date,
  from,
  to,
})

/** A morning and an afternoon on the next working day. */
export function usualDay(now = new Date()): TypedHalfDay[] {
  const day = new Date(now)
  do day.setDate(day.getDate() + 1)
  while (day.getDay() === 0 || day.getDay() === 6)
  const date = isoDate(day)
  return [newHalfDay(date, '09:00', '12:30'), newHalfDay(date, '13:30', '17:00')]
}

export function isoDate(day: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** A half-day that is stored, as one would type it. */
export function typedHalfDay(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  zone: string,
): TypedHalfDay {
  const { date, clock } = shownIn(startsAt, zone)
  return newHalfDay(date, clock, shownIn(endsAt, zone).clock)
}

/** Times in ms since 1970; NaN when something is missing. */
export function times({ date, from, to }: TypedHalfDay, zone: string): { startsAt: number; endsAt: number } {
  return { startsAt: timeIn(date, from, zone), endsAt: timeIn(date, to, zone) }
}

/** What is wrong with each half-day, in their order. `other` is the 1-based number of the one overlapped. */
export function halfDayFaults(days: readonly TypedHalfDay[], zone: string): (HalfDayFault | undefined)[] {
  const all = days.map((day) => times(day, zone))
  return all.map(({ startsAt, endsAt }, i) => {
    if (Number.isNaN(startsAt) || Number.isNaN(endsAt)) return { kind: 'missing' }
    if (endsAt <= startsAt) return { kind: 'order' }
    const other = all.findIndex((one, j) => j < i && one.startsAt < endsAt && startsAt < one.endsAt)
    return other < 0 ? undefined : { kind: 'overlap', other: other + 1 }
  })
}

/** Moving the first day moves with it the half-days that were on the same date. */
export function moveDay(days: readonly TypedHalfDay[], index: number, date: string): TypedHalfDay[] {
  const before = days[index]!.date
  return days.map((day, i) => (i === index || (index === 0 && day.date === before) ? { ...day, date } : day))
}

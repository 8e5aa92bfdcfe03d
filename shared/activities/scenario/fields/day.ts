/** Days as people type them. */

const FORMS: [RegExp, (parts: string[]) => [string, string, string]][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([y, m, d]) => [y!, m!, d!]],
  // A phone's digits alone: 17112026.
  [/^(\d{2})(\d{2})(\d{4})$/, ([d, m, y]) => [y!, m!, d!]],
  [/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/, ([d, m, y]) => [y!, m!, d!]],
]

function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined
  return date.toISOString().slice(0, 10)
}

/** « 17/11/2026 », « 17-11-26 », « 2026-11-17 » as 2026-11-17; undefined when it is no real day. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim().replace(/[\s\u00A0\u202F]+/g, ' ')
  for (const [form, order] of FORMS) {
    const match = form.exec(text)
    if (!match) continue
    const [year, month, day] = order(match.slice(1)).map(Number) as [number, number, number]
    return iso(year < 100 ? 2000 + year : year, month, day)
  }
  return undefined
}

/** « 17/11/2026 » from 2026-11-17. */
export function showDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

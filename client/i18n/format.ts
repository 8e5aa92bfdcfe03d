/** Numbers, dates and texts as the reader's typography asks. Follows the language of the interface. */
import { language } from './index.ts'

export { fr } from '#shared/typography.ts'

const FIXED = '\u00A0'
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, options)
    formats.set(key, found)
  }
  return found
}

const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB')

/** « 9:05 », « 16:42 ». `ms` since 1970; in the browser's time zone unless one is named. */
export function time(ms: number, timeZone?: string): string {
  const text = dateFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    ms,
  )
  return text.replace(/^0/, '')
}

/** « mercredi 25 novembre 2026 », « dimanche 1er mars 2026 ». */
export function date(ms: number, timeZone?: string): string {
  const text = dateFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(ms)
  return language() === 'fr' ? text.replace(/(^|\s)1 /, '$11er ') : text
}

/** « 25 nov. 2026 »: for tables and lists. */
export function shortDate(ms: number, timeZone?: string): string {
  return dateFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(ms)
}

/** « 23 nov. »: where the year goes without saying. */
export function shortDay(ms: number, timeZone?: string): string {
  return dateFormat(locale(), { day: 'numeric', month: 'short', timeZone }).format(ms)
}

/** A whole or decimal number with its thousands set apart. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value)
}

/** « 1 réponse », « 12 réponses ». In French zero is singular. */
export function count(n: number, one: string, many: string): string {
  const singular = language() === 'fr' ? Math.abs(n) < 2 : n === 1
  return `${number(n)}${FIXED}${singular ? one : many}`
}

/** « 1 h 30 », « 45 min » from minutes. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  if (!hours) return `${rest}${FIXED}min`
  return rest ? `${hours}${FIXED}h${FIXED}${String(rest).padStart(2, '0')}` : `${hours}${FIXED}h`
}

/** « 1:05 » : a time that runs, from ms. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A first letter in capital, the rest untouched. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)
}

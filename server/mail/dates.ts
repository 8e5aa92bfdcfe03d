/** Dates and hours in a mail: always in the class's own time zone, which is named. */
export type Language = 'fr' | 'en'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

export function dates(language: Language, timeZone: string) {
  const day = new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  })
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const offset = new Intl.DateTimeFormat('fr-FR', { timeZoneName: 'shortOffset', timeZone })
  return {
    /** « mercredi 25 novembre 2026 », « dimanche 1er mars 2026 ». */
    day(ms: number): string {
      const text = day.format(ms)
      return language === 'fr' ? text.replace(/(^|\s)1 /, '$11er ') : text
    },
    /** « 9:05 ». */
    time: (ms: number) => clock.format(ms).replace(/^0/, ''),
    /** « Paris (UTC+1) » at that moment. */
    zone(ms: number): string {
      const shift = offset.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC'
      const city = timeZone.split('/').at(-1)!.replaceAll('_', ' ')
      return city === shift ? shift : `${city} (${shift})`
    },
    /** The calendar day in the zone: 2026-11-25. */
    iso: (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ms),
  }
}

/** « 1 h 30 », « 45 min ». */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  if (hours === 0) return `${rest}\u00A0min`
  return rest === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${String(rest).padStart(2, '0')}`
}

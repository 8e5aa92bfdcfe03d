/** Clocks of the world: hours typed for one zone, whatever that of the browser. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every zone to choose from; `chosen` is among them even if the browser does not list it. */
export function zones(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(chosen) ? known : [...known, chosen].toSorted()
}

/** What the clocks of `zone` show, as `2026-11-25` and `09:00`. */
export function shownIn(ms: number, zone: string): { date: string; clock: string } {
  // Swedish dates are written as ISO.
  const [date = '', clock = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(ms)
    .split(' ')
  return { date, clock }
}

/** The time at which the clocks of `zone` show this; NaN when it is no date. */
export function timeIn(date: string, clock: string, zone: string): number {
  const wanted = Date.parse(`${date}T${clock}Z`)
  if (Number.isNaN(wanted)) return wanted
  let at = wanted
  // Twice: the first guess may lie on the other side of a change of hour.
  for (let i = 0; i < 2; i++) {
    const shown = shownIn(at, zone)
    at += wanted - Date.parse(`${shown.date}T${shown.clock}Z`)
  }
  return at
}

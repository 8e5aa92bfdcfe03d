/** Decimal numbers as people type them, kept as whole numbers of their smallest part: no binary fractions. */

/** Spaces of every kind, and what stands around an amount. */
const AROUND = /[\s\u00A0\u202F]|€|EUR|%/gi

/**
 * « 2 148,00 € », « 2148.5 », « 5,5 % » as a whole number of 10^-places. Undefined: not a number, or one with more
 * decimals than that. A point or a comma before exactly three digits in groups separates thousands.
 */
export function readDecimal(typed: string, places: number): number | undefined {
  const text = typed.replace(AROUND, '').replace('−', '-')
  const parts = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:[.,](\d*))?$/.exec(thousands(text))
  if (!parts) return undefined
  const [, sign, whole = '', decimals = ''] = parts
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > places) return undefined
  const value = Number(whole.replaceAll('.', '')) * 10 ** places + Number(kept.padEnd(places, '0') || '0')
  return sign ? -value : value
}

/** « 2.148,00 » and « 2,148.00 » have a mark for thousands and another for decimals: only the second stays. */
function thousands(text: string): string {
  const both = /^(-?\d{1,3}(?:([.,])\d{3})+)([.,])(\d+)$/.exec(text)
  if (!both || both[2] === both[3]) return text
  return `${both[1]!.replaceAll(both[2]!, '')},${both[4]}`
}

const NARROW = '\u202F'

/** A whole number of 10^-places as French typography writes it; `least` decimals at least. */
export function showDecimal(value: number, places: number, least = 0): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, NARROW)
  const decimals = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '').padEnd(least, '0')
  return `${value < 0 ? '−' : ''}${whole}${decimals && `,${decimals}`}`
}

/** « 2 148,00 € » from cents. */
export function showMoney(cents: number): string {
  return `${showDecimal(cents, 2, 2)}\u00A0€`
}

/** The whole number nearest to `n × times / by` (halves away from zero): amounts × rates without fractions. */
export function rounded(n: number, times: number, by: number): number {
  const product = BigInt(n) * BigInt(times)
  const divisor = BigInt(by)
  const half = divisor / 2n
  const nearest = product < 0n ? -((-product + half) / divisor) : (product + half) / divisor
  return Number(nearest)
}

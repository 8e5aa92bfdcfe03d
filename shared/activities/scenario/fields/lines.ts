/** A table of lines: what is typed in its cells, and what they add up to. */
import { readDecimal, rounded } from './decimal.ts'
import type { Line } from './reading.ts'

export type Row = Record<string, string>
/** The cells of a row, in order. */
export const CELLS = ['label', 'quantity', 'price', 'rate'] as const

/** Quantity × price in cents, and its tax at the row's rate, rounded row by row as an invoice shows them. */
export function readLine(row: Row): Line {
  const quantity = readDecimal(row.quantity ?? '', 3)
  const price = readDecimal(row.price ?? '', 2)
  const rate = readDecimal(row.rate ?? '', 2)
  const net = quantity === undefined || price === undefined ? undefined : rounded(quantity, price, 1000)
  const vat = net === undefined || rate === undefined ? undefined : rounded(net, rate, 10_000)
  return {
    label: (row.label ?? '').trim(),
    ...(quantity !== undefined && { quantity }),
    ...(price !== undefined && { price }),
    ...(rate !== undefined && { rate }),
    ...(net !== undefined && { net }),
    ...(vat !== undefined && { vat }),
  }
}

export const isEmptyRow = (row: Row): boolean => CELLS.every((cell) => !(row[cell] ?? '').trim())

export type Totals = { net: number; vat: number; gross: number }

/**
 * Totals in cents, of every line or of those at one rate (hundredths of a percent). The tax of a rate is taken on the
 * sum of its lines, as on an invoice.
 */
export function lineTotals(lines: readonly Line[], only?: number): Totals {
  const bases = new Map<number, number>()
  for (const { net, rate } of lines) {
    if (net === undefined || rate === undefined || (only !== undefined && rate !== only)) continue
    bases.set(rate, (bases.get(rate) ?? 0) + net)
  }
  let net = 0
  let vat = 0
  for (const [rate, base] of bases) {
    net += base
    vat += rounded(base, rate, 10_000)
  }
  return { net, vat, gross: net + vat }
}

/** What was understood of what stands in a field. */

/** A row of a table: amounts in cents, quantity in thousandths, rate in hundredths of a percent. */
export type Line = {
  label: string
  quantity?: number
  price?: number
  rate?: number
  /** Quantity × price, cents; undefined while one of them is missing or wrong. */
  net?: number
  vat?: number
}

export type Reading = {
  empty: boolean
  /** Normalised, for comparisons: digits of a SIRET, capitals of an IBAN, an ISO day, amounts in cents… */
  text: string
  /** Whole numbers only: money in cents, percentages in hundredths, other numbers in thousandths. */
  amount?: number
  values?: string[]
  lines?: Line[]
  /** A day as 2026-11-17. */
  day?: string
  /** Why this cannot be what the field asks for, and what would be; in French. */
  problem?: string
}

export const nothing: Reading = { empty: true, text: '' }

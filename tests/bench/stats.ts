export type Summary = { n: number; p50: number; p95: number; p99: number; max: number }

/** Quantiles of milliseconds, to 0.01 ms. */
export function summary(values: number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (q: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN)
  return {
    n: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: round(sorted.at(-1) ?? Number.NaN),
  }
}

export const round = (value: number) => Math.round(value * 100) / 100

/** A question with choices as its screens need it, whatever the kind. Types only. */
import type { Rejection } from '#shared/types.ts'

/** `order` sorts the options. `scale`: degrees, with the words of both ends. */
export type Asked = {
  text: string
  multiple: boolean
  options: Record<string, { text: string }>
  order: string[]
  scale?: { low?: string; high?: string }
}

/** `counts` by option id; `total`: people who answered. */
export type Counted = { counts: Record<string, number>; total: number }

/** `at` 0: not stored yet. */
export type Chosen = { choice: readonly string[]; at: number; late?: true; caughtUp?: true }

/**
 * What may be done with the question now: `soon` read only, `open` answered, `late` answered after the close,
 * `shut` neither, `shown` with its results, `catch-up` answered afterwards, privately.
 */
export type Mode = 'soon' | 'open' | 'late' | 'shut' | 'shown' | 'catch-up'

/** What became of an answer on its way to the server. */
export type Sending = {
  /** Not stored yet, and since when (ms by this device). */
  pending?: { since: number }
  /** The last answer, if the server refused it. */
  refused?: { choice: readonly string[]; why: Rejection }
  connected: boolean
  /** Where a pending answer is kept: in `memory` it dies with the page. */
  keptOn: 'device' | 'memory'
}

import type { z } from 'zod'
import { pollReader } from './poll.ts'
import type { KindReader } from './reader.ts'

// biome-ignore lint/suspicious/noExplicitAny: each reader keeps its own body and definition to itself
type AnyReader = KindReader<z.ZodObject, any>

/** The kinds of activities that can be read from course files. */
export const READERS: ReadonlyMap<string, AnyReader> = new Map(
  [pollReader].map((reader) => [reader.kind, reader as unknown as AnyReader]),
)

import type { z } from 'zod'
import { mcqReader } from './mcq.ts'
import { openQuestionReader } from './open-question.ts'
import { pollReader } from './poll.ts'
import { presentationReader } from './presentation.ts'
import type { KindReader } from './reader.ts'
import { roundtableReader } from './roundtable.ts'
import { scenarioReader } from './scenario/index.ts'
import { surveyReader } from './survey.ts'

// biome-ignore lint/suspicious/noExplicitAny: each reader keeps its own body and definition to itself
type AnyReader = KindReader<z.ZodObject, any>

/** The kinds of activities that can be read from course files. */
export const READERS: ReadonlyMap<string, AnyReader> = new Map(
  [
    pollReader,
    mcqReader,
    openQuestionReader,
    scenarioReader,
    surveyReader,
    roundtableReader,
    presentationReader,
  ].map((reader) => [reader.kind, reader as unknown as AnyReader]),
)

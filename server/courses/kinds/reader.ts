import type { z } from 'zod'
import type { ActivityDefinition } from '#shared/course.ts'
import type { Documents } from '../documents.ts'
import type { Bank } from '../questions.ts'
import type { Hints, Path } from '../yaml.ts'

/** Reports a mistake at a path of the activity's body. */
export type BodyReporter = (path: Path, problem: string, remedy: string) => void

/** What a kind may look up while an activity is read. */
export type ReadContext = {
  /** The activity's own identifier, as written. */
  id: string
  bank: Bank
  documents: Documents
  /** The objectives of the course; absent when they cannot be read. */
  objectives?: readonly string[]
}

/** What a kind may look up once every activity is read. */
export type ReadCourse = {
  /** False when some activity could not be read: what is then missing is no mistake of its own. */
  complete: boolean
  /** An activity and its rank in the plan (undefined: not placed). */
  activity(id: string): { definition: ActivityDefinition; rank?: number } | undefined
  /** Identifiers of the activities of a kind. */
  idsOf(kind: string): string[]
}

/** How authors write one kind of activity. Adding a kind: one reader, one line in `kinds/index.ts`. */
export interface KindReader<Body extends z.ZodObject, Definition extends ActivityDefinition> {
  kind: Definition['kind']
  /** The body in the authors' words, keys without accents. */
  body: Body
  hints: Hints
  /** Turns a well-formed body into a definition; undefined once a mistake is reported. */
  read(body: z.output<Body>, report: BodyReporter, context: ReadContext): Definition | undefined
  /** Checks that need the other activities. `rank` is this activity's own rank in the plan. */
  check?(definition: Definition, course: ReadCourse, rank: number | undefined, report: BodyReporter): void
  /** True when it has no place in the plan: it is for after the class. */
  unplaced?(definition: Definition): boolean
}

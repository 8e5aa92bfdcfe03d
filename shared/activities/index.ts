/** Every kind of activity. Adding one: its folder, a line here and one in predict.ts. */
import type { ActivityKind } from '#shared/kind.ts'
import { mcq } from './mcq/kind.ts'
import { openQuestion } from './open-question/kind.ts'
import { poll } from './poll/kind.ts'
import { presentation } from './presentation/kind.ts'
import { roundtable } from './roundtable/kind.ts'
import { scenario } from './scenario/kind.ts'
import { survey } from './survey/kind.ts'

/** A kind whose types have been forgotten: the engine treats states, commands and events as opaque. */
// biome-ignore lint/suspicious/noExplicitAny: each kind checks its own values with its schemas
export type AnyKind = ActivityKind<any, any, any, any, any, any, any>

export const kinds: Record<string, AnyKind> = {
  poll,
  mcq,
  'open-question': openQuestion,
  scenario,
  survey,
  roundtable,
  presentation,
}

/** Throws for a kind that does not exist: definitions are checked before they enter a log. */
export function kindOf(name: string): AnyKind {
  const kind = kinds[name]
  if (!kind) throw new Error(`unknown kind of activity: ${name}`)
  return kind
}

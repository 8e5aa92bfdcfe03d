/** Anonymous returns: what leaves the log alone. */
import { kindOf } from '#shared/activities/index.ts'
import { own } from '#shared/own.ts'
import type { Command } from '#shared/types.ts'
import type { Ballot } from './events.ts'
import type { ClassState } from './state.ts'

/** Closed activities whose anonymous returns have not been taken in yet. */
export function ballotBoxes(state: ClassState): string[] {
  return Object.values(state.activities)
    .filter(
      ({ definition, inner, phase }) =>
        kindOf(definition.kind).collect?.(inner, definition, phase, []) !== undefined,
    )
    .map((activity) => activity.id)
}

/** Whether a command changes an anonymous return already made. */
export function amends({ type, payload }: Command): boolean {
  return type === 'activity.do' && (payload as { type?: unknown } | null)?.type === 'amend'
}

/** The return that an accepted `amend` puts in the place of the one before. */
export function amendmentOf(state: ClassState, { activityId, payload }: Command): Ballot | undefined {
  const activity = own(state.activities, activityId ?? '')
  if (!activity) return undefined
  const kind = kindOf(activity.definition.kind)
  const parsed = kind.command.safeParse(payload)
  return parsed.success ? kind.ballot?.(parsed.data, activity.definition) : undefined
}

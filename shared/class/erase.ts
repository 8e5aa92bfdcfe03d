/** Which events of a log hold a person's words: those are blanked when the person is erased (D1). */
import { kindOf } from '#shared/activities/index.ts'
import { own } from '#shared/own.ts'
import type { ClassEvent } from '#shared/types.ts'
import { evolve } from './evolve.ts'
import { type ClassState, initialState } from './state.ts'

/** What others write about somebody, in the events of activities. */
const TEXTS = ['text', 'note', 'word', 'reason'] as const

/**
 * Positions of the events to blank: what the person asked, wrote or did, but for the gestures their kind says are
 * plain; and what others wrote to them or about them. `events`: a whole log.
 */
export function personalEvents(events: readonly ClassEvent[], personId: string): number[] {
  const found: number[] = []
  let state = initialState
  for (const event of events) {
    state = evolve(state, event)
    if (event.payload !== null && isPersonal(state, event, personId)) found.push(event.seq)
  }
  return found
}

function isPersonal(state: ClassState, event: ClassEvent, personId: string): boolean {
  const payload = event.payload as Record<string, unknown>
  switch (event.type) {
    case 'question.asked':
      return event.by === personId
    case 'word.said':
      return event.by === personId || payload.personId === personId
    case 'activity.did':
      return event.by === personId ? !isPlain(state, event) : isAbout(state, event, personId)
    default:
      return false
  }
}

function kindAt(state: ClassState, { activityId }: ClassEvent) {
  const activity = activityId === undefined ? undefined : own(state.activities, activityId)
  return activity && { inner: activity.inner, kind: kindOf(activity.definition.kind) }
}

/** Ticks and choices say nothing of anybody once the name is gone. */
function isPlain(state: ClassState, event: ClassEvent): boolean {
  const { type } = event.payload as { type: string }
  return kindAt(state, event)?.kind.plain?.includes(type) ?? false
}

function isAbout(state: ClassState, event: ClassEvent, personId: string): boolean {
  const payload = event.payload as Record<string, unknown>
  if (!TEXTS.some((key) => typeof payload[key] === 'string')) return false
  if (payload.personId === personId) return true
  const at = kindAt(state, event)
  const copyId = at?.kind.copies?.of(at.inner, personId)
  return copyId !== undefined && payload.copyId === copyId
}

/**
 * Looking over the shoulder: what a person types goes to the trainers who have their copy open, and to nobody else.
 * Nothing is stored. Watchers and authors on different servers do not meet: then stored work shows, a moment later.
 */
import { kindOf } from '#shared/activities/index.ts'
import type { ClassState } from '#shared/class/state.ts'
import { isTrainer } from '#shared/class/views.ts'
import { DRAFT_MAX_BYTES, type DraftMessage, draftMessage } from '#shared/drafts.ts'
import { own } from '#shared/own.ts'
import type { DraftNews } from '#shared/protocol.ts'
import type { Role } from '#shared/types.ts'

type Watched = { activityId: string; copyId: string }
export type Author = { socketId: string; personId: string; role: Role }

export type Drafts = {
  /** A message from a socket; anything that is not one of ours is left alone. */
  heard(author: Author, message: unknown): void
  /** A person came (back): their page learns whether somebody looks. */
  joined(personId: string): void
  left(socketId: string): void
}

export type DraftsDeps = {
  state(): ClassState
  toPerson(personId: string, news: DraftNews): void
  toSocket(socketId: string, news: DraftNews): void
  toTrainers(news: DraftNews): void
}

export function createDrafts({ state, toPerson, toSocket, toTrainers }: DraftsDeps): Drafts {
  const watchers = new Map<string, Watched>()

  function copies(activityId: string) {
    const activity = own(state().activities, activityId)
    const hook = activity && kindOf(activity.definition.kind).copies
    if (!activity || !hook) return undefined
    return {
      of: (personId: string): string | undefined => hook.of(activity.inner, personId),
      members: (copyId: string): string[] => hook.members(activity.inner, copyId),
    }
  }

  const watching = ({ activityId, copyId }: Watched): string[] =>
    [...watchers].flatMap(([socketId, one]) =>
      one.activityId === activityId && one.copyId === copyId ? [socketId] : [],
    )

  /** Tells the people of a copy whether somebody looks: they send drafts only then. */
  function tell(watched: Watched) {
    const on = watching(watched).length > 0
    for (const personId of copies(watched.activityId)?.members(watched.copyId) ?? [])
      toPerson(personId, { type: 'watched', activityId: watched.activityId, on })
  }

  function watch(socketId: string, next: Watched | undefined) {
    const before = watchers.get(socketId)
    if (next) watchers.set(socketId, next)
    else watchers.delete(socketId)
    if (before) tell(before)
    if (next) tell(next)
  }

  function from({ socketId, personId, role }: Author, message: DraftMessage) {
    const { activityId } = message
    if (message.type === 'watch') {
      if (!isTrainer(role)) return
      const { copyId } = message
      return watch(socketId, copyId === undefined ? undefined : { activityId, copyId })
    }
    if (role !== 'participant') return
    const copyId = copies(activityId)?.of(personId)
    if (copyId === undefined) return
    if (message.type === 'focus') {
      const { field } = message
      return toTrainers({ type: 'focus', activityId, copyId, ...(field !== undefined && { field }) })
    }
    if (Buffer.byteLength(JSON.stringify(message.fields)) > DRAFT_MAX_BYTES) return
    for (const watcher of watching({ activityId, copyId }))
      toSocket(watcher, { type: 'draft', activityId, copyId, fields: message.fields })
  }

  return {
    heard(author, message) {
      const parsed = draftMessage.safeParse(message)
      if (parsed.success) from(author, parsed.data)
    },
    joined(personId) {
      for (const activityId of Object.keys(state().activities)) {
        const copyId = copies(activityId)?.of(personId)
        if (copyId === undefined) continue
        const on = watching({ activityId, copyId }).length > 0
        toPerson(personId, { type: 'watched', activityId, on })
      }
    },
    left: (socketId) => watch(socketId, undefined),
  }
}

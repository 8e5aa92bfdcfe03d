/**
 * Answers not yet stored by the server, kept on the device per class and person (D6). Several tabs of one
 * person share it: every change is one IndexedDB transaction, and a command sent twice has one effect.
 */
import { createStore, get, type UseStore, update } from 'idb-keyval'
import type { Rejection } from '#shared/types.ts'
import { type PendingCommand, replaces } from './mirror.ts'

/** `refused`: the server said no; kept so that the person can still read what they had answered. */
export type OutboxEntry = PendingCommand & { refused?: Rejection }

export type Outbox = {
  /** False when the browser keeps nothing (private window): entries live as long as the page. */
  readonly persistent: () => boolean
  load(): Promise<OutboxEntry[]>
  /** Adds or replaces an entry; an older answer to the same question leaves. */
  put(entry: OutboxEntry): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

let database: UseStore | undefined

/** One outbox per class and person; a storage that fails is given up for memory. */
export function openOutbox(classId: string, personId: string): Outbox {
  const key = `${classId}/${personId}`
  let memory: OutboxEntry[] = []
  let persistent = typeof indexedDB !== 'undefined'

  const change = async (next: (entries: OutboxEntry[]) => OutboxEntry[]) => {
    memory = next(memory)
    if (!persistent) return
    try {
      database ??= createStore('estrade', 'outbox')
      await update<OutboxEntry[]>(key, (stored) => next(stored ?? []), database)
    } catch {
      persistent = false
    }
  }

  return {
    persistent: () => persistent,
    async load() {
      if (!persistent) return memory
      try {
        database ??= createStore('estrade', 'outbox')
        memory = (await get<OutboxEntry[]>(key, database)) ?? []
      } catch {
        persistent = false
      }
      return memory
    },
    put: (entry) =>
      change((entries) => [
        ...entries.filter((other) => other.id !== entry.id && !replaces(entry, other)),
        entry,
      ]),
    remove: (ids) => change((entries) => entries.filter((entry) => !ids.includes(entry.id))),
  }
}

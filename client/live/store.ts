/** What the page knows of its class, for every screen: filled by connection.ts, read through hooks.ts. */
import { createStore } from 'zustand/vanilla'
import type { Presence, RefusalCode } from '#shared/protocol.ts'
import type { View } from '#shared/views.ts'
import type { PendingCommand } from './mirror.ts'
import type { OutboxEntry } from './outbox.ts'

export type LiveState = {
  classId: string
  /** Person this tab is, when the address names one. */
  as?: string
  line: 'connecting' | 'connected' | 'cut' | 'refused'
  refusal?: RefusalCode
  /** When the line was cut, ms since 1970 by this device. */
  cutSince?: number
  /** What to show: the server's view with one's own pending answers on it. */
  view?: View
  /** Log position of the server's view. */
  seq: number
  /** Answers the server has not yet stored and shown back. */
  pending: readonly PendingCommand[]
  /** Answers the server refused, by command id, until the person has read why. */
  refused: readonly OutboxEntry[]
  /** Where pending answers are kept: in `memory` they die with the page. */
  keptOn: 'device' | 'memory'
  presence: Record<string, Presence>
  /** Server's clock − Date.now(), ms, estimated. */
  clockOffset: number
}

export const blankState: LiveState = {
  classId: '',
  line: 'connecting',
  seq: 0,
  pending: [],
  refused: [],
  keptOn: 'device',
  presence: {},
  clockOffset: 0,
}

export const live = createStore<LiveState>(() => blankState)

/** The server's clock now, ms since 1970. */
export function serverNow(): number {
  return Date.now() + live.getState().clockOffset
}

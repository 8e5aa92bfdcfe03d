/** The wire: Socket.IO events and their shapes (docs/protocol.md). */
import type { Ack, Command, Delta } from './types.ts'

/** Ephemeral, never stored. `devices` counts this person's open sockets. `slide`: what their screen shows. */
export type Presence = {
  personId: string
  online: boolean
  device: 'computer' | 'phone' | 'tablet'
  devices: number
  /** Round trip of the last heartbeat in ms, when known. */
  rtt?: number
  /** Slide number the person looks at when it is not the live one. */
  behind?: number
  /** When the person was last connected (ms since 1970), when offline and known. */
  since?: number
}

/** Work being typed, by field. Ephemeral: see shared/drafts.ts for what is said, and the limits. */
export type DraftFields = Record<string, string | (string | Record<string, string>)[]>
/** Between two drafts of one person, ms. */
export const DRAFT_MS = 150
/** The author of a copy hears `watched`; the trainers who have it open `draft`; all trainers `focus`. */
export type DraftNews =
  | { type: 'watched'; activityId: string; on: boolean }
  | { type: 'draft'; activityId: string; copyId: string; fields: DraftFields }
  | { type: 'focus'; activityId: string; copyId: string; field?: string }

/** What a participant may send to the trainers in passing: without a name, never stored. */
export const REACTIONS = ['thumb', 'applause', 'smile', 'thanks'] as const
export type Reaction = (typeof REACTIONS)[number]
/** The participant says `react`; the trainers hear `reaction`. */
export type ReactionSaid = { type: 'react'; reaction: Reaction }
export type ReactionNews = { type: 'reaction'; reaction: Reaction }

export type ClientToServer = {
  command: (command: Command, ack: (ack: Ack) => void) => void
  resume: (from: number | null, build: string) => void
  /** Where I look, for the trainer's presence panel: undefined when following live. */
  pointer: (at: { slide?: number }) => void
  /** Clock and line check: sends the last measured round trip (ms), gets the server's clock (ms since 1970). */
  clock: (rtt: number | undefined, ack: (serverNow: number) => void) => void
  signal: (message: unknown) => void
}

export type ServerToClient = {
  delta: (delta: Delta) => void
  presence: (people: Presence[]) => void
  signal: (message: unknown) => void
  reload: (build: string) => void
}

/** Handshake refusals, in `error.data.code`. */
export type RefusalCode = 'login' | 'seat' | 'origin' | 'class'

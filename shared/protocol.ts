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

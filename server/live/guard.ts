/** Watches what one connection sends and holds back, below Socket.IO: one that asks too much is cut. */
import type { Logger } from 'pino'
import { createIntake, MAX_UNSENT_BYTES } from './limits.ts'

type Transport = {
  /** The WebSocket, when it is one: the bytes it holds back, and its control frames. */
  socket?: {
    bufferedAmount?: number
    on?(event: 'ping' | 'pong', heard: (data: Buffer) => void): void
    terminate?(): void
  }
}
/** What we use of an engine.io connection: what it still has to send, and what comes in. */
export type Connection = {
  /** Packets not yet handed over. */
  writeBuffer: { data?: unknown }[]
  transport: Transport
  on(event: 'packet', heard: (packet: { data?: string | Buffer }) => void): void
  on(event: 'upgrade', heard: (transport: Transport) => void): void
  close(discard: boolean): void
}

/** Bytes this connection has still to take, roughly: characters count as bytes. */
export function unsentOf({ transport, writeBuffer }: Connection): number {
  let unsent = transport.socket?.bufferedAmount ?? 0
  for (const { data } of writeBuffer) unsent += typeof data === 'string' ? data.length : 0
  return unsent
}

/** Without a farewell: one who does not read would hold the connection until it is given up. */
export function cutOff(connection: Connection): void {
  const { socket } = connection.transport
  connection.close(true)
  socket?.terminate?.()
}

/**
 * Cuts whoever sends more than anybody has reason to, or asks without reading the answers. Control frames
 * count too: each ping is answered.
 */
export function guard(connection: Connection, log: Logger): void {
  const intake = createIntake()
  let cut = false
  function heard(bytes: number) {
    if (cut || (intake.take(bytes) && unsentOf(connection) <= MAX_UNSENT_BYTES)) return
    cut = true
    log.warn({ unsent: unsentOf(connection) }, 'flooding socket cut')
    cutOff(connection)
  }
  function watch({ socket }: Transport) {
    for (const control of ['ping', 'pong'] as const) socket?.on?.(control, (data) => heard(data.length))
  }
  watch(connection.transport)
  connection.on('upgrade', watch)
  connection.on('packet', ({ data }) => heard(data?.length ?? 0))
}

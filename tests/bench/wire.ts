/**
 * A driver light enough for thousands of sockets in one process: it speaks just enough Socket.IO over ws to
 * send commands and to see deltas pass. The same for all three servers, so that its own cost is the same.
 */
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { Seat } from './classes.ts'

export type Wire = {
  /** Sends a command; `stored` is called with its ack (never by the raw ws relay). */
  command(command: object, stored?: (ack: string) => void): void
  /** Text of each delta, as it came. */
  onDelta: (text: string) => void
  close(): void
}

export const command = (type: string, payload: object, activityId?: string) => ({
  id: randomUUID(),
  type,
  payload,
  ...(activityId ? { activityId } : {}),
})

/** Resolves once connected and, on Estrade, once the first view has come. */
export function openWire(
  url: string,
  kind: 'estrade' | 'relay' | 'ws',
  classId: string,
  seat: Seat,
  build: string,
): Promise<Wire> {
  const query = `class=${classId}&as=${seat.personId}`
  const path = kind === 'ws' ? `/?${query}` : `/socket.io/?EIO=4&transport=websocket&${query}`
  const socket = new WebSocket(url.replace('http', 'ws') + path, {
    perMessageDeflate: false,
    headers: { cookie: seat.cookie, origin: url },
  })
  const acks = new Map<number, (ack: string) => void>()
  let lastId = 0
  return new Promise((resolve, reject) => {
    const wire: Wire = {
      command(command, stored) {
        if (kind === 'ws') {
          socket.send(JSON.stringify(command))
          return
        }
        lastId += 1
        if (stored) acks.set(lastId, stored)
        socket.send(`42${lastId}${JSON.stringify(['command', command])}`)
      },
      onDelta: () => undefined,
      close: () => socket.terminate(),
    }
    socket.on('error', reject)
    if (kind === 'ws') socket.on('open', () => resolve(wire))
    socket.on('message', (data) => {
      const text = data.toString()
      if (kind === 'ws') wire.onDelta(text)
      else if (text.startsWith('42["delta"')) {
        resolve(wire)
        wire.onDelta(text)
      } else if (text.startsWith('43')) {
        const end = text.indexOf('[')
        const id = Number(text.slice(2, end))
        acks.get(id)?.(text.slice(end))
        acks.delete(id)
      } else if (text === '2') socket.send('3')
      else if (text.startsWith('0')) socket.send('40')
      else if (text.startsWith('44')) reject(new Error(`refused: ${text}`))
      else if (text.startsWith('40')) {
        if (kind === 'estrade') socket.send(`42${JSON.stringify(['resume', null, build])}`)
        else resolve(wire)
      }
    })
  })
}

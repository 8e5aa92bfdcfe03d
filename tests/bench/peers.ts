/**
 * The yardsticks, in a process of their own: a bare Socket.IO relay and a raw ws relay. They check nothing,
 * store nothing and keep no state: what comes from one is sent to the whole class.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { type WebSocket, WebSocketServer } from 'ws'
import { answerMemory, peopleOf, type Ready } from './classes.ts'

const kind = process.argv[2]
const classes = Number(process.argv[3])
const http = createServer()

if (kind === 'relay') {
  const io = new Server(http, { serveClient: false, perMessageDeflate: false })
  io.on('connection', async (socket) => {
    const classId = String(socket.handshake.query.class)
    await socket.join(classId)
    socket.on('command', (command, ack) => {
      io.to(classId).emit('delta', command.payload)
      ack({ ok: true, seq: 0 })
    })
  })
} else {
  const rooms = new Map<string, Set<WebSocket>>()
  const wss = new WebSocketServer({ server: http, perMessageDeflate: false })
  wss.on('connection', (socket, request) => {
    const classId = new URL(request.url ?? '', 'http://x').searchParams.get('class') ?? ''
    const room = rooms.get(classId) ?? new Set()
    rooms.set(classId, room.add(socket))
    socket.on('message', (data) => {
      const text = data.toString()
      for (const member of room) member.send(text)
    })
  })
}

http.listen(0, '127.0.0.1', () => {
  const ready: Ready = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    build: '',
    classes: Array.from({ length: classes }, (_, index) => ({
      id: `bench-${index}`,
      seats: peopleOf(index).map((personId) => ({ personId, cookie: '' })),
    })),
  }
  process.send?.(ready)
})
answerMemory()
process.on('disconnect', () => process.exit(0))

/** Socket.IO: what a socket may say, and how deltas reach it. */
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { Server, type Socket } from 'socket.io'
import type { Auth } from '#server/http/auth.ts'
import { ownOrigin } from '#server/http/origin.ts'
import type { Store } from '#server/store/index.ts'
import { isTrainer } from '#shared/class/views.ts'
import type { ClientToServer, Presence, RefusalCode, ServerToClient } from '#shared/protocol.ts'
import { type Ack, type Command, isRejection, type RejectionCode, reject } from '#shared/types.ts'
import { type Admitted, createAdmission } from './admission.ts'
import type { Watcher } from './audience.ts'
import type { Live } from './classrooms.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { type Connection, cutOff, guard, unsentOf } from './guard.ts'
import { createBucket, MAX_FRAME_BYTES, MAX_SOCKETS_PER_PERSON, MAX_UNSENT_BYTES } from './limits.ts'
import { createReactions } from './reactions.ts'
import { readCommand } from './read-command.ts'

type Io = Server<ClientToServer, ServerToClient, Record<string, never>, Admitted>
type Wire = Socket<ClientToServer, ServerToClient, Record<string, never>, Admitted>

export type GatewayDeps = {
  store: Store
  auth: Auth
  publicUrl?: string
  build: string
  log: Logger
  now(): number
  open(classId: string): Promise<Live | undefined>
}

function refusal(code: RefusalCode): Error {
  return Object.assign(new Error(code), { data: { code } })
}

function deviceOf(userAgent: string): Presence['device'] {
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet'
  return /Mobi|iPhone|Android/i.test(userAgent) ? 'phone' : 'computer'
}

/** How long a new socket may take to say where it resumes from. */
const RESUME_WAIT_MS = 300

/** Rooms of Socket.IO: the sockets of one person in one class, and those of a class's trainers. */
const seatOf = ({ classId, personId }: Pick<Admitted, 'classId' | 'personId'>) =>
  `seat ${classId} ${personId}`
const trainersOf = (classId: string) => `trainers ${classId}`

const nack = (code: RejectionCode, reason: string): Ack => ({ ok: false, error: reject(code, reason) })

export function createGateway(deps: GatewayDeps) {
  const { log, now } = deps
  const admit = createAdmission(deps)
  const own = (req: IncomingMessage) => ownOrigin(req.headers, deps.publicUrl)
  const io: Io = new Server({
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_FRAME_BYTES,
    pingInterval: 5000,
    pingTimeout: 7000,
    connectTimeout: 10_000,
    // A foreign origin is let through to the handshake below, which names the reason.
    allowRequest: (_req, done) => done(null, true),
  })
  const desks = new Map<string, Drafts>()
  const reactions = createReactions(now, (classId, news) => {
    io.local.to(trainersOf(classId)).emit('signal', news)
  })
  let commands = 0

  io.use(async (socket, next) => {
    try {
      const admitted = await admit(socket.request, socket.handshake.query)
      if (typeof admitted === 'string') return next(refusal(admitted))
      socket.data = admitted
      next()
    } catch (error) {
      log.error({ err: error }, 'handshake')
      next(refusal('class'))
    }
  })

  io.on('connection', (socket) => {
    serve(socket).catch((error: unknown) => {
      log.error({ err: error }, 'socket')
      socket.disconnect(true)
    })
  })

  async function serve(socket: Wire) {
    const { personId, role, classId } = socket.data
    const bucket = createBucket(now)
    const opening = deps.open(classId)
    let live: Live | undefined
    const watcher: Watcher = {
      personId,
      role,
      send: (delta) => send(socket, () => socket.emit('delta', delta)),
    }

    /** A handler that throws says so to its sender and disturbs nobody else. */
    const guarded =
      <A extends unknown[]>(handle: (...args: A) => void | Promise<void>) =>
      (...args: A) => {
        const failed = (error: unknown) => {
          log.error({ err: error, classId }, 'event')
          const ack = args.at(-1)
          if (typeof ack === 'function') ack(nack('invalid', 'Ce message n’a pas pu être traité.'))
        }
        try {
          Promise.resolve(handle(...args)).catch(failed)
        } catch (error) {
          failed(error)
        }
      }

    // Handlers are attached before anything is awaited: what arrives meanwhile waits in them.
    socket.on(
      'command',
      guarded(async (command: Command, ack: (ack: Ack) => void) => {
        const answer = typeof ack === 'function' ? ack : () => undefined
        if (!bucket.take())
          return answer(nack('busy', 'Trop de messages à la fois : réessayez dans une seconde.'))
        commands++
        const room = live ?? (await opening)
        if (!room) return answer(nack('not-found', 'Cette classe n’existe pas.'))
        const read = readCommand(command)
        answer(isRejection(read) ? { ok: false, error: read } : await room.submit({ personId, role }, read))
      }),
    )
    socket.on(
      'resume',
      guarded(async (from: number | null, build: string) => {
        if (!bucket.take()) return
        const room = live ?? (await opening)
        if (typeof build === 'string' && build !== deps.build) socket.emit('reload', deps.build)
        room?.audience.resume(watcher, typeof from === 'number' && Number.isInteger(from) ? from : null)
        if (room && isTrainer(role)) socket.emit('presence', room.presence.list())
      }),
    )
    socket.on(
      'clock',
      guarded((rtt: number | undefined, ack: (now: number) => void) => {
        if (!bucket.take()) return
        if (typeof ack === 'function') ack(now())
        if (typeof rtt === 'number' && rtt >= 0 && rtt < 600_000 && role !== 'stage')
          live?.presence.measured(personId, Math.round(rtt))
      }),
    )
    socket.on(
      'pointer',
      guarded((at: { slide?: number }) => {
        if (!bucket.take() || role === 'stage') return
        const slide = Number.isInteger(at?.slide) ? at.slide : undefined
        live?.presence.looksAt(personId, slide)
      }),
    )

    socket.on(
      'signal',
      guarded(async (message: unknown) => {
        if (!bucket.take()) return
        const room = live ?? (await opening)
        if (!room) return
        draftsOf(classId, room).heard({ socketId: socket.id, personId, role }, message)
        if (role === 'participant' && room.room.state.phase === 'live') reactions.heard(socket.data, message)
      }),
    )

    live = await opening
    if (!live) return socket.disconnect(true)
    if (!socket.connected) return
    const room = live
    // Before anything else is awaited: a resume that waited for the class finds its seat.
    room.audience.join(watcher)
    // Done at once by every adapter; nothing may come between joining and listening to the end.
    void socket.join(isTrainer(role) ? [seatOf(socket.data), trainersOf(classId)] : seatOf(socket.data))
    limitSockets(socket)
    if (role !== 'stage') {
      room.presence.joined(personId, socket.id, deviceOf(socket.request.headers['user-agent'] ?? ''))
    }
    const drafts = draftsOf(classId, room)
    drafts.joined(personId)
    // A client says at once what it already has; one that does not gets everything.
    const unasked = setTimeout(() => room.audience.begin(watcher), RESUME_WAIT_MS)
    socket.on('disconnect', () => {
      clearTimeout(unasked)
      room.audience.leave(watcher)
      room.presence.left(personId, socket.id)
      drafts.left(socket.id)
    })
  }

  /** Emits unless the socket no longer reads what it is sent: then it is cut. */
  function send(socket: Wire, emit: () => void) {
    const connection = socket.conn as unknown as Connection
    const unsent = unsentOf(connection)
    if (unsent > MAX_UNSENT_BYTES) {
      log.warn({ classId: socket.data.classId, unsent }, 'slow socket cut')
      cutOff(connection)
    } else emit()
  }

  /** Drafts of one class. Its trainers and authors are reached by their rooms. */
  function draftsOf(classId: string, { room }: Live): Drafts {
    let drafts = desks.get(classId)
    if (!drafts) {
      drafts = createDrafts({
        state: () => room.state,
        toPerson: (who, news) => void io.local.to(seatOf({ classId, personId: who })).emit('signal', news),
        toSocket: (socketId, news) => void io.local.to(socketId).emit('signal', news),
        toTrainers: (news) => void io.local.to(trainersOf(classId)).emit('signal', news),
      })
      desks.set(classId, drafts)
    }
    return drafts
  }

  function limitSockets(socket: Wire) {
    const held = [...(io.sockets.adapter.rooms.get(seatOf(socket.data)) ?? [])]
    for (const id of held.slice(0, Math.max(0, held.length - MAX_SOCKETS_PER_PERSON)))
      io.sockets.sockets.get(id)?.disconnect(true)
  }

  return {
    io,
    /** Trainers alone see who is connected and how well. */
    sendPresence(classId: string, people: Presence[]) {
      io.local.to(trainersOf(classId)).emit('presence', people)
    },
    /** Cuts every socket of a person whose seat or password is gone, or of one login (its hash) that ended. */
    disconnect(who: string) {
      for (const socket of io.sockets.sockets.values()) {
        if (socket.data.personId === who || socket.data.login === who) socket.disconnect(true)
      }
    },
    /** Cuts every socket of a class: clients come back by themselves. */
    empty(classId: string) {
      desks.delete(classId)
      for (const socket of io.sockets.sockets.values()) {
        if (socket.data.classId === classId) socket.conn.close()
      }
    },
    stats: () => ({ sockets: io.sockets.sockets.size, commands }),
    /** Serves sockets on a server that already answers ordinary requests. */
    attach(httpServer: HttpServer) {
      io.attach(httpServer)
      io.engine.on('connection', (connection: Connection) => guard(connection, log))
      // allowRequest is skipped for requests of an existing session: check every one of them here.
      io.engine.use(
        (
          req: IncomingMessage & { _query?: Record<string, string> },
          res: unknown,
          next: (e?: Error) => void,
        ) => {
          if (own(req) || !req._query?.sid) return next()
          const answer = res as { writeHead?(code: number): void; end?(): void }
          answer.writeHead?.(403)
          answer.end?.()
        },
      )
    },
    /**
     * Stops taking new connections and cuts those there are; the HTTP server is closed by its owner. The line goes,
     * nobody is sent away: every Socket.IO client comes back by itself to the next server.
     */
    close() {
      io.engine?.close()
    },
  }
}

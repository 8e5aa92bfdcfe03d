/**
 * The line to the server of one class: connects, resumes, resends, measures the clock. One per page;
 * what it learns goes to store.ts.
 */
import { nanoid } from 'nanoid'
import { io } from 'socket.io-client'
import type { RefusalCode } from '#shared/protocol.ts'
import { type Ack, COMMAND_MAX_BYTES, type Command } from '#shared/types.ts'
import { type LiveSocket, startClock } from './clock.ts'
import {
  acked,
  addPending,
  applyDelta,
  comesAfter,
  createMirror,
  gestureOf,
  isTransient,
  type Mirror,
  mustWait,
  type PendingCommand,
  shown,
} from './mirror.ts'
import { type Outbox, type OutboxEntry, openOutbox } from './outbox.ts'
import { blankState, live } from './store.ts'
import { liveWords } from './words.ts'

export type Mode = 'room' | 'console' | 'stage'

/** A blink shorter than this is not worth a word on screen. */
const GRACE_MS = 1200
/** A command without an answer for this long is sent again (queued ones) or given up (others). */
const ACK_TIMEOUT_MS = 8000
/** After « busy » or « storage », and between two tries on a live line. */
const RETRY_MS = 2000
const RESUME_TIMEOUT_MS = 3000
const REFUSALS: readonly string[] = ['login', 'seat', 'origin', 'class'] satisfies RefusalCode[]

type Line = {
  socket: LiveSocket
  mirror: Mirror
  outbox?: Outbox
  /** Ids written to the outbox: one that has left it since was settled by another tab. */
  written: Set<string>
  inFlight: Set<string>
  waiting: Map<string, (ack: Ack) => void>
  resumingSince?: number
  staleBuild?: string
  timers: Set<ReturnType<typeof setTimeout>>
}

let line: Line | undefined

/** Opens the class in this page and fills the store; the function it returns leaves it. */
export function connect({ classId, as, mode }: { classId: string; as?: string; mode: Mode }): () => void {
  const socket: LiveSocket = io({
    path: '/socket.io',
    query: { class: classId, ...(as && { as }) },
    reconnectionDelay: 400,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.5,
    timeout: 10_000,
    forceNew: true,
  })
  const mine: Line = {
    socket,
    mirror: createMirror(),
    written: new Set(),
    inFlight: new Set(),
    waiting: new Map(),
    timers: new Set(),
  }
  line = mine
  live.setState({ ...blankState, classId, as }, true)
  const keepsAnswers = mode === 'room'
  if (keepsAnswers && as) open(mine, as)

  socket.on('connect', () => {
    mine.inFlight.clear()
    mine.resumingSince = undefined
    resume(mine)
    live.setState({ line: 'connected', refusal: undefined, cutSince: undefined })
    void flush(mine)
  })
  socket.on('delta', (delta) => {
    const next = applyDelta(mine.mirror, delta)
    if (next === 'gap') return resume(mine)
    mine.resumingSince = undefined
    change(mine, next)
    const personId = next.base?.mine?.personId
    if (keepsAnswers && !mine.outbox && personId) open(mine, personId)
  })
  socket.on('presence', (people) => {
    live.setState({ presence: Object.fromEntries(people.map((person) => [person.personId, person])) })
  })
  socket.on('signal', (message) => {
    for (const listener of listeners) listener(message)
  })
  socket.on('reload', (build) => {
    mine.staleBuild = build
    reloadWhenSafe(mine)
  })
  socket.on('disconnect', (reason) => {
    mine.inFlight.clear()
    cut(mine)
    // Cut by the server on purpose (signed out elsewhere, for one): asking again tells which.
    if (reason === 'io server disconnect') later(mine, 500 + Math.random() * 1000, () => socket.connect())
  })
  socket.on('connect_error', (error) => {
    const code = (error as { data?: { code?: string } }).data?.code
    if (code && REFUSALS.includes(code)) {
      socket.disconnect()
      live.setState({ line: 'refused', refusal: code as RefusalCode })
      return
    }
    cut(mine)
    // Refused for a passing reason: the library only tries again by itself after transport errors.
    if (!socket.active) later(mine, RETRY_MS * (1 + Math.random()), () => socket.connect())
  })
  const stopClock = startClock(socket, () => again(mine))
  return () => {
    stopClock()
    for (const timer of mine.timers) clearTimeout(timer)
    const error = { code: 'busy' as const, reason: liveWords.now().signedOut }
    for (const answer of mine.waiting.values()) answer({ ok: false, error })
    socket.removeAllListeners()
    socket.disconnect()
    if (line === mine) line = undefined
  }
}

/**
 * Asks the server. An answer to an activity is queued: kept on the device, sent again until the server has
 * said yes or no, whatever happens to the network or the page. Everything else fails at once when cut.
 */
export async function send(type: string, payload: unknown, activityId?: string): Promise<Ack> {
  const command: Command = { id: nanoid(), type, payload, ...(activityId && { activityId }) }
  const size = new TextEncoder().encode(JSON.stringify(command)).length
  if (size > COMMAND_MAX_BYTES) {
    const reason = liveWords.now().tooLarge(Math.ceil(size / 1024), COMMAND_MAX_BYTES / 1024)
    return { ok: false, error: { code: 'invalid', reason } }
  }
  if (!line) return failed(liveWords.now().offline)
  return isQueued(command) ? queue(line, command) : ask(line, command)
}

const listeners = new Set<(message: unknown) => void>()

/** Says something ephemeral: never stored, never sent again, lost when the line is cut. */
export function signal(message: object): void {
  if (line?.socket.connected) line.socket.emit('signal', message)
}

/** Hears what is ephemeral; the returned function stops it. */
export function onSignal(listener: (message: unknown) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the trainer's panel which slide this person looks back at; undefined when following live. */
export function point(slide: number | undefined): void {
  if (line?.socket.connected) line.socket.emit('pointer', slide === undefined ? {} : { slide })
}

/** Tries the network again now, without waiting for the next turn. */
export function retryNow(): void {
  if (line && !line.socket.connected) again(line)
}

/** Forgets answers the server refused, once their author has read why. */
export function forgetRefused(activityId: string): void {
  const gone = live.getState().refused.filter((entry) => entry.activityId === activityId)
  if (gone.length === 0) return
  live.setState({ refused: live.getState().refused.filter((entry) => !gone.includes(entry)) })
  void line?.outbox?.remove(gone.map((entry) => entry.id))
}

/** Erases what this person still had to send on this device: they sign out, having been asked. */
export async function forgetEverything(): Promise<void> {
  const { pending, refused } = live.getState()
  await line?.outbox?.remove([...pending, ...refused].map((entry) => entry.id))
}

/** What one has answered or handed in: kept through a cut line, whatever its length. */
const QUEUED: readonly unknown[] = [
  ...['answer', 'catch-up', 'contribute', 'submit', 'return', 'amend'],
  ...['write', 'act', 'settle'],
]

function isQueued(command: Command): boolean {
  return command.type === 'activity.do' && QUEUED.includes(gestureOf(command))
}

const failed = (reason: string): Ack => ({ ok: false, error: { code: 'busy', reason } })

async function ask({ socket }: Line, command: Command): Promise<Ack> {
  if (!socket.connected) return failed(liveWords.now().offline)
  try {
    return await socket.timeout(ACK_TIMEOUT_MS).emitWithAck('command', command)
  } catch {
    return failed(socket.connected ? liveWords.now().noAnswer : liveWords.now().offline)
  }
}

function queue(mine: Line, command: Command): Promise<Ack> {
  const pending: PendingCommand = { ...command, since: Date.now() }
  if (command.activityId) forgetRefused(command.activityId)
  const before = mine.mirror.pending
  change(mine, addPending(mine.mirror, pending))
  for (const older of before) {
    if (mine.mirror.pending.includes(older)) continue
    // The newer answer speaks for the older one.
    const answer = mine.waiting.get(older.id)
    mine.waiting.delete(older.id)
    if (answer) mine.waiting.set(pending.id, answer)
  }
  void keep(mine, pending)
  const first = mine.waiting.get(pending.id)
  return new Promise((resolve) => {
    mine.waiting.set(pending.id, (ack) => {
      first?.(ack)
      resolve(ack)
    })
    emitPending(mine, pending)
  })
}

async function keep(mine: Line, entry: OutboxEntry): Promise<void> {
  if (!mine.outbox) return
  await mine.outbox.put(entry)
  mine.written.add(entry.id)
  live.setState({ keptOn: mine.outbox.persistent() ? 'device' : 'memory' })
}

/** Opens the person's outbox: what an earlier page or another tab left there is taken up again. */
function open(mine: Line, personId: string): void {
  mine.outbox = openOutbox(live.getState().classId, personId)
  for (const pending of mine.mirror.pending) void keep(mine, pending)
  void flush(mine)
}

/** Sends everything that waits, after having looked at what other tabs have done meanwhile. */
async function flush(mine: Line): Promise<void> {
  if (mine.outbox) {
    const entries = await mine.outbox.load()
    if (line !== mine) return
    const stored = new Set(entries.map((entry) => entry.id))
    const settledElsewhere = (id: string) => mine.written.has(id) && !stored.has(id)
    let mirror: Mirror = {
      ...mine.mirror,
      pending: mine.mirror.pending.filter((command) => !settledElsewhere(command.id)),
    }
    const known = new Set(mirror.pending.map((command) => command.id))
    const left = entries.filter((entry) => !entry.refused && !known.has(entry.id))
    mirror = { ...mirror, pending: [...left, ...mirror.pending] }
    for (const id of stored) mine.written.add(id)
    live.setState({
      refused: entries.filter((entry) => entry.refused),
      keptOn: mine.outbox.persistent() ? 'device' : 'memory',
    })
    change(mine, mirror)
  }
  for (const command of mine.mirror.pending) emitPending(mine, command)
}

function emitPending(mine: Line, pending: PendingCommand): void {
  const { id, type, activityId, payload } = pending
  if (!mine.socket.connected || mine.inFlight.has(id) || mustWait(mine.mirror, pending)) return
  mine.inFlight.add(id)
  const command: Command = { id, type, payload, ...(activityId && { activityId }) }
  mine.socket.timeout(ACK_TIMEOUT_MS).emit('command', command, (lost: Error | null, ack: Ack) => {
    mine.inFlight.delete(id)
    if (line !== mine || !mine.mirror.pending.some((other) => other.id === id)) return
    if (lost || isTransient(ack)) {
      later(mine, RETRY_MS * (1 + Math.random()), () => void flush(mine))
      return
    }
    mine.waiting.get(id)?.(ack)
    mine.waiting.delete(id)
    if (!ack.ok) refuse(mine, { ...pending, refused: ack.error })
    change(mine, acked(mine.mirror, id, ack))
    for (const held of mine.mirror.pending)
      if (comesAfter(held) && held.ackSeq === undefined) emitPending(mine, held)
  })
}

function refuse(mine: Line, entry: OutboxEntry): void {
  live.setState({ refused: [...live.getState().refused, entry] })
  void mine.outbox?.put(entry)
}

/** Takes the new mirror, erases from the device what the server's view now contains, shows the result. */
function change(mine: Line, next: Mirror): void {
  const before = mine.mirror
  mine.mirror = next
  if (before.pending !== next.pending) {
    const refused = new Set(live.getState().refused.map((entry) => entry.id))
    const left = new Set(next.pending.map((command) => command.id))
    const gone = before.pending.map((command) => command.id).filter((id) => !left.has(id) && !refused.has(id))
    if (gone.length > 0) void mine.outbox?.remove(gone)
  }
  live.setState({ view: shown(next), seq: next.seq ?? 0, pending: next.pending })
  if (mine.staleBuild) reloadWhenSafe(mine)
}

function resume(mine: Line): void {
  const now = Date.now()
  if (mine.resumingSince !== undefined && now - mine.resumingSince < RESUME_TIMEOUT_MS) return
  mine.resumingSince = now
  mine.socket.emit('resume', mine.mirror.seq, __BUILD__)
}

function cut(mine: Line): void {
  if (live.getState().cutSince !== undefined) return
  const cutSince = Date.now()
  live.setState({ cutSince })
  later(mine, GRACE_MS, () => {
    if (!mine.socket.connected && live.getState().line !== 'refused') live.setState({ line: 'cut' })
  })
}

/** Drops the line and opens a new one at once, whatever the library was waiting for. */
function again(mine: Line): void {
  if (live.getState().line === 'refused') return
  mine.socket.disconnect()
  mine.socket.connect()
}

/** A new build is served: load it once, but never lose answers that only this page holds. */
function reloadWhenSafe(mine: Line): void {
  const inMemoryOnly = mine.mirror.pending.length > 0 && !mine.outbox?.persistent()
  if (inMemoryOnly || mine.staleBuild === undefined) return
  try {
    if (sessionStorage.getItem('estrade-reloaded-for') === mine.staleBuild) return
    sessionStorage.setItem('estrade-reloaded-for', mine.staleBuild)
  } catch {
    return
  }
  location.reload()
}

function later(mine: Line, ms: number, action: () => void): void {
  const timer = setTimeout(() => {
    mine.timers.delete(timer)
    action()
  }, ms)
  mine.timers.add(timer)
}

/**
 * A scripted person: signs in over HTTP, holds the view with the client's own mirror, sends commands and
 * sends again what was not acknowledged. Used by the tests, the rehearsal and the benches.
 */
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { acked, addPending, applyDelta, createMirror, type Mirror, shown } from '#client/live/mirror.ts'
import type { ClassInfo, LoginAnswer } from '#shared/api.ts'
import type { ClientToServer, Presence, ServerToClient } from '#shared/protocol.ts'
import type { Ack, Command, Delta } from '#shared/types.ts'
import type { View } from '#shared/views.ts'

export type Login = LoginAnswer & { url: string; cookie: string }

/** Signs in. `url` without a final slash. Throws with the server's own message when refused. */
export async function signIn(url: string, login: string, password: string): Promise<Login> {
  const answer = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login, password }),
  })
  const body = (await answer.json()) as LoginAnswer & { error?: { code: string; message: string } }
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status} ${body.error?.message ?? ''}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { ...body, url, cookie }
}

/** Calls the HTTP API as that person; `body` is sent as JSON. */
export function api(
  login: Login,
  path: string,
  init: { method?: string; body?: unknown } = {},
): Promise<Response> {
  return fetch(`${login.url}${path}`, {
    method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
    headers: {
      cookie: login.cookie,
      origin: login.url,
      'x-estrade-as': login.personId,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
  })
}

export async function classInfo(login: Login, classId: string): Promise<ClassInfo> {
  const answer = await api(login, `/api/classes/${classId}`)
  if (!answer.ok) throw new Error(`GET /api/classes/${classId}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as ClassInfo
}

export type Person = {
  personId: string
  name: string
  login: Login
  socket: Socket<ServerToClient, ClientToServer>
  /** What this person sees, their pending answers included; undefined before the first delta. */
  view(): View | undefined
  /** Position in the log of the server's last view. */
  seq(): number
  presence(): Record<string, Presence>
  /** Deltas received, whole views among them: what tests count. */
  counts: { deltas: number; whole: number; gaps: number }
  /** Sends a command and resolves with its ack, sending it again after each reconnection until then. */
  do(type: string, payload?: unknown, activityId?: string, id?: string): Promise<Ack>
  /** `do` that throws when the command is refused. */
  must(type: string, payload?: unknown, activityId?: string): Promise<number>
  /** Resolves with the view once `when` holds; throws after `ms` (default 10 s) with the last view. */
  until(when: (view: View) => boolean, what?: string, ms?: number): Promise<View>
  /** Loses the network: the socket closes and nothing is sent until `back`. */
  drop(): void
  back(): void
  close(): void
}

/** Resolves once the first view is there. `transports` default to what browsers do: polling, then upgrade. */
export async function join(
  login: Login,
  classId: string,
  options: { transports?: ('polling' | 'websocket')[]; url?: string; build?: string } = {},
): Promise<Person> {
  const url = options.url ?? login.url
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: '/socket.io',
    query: { class: classId, as: login.personId },
    extraHeaders: { cookie: login.cookie, origin: login.url },
    transports: options.transports ?? ['polling', 'websocket'],
    reconnectionDelay: 100,
    reconnectionDelayMax: 1_000,
    forceNew: true,
    autoConnect: false,
  })
  let mirror: Mirror = createMirror()
  let presence: Record<string, Presence> = {}
  const counts = { deltas: 0, whole: 0, gaps: 0 }
  const waiting = new Map<string, { command: Command; settle: (ack: Ack) => void }>()
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const watch of [...watchers]) watch()
  }

  function transmit(command: Command) {
    socket.emit('command', command, (ack) => {
      mirror = acked(mirror, command.id, ack)
      const entry = waiting.get(command.id)
      if (!entry) return
      waiting.delete(command.id)
      entry.settle(ack)
      changed()
    })
  }

  socket.on('connect', () => {
    socket.emit('resume', mirror.seq, options.build ?? '')
    for (const { command } of waiting.values()) transmit(command)
  })
  socket.on('delta', (delta: Delta) => {
    counts.deltas += 1
    if (delta.from === null) counts.whole += 1
    const next = applyDelta(mirror, delta)
    if (next === 'gap') {
      counts.gaps += 1
      socket.emit('resume', mirror.seq, options.build ?? '')
      return
    }
    mirror = next
    changed()
  })
  socket.on('presence', (people) => {
    presence = { ...presence, ...Object.fromEntries(people.map((one) => [one.personId, one])) }
    changed()
  })

  const person: Person = {
    personId: login.personId,
    name: login.name,
    login,
    socket,
    counts,
    view: () => shown(mirror),
    seq: () => mirror.seq ?? 0,
    presence: () => presence,
    do(type, payload = {}, activityId, id = randomUUID()) {
      const command: Command = { id, type, payload, ...(activityId === undefined ? {} : { activityId }) }
      if (type === 'activity.do') mirror = addPending(mirror, { ...command, since: Date.now() })
      return new Promise<Ack>((settle) => {
        waiting.set(id, { command, settle })
        if (socket.connected) transmit(command)
      })
    },
    async must(type, payload, activityId) {
      const ack = await person.do(type, payload, activityId)
      if (!ack.ok) throw new Error(`${login.name}: ${type} refused: ${ack.error.code} (${ack.error.reason})`)
      return ack.seq
    },
    until(when, what = String(when), ms = 10_000) {
      return new Promise<View>((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer)
          watchers.delete(look)
        }
        const look = () => {
          const view = shown(mirror)
          if (!view || !when(view)) return
          finish()
          resolve(view)
        }
        const timer = setTimeout(() => {
          finish()
          reject(
            new Error(`${login.name} never saw « ${what} »; last view: ${JSON.stringify(shown(mirror))}`),
          )
        }, ms)
        watchers.add(look)
        look()
      })
    },
    drop: () => socket.disconnect(),
    back: () => void socket.connect(),
    close() {
      socket.removeAllListeners()
      socket.disconnect()
    },
  }

  await new Promise<void>((resolve, reject) => {
    const refused = (error: Error & { data?: { code?: string } }) => {
      if (error.data?.code) reject(Object.assign(error, { code: error.data.code }))
    }
    socket.on('connect_error', refused)
    const ready = () => {
      if (!mirror.base) return
      watchers.delete(ready)
      socket.off('connect_error', refused)
      resolve()
    }
    watchers.add(ready)
    socket.connect()
  })
  return person
}

/** Signs in and joins: `join(await signIn(…))`. */
export async function joinAs(
  url: string,
  who: { login: string; password: string },
  classId: string,
  options?: Parameters<typeof join>[2],
): Promise<Person> {
  return join(await signIn(url, who.login, who.password), classId, options)
}

/** The live part of the server: classes in memory, their sockets, their timers. */
import type { Server as HttpServer } from 'node:http'
import { nanoid } from 'nanoid'
import type { Logger } from 'pino'
import type { Auth } from '#server/http/auth.ts'
import type { Store } from '#server/store/index.ts'
import type { Presence } from '#shared/protocol.ts'
import { type CourseSource, createClassrooms } from './classrooms.ts'
import { alone, joinCluster, mergePresence } from './cluster.ts'
import { createGateway } from './gateway.ts'
import { BEAT_MS } from './presence.ts'

/** How often a server that shares its log looks for what others have stored, in ms. */
const POLL_MS = 1000

export type LiveDeps = {
  store: Store
  auth: Auth
  library: {
    get(courseId: string): CourseSource | undefined
    onChange(changed: (courseId: string) => void): () => void
  }
  publicUrl?: string
  /** Set when other servers may share the database. */
  databaseUrl?: string
  /** Build of the client being served: another build reloads its page. */
  build: string
  log: Logger
  now(): number
}

export type LiveServer = Awaited<ReturnType<typeof createLive>>

/** Opens the classes that were live; sockets are served once `attach` is given the HTTP server. */
export async function createLive(deps: LiveDeps) {
  const { store, auth, library, publicUrl, databaseUrl, build, log, now } = deps
  const endedHooks: ((classId: string) => void)[] = []
  const classrooms = createClassrooms({
    store,
    log,
    now,
    current: (courseId) => library.get(courseId),
    sendPresence: (classId) => unwatched(sendPresence(classId)),
    committed: (classId, seq) => cluster.tell('committed', classId, seq),
    ended: (classId) => {
      for (const hook of endedHooks) hook(classId)
    },
  })
  const gateway = createGateway({ store, auth, publicUrl, build, log, now, open: classrooms.get })

  const node = nanoid()
  /** What the other servers last said of who is connected there, by class and server. */
  const elsewhere = new Map<string, Map<string, { people: Presence[]; at: number }>>()
  const cluster = databaseUrl
    ? await joinCluster(
        gateway.io,
        databaseUrl,
        {
          committed: (classId, seq) => unwatched(follow(classId, seq)),
          present(from, classId, people) {
            const there = elsewhere.get(classId) ?? new Map()
            elsewhere.set(classId, there.set(from, { people, at: now() }))
            unwatched(showPresence(classId))
          },
          cut: gateway.disconnect,
          forget: (classId) => unwatched(forget(classId)),
        },
        log,
      )
    : alone

  /** Shows a class's trainers who is connected anywhere. → those connected here, undefined if not in memory. */
  async function showPresence(classId: string): Promise<Presence[] | undefined> {
    const here = (await classrooms.loaded(classId))?.presence.list()
    const heard = [...(elsewhere.get(classId)?.values() ?? [])].filter(({ at }) => now() - at < 2 * BEAT_MS)
    if (here) gateway.sendPresence(classId, mergePresence([here, ...heard.map(({ people }) => people)]))
    return here
  }

  async function sendPresence(classId: string) {
    const here = await showPresence(classId)
    if (here) cluster.tell('present', node, classId, here)
  }

  /** What nobody waits for must not end the process when it fails. */
  function unwatched(work: Promise<unknown>) {
    work.catch((error: unknown) => log.error({ err: error }, 'live'))
  }

  async function follow(classId: string, seq: number) {
    const live = await classrooms.loaded(classId)
    if (live && live.room.state.seq < seq) await live.room.catchUp()
  }

  /** Its sockets are cut, and come back to the class as it is stored. */
  async function forget(classId: string) {
    await classrooms.forget(classId)
    gateway.empty(classId)
  }

  async function beat() {
    const lives = await classrooms.all()
    const ids = (await Promise.all(lives.map(([, live]) => live.presence.segments()))).flat()
    if (ids.length > 0) await store.connections.beat(ids, now())
    if (store.kind !== 'postgres') return
    await store.connections.closeStale(now())
    for (const [classId] of lives) await sendPresence(classId)
  }

  async function poll() {
    for (const [, live] of await classrooms.all()) await live.room.catchUp()
  }

  /** A periodic task that fails is logged and tried again at its next turn. */
  const every = (ms: number, task: () => Promise<void>) => setInterval(() => unwatched(task()), ms).unref()
  const timers = [every(BEAT_MS, beat), ...(store.kind === 'postgres' ? [every(POLL_MS, poll)] : [])]
  async function showCourse(courseId: string) {
    for (const [, live] of await classrooms.all()) {
      if (live.course()?.course.id === courseId) live.audience.flush()
    }
  }
  const stopWatching = library.onChange((courseId) => unwatched(showCourse(courseId)))

  await store.connections.closeStale(now())
  await Promise.all((await store.classes.live()).map((id) => classrooms.get(id)))

  return {
    /** Pinned once the class has started, else as the files are now. */
    async courseOf(classId: string): Promise<CourseSource | undefined> {
      return (await classrooms.get(classId))?.course()
    },
    /** Tells the class's log who has a seat, after seats were made or changed. */
    async enrolled(classId: string): Promise<void> {
      await (await classrooms.get(classId))?.enrol()
    },
    /** Highest slide number shown so far (0 before the start). */
    async seen(classId: string): Promise<number> {
      return (await classrooms.get(classId))?.room.state.seen ?? 0
    },
    async phase(classId: string) {
      return (await classrooms.get(classId))?.room.state.phase
    },
    /** What the class's log folds to, whether the class is running or not. */
    async state(classId: string) {
      return (await classrooms.get(classId))?.room.state
    },
    attach: (httpServer: HttpServer) => gateway.attach(httpServer),
    /** Cuts every socket of `who`, a person or the hash of one login, on all servers. */
    disconnect(who: string) {
      gateway.disconnect(who)
      cluster.tell('cut', who)
    },
    /** The log of a class was changed or removed behind its back: forgets it everywhere. */
    async forget(classId: string) {
      await forget(classId)
      cluster.tell('forget', classId)
    },
    onEnded(hook: (classId: string) => void) {
      endedHooks.push(hook)
    },
    stats: gateway.stats,
    async close() {
      for (const timer of timers) clearInterval(timer)
      stopWatching()
      gateway.close()
      await classrooms.close()
      await cluster.close()
    },
  }
}

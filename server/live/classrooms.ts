/** The classes in memory: opened on demand, kept, each with its audience, its presence and its one timer. */
import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Store } from '#server/store/index.ts'
import type { Course, Deck } from '#shared/course.ts'
import { nextDeadline } from '#shared/deadlines.ts'
import type { Ack, Actor, ClassEvent, Command } from '#shared/types.ts'
import { type Audience, createAudience } from './audience.ts'
import { createBallots } from './ballots.ts'
import { type Classroom, openClassroom } from './classroom.ts'
import { createCommitter } from './committer.ts'
import { type ClassPresence, createPresence } from './presence.ts'

/** Longest wait between two presence lists, in ms. */
const PRESENCE_MS = 250
/** setTimeout overflows beyond 2^31 ms: longer waits are taken in pieces. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Wait before ballots that could not be taken in are tried again, in ms. */
const COLLECT_AGAIN_MS = 2000
/** After these, an activity may be closed with ballots still in its box. */
const CLOSING: ReadonlySet<string> = new Set(['activity.closed', 'class.ended'])

export type CourseSource = { course: Course; deck: Deck }
export type Live = {
  room: Classroom
  audience: Audience
  presence: ClassPresence
  course(): CourseSource | undefined
  /** Tells the log who has a seat now. */
  enrol(): Promise<void>
  /** Like room.submit, and pins the course before a class starts. */
  submit(actor: Actor, command: Command): Promise<Ack>
  /** No timer of its own fires any more. */
  close(): void
}

export type ClassroomsDeps = {
  store: Store
  /** The course as its files are now. */
  current(courseId: string): CourseSource | undefined
  now(): number
  log: Logger
  sendPresence(classId: string): void
  /** This server has stored a batch, its last event at `seq`. */
  committed(classId: string, seq: number): void
  ended(classId: string): void
}

/** What is shown while a course's files cannot be read: a class without slides. */
const noCourse = (id: string): Course => ({
  id,
  title: '',
  language: 'fr',
  objectives: [],
  sections: [],
  plan: [],
  slides: [],
  activities: {},
  deckHash: '',
})

/** Content hash of a whole course: its data and its rendered deck. */
function hashOf({ course, deck }: CourseSource): string {
  return createHash('sha256').update(JSON.stringify(course)).update(deck.hash).digest('hex')
}

export function createClassrooms(deps: ClassroomsDeps) {
  const { store, now, log } = deps
  const commit = createCommitter(store.log)
  const open = new Map<string, Promise<Live | undefined>>()

  async function load(classId: string): Promise<Live | undefined> {
    const row = await store.classes.get(classId)
    if (!row) return undefined
    let pinned: (CourseSource & { hash: string }) | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let presenceTimer: ReturnType<typeof setTimeout> | undefined
    let closed = false

    const source = () => pinned ?? deps.current(row.courseId)
    const missing = noCourse(row.courseId)
    let hashed: { of: CourseSource; hash: string } | undefined
    function course() {
      const from = source()
      if (!from) return { course: missing, courseHash: '' }
      if (hashed?.of !== from) hashed = { of: from, hash: pinned?.hash ?? hashOf(from) }
      return { course: from.course, courseHash: hashed.hash }
    }

    function arm() {
      clearTimeout(timer)
      if (closed) return
      const due = nextDeadline(room.state)
      if (!due) return
      const wait = Math.min(Math.max(0, due.at - now()), LONGEST_TIMER)
      timer = setTimeout(() => {
        if (now() < due.at) arm()
        else void room.submit({ role: 'system' }, due.command)
      }, wait)
    }

    /** Runs after the acks have gone out: stored, then answered, then shown. */
    async function spread(events: ClassEvent[], ours: boolean) {
      if (ours) deps.committed(classId, events.at(-1)!.seq)
      if (events.some((event) => event.type === 'class.started')) await pinFromLog()
      const shown = events.some((event) => !event.type.startsWith('activity.did'))
      for (const event of events) audience.changed(false, event.by)
      if (shown) audience.changed(true)
      arm()
      // Before the class is filed as ended: one that is not is looked at again when the server starts.
      if (events.some(({ type }) => CLOSING.has(type))) await collectBallots()
      for (const { type } of events) {
        if (type === 'class.started') store.classes.setPhase(classId, 'live').catch(failed)
        if (type === 'class.ended') {
          store.classes.setPhase(classId, 'ended').catch(failed)
          deps.ended(classId)
        }
      }
    }
    /** Results wait for it: what storage refused is tried again. */
    async function collectBallots() {
      if (!(await ballots.collect())) setTimeout(() => void collectBallots(), COLLECT_AGAIN_MS).unref()
    }
    function failed(error: unknown, command?: Command) {
      log.error({ err: error, classId, command: command?.type }, 'classroom')
    }

    let started = false
    const room = await openClassroom({
      classId,
      log: store.log,
      commit,
      course,
      now,
      shared: store.kind === 'postgres',
      published: (events, ours) => {
        if (started) setImmediate(() => spread(events, ours).catch(failed))
      },
      failed,
    })
    started = true
    const ballots = createBallots({ classId, room, log: store.log, failed })
    async function pinFromLog() {
      const hash = room.state.pinned?.courseHash
      if (!hash || pinned) return
      const found = await store.courses.pinned(hash)
      if (found) pinned = { ...found, hash }
      else log.error({ classId, hash }, 'pinned course missing')
    }
    await pinFromLog()

    async function enrol() {
      const seats = await store.people.seats(classId)
      const people = Object.fromEntries(seats.map(({ personId, role }) => [personId, role]))
      const id = `people:${room.state.seq}`
      await room.submit({ role: 'system' }, { id, type: 'people.sync', payload: { people } })
    }
    const audience = createAudience(() => ({ state: room.state, course: course().course }), failed)
    const presence = createPresence(
      classId,
      store.connections,
      now,
      () => {
        if (presenceTimer !== undefined) return
        presenceTimer = setTimeout(() => {
          presenceTimer = undefined
          deps.sendPresence(classId)
        }, PRESENCE_MS)
      },
      failed,
    )
    arm()
    // Seats made while this class was not in memory.
    await enrol()
    await collectBallots()

    async function submit(actor: Actor, command: Command): Promise<Ack> {
      if (command.type !== 'class.start' || actor.role !== 'trainer') {
        const ack = await ballots.submit(actor, command)
        // Whoever asked hears that their view is up to date, even when nothing changed in it.
        if (ack.ok && actor.role !== 'system') audience.changed(false, actor.personId)
        return ack
      }
      const from = source()
      if (!from) {
        const reason = `Les fichiers du cours « ${row!.courseId} » sont introuvables ou contiennent des erreurs : corrigez-les.`
        return { ok: false, error: { code: 'not-found', reason } }
      }
      try {
        const { courseHash } = course()
        await store.courses.pinCourse(courseHash, from.course, from.deck)
        await store.classes.setCoursePin(classId, courseHash)
      } catch (error) {
        failed(error, command)
        return {
          ok: false,
          error: { code: 'storage', reason: 'Le cours n’a pas pu être enregistré : réessayez.' },
        }
      }
      return room.submit(actor, command)
    }
    function close() {
      closed = true
      clearTimeout(timer)
      clearTimeout(presenceTimer)
    }
    return { room, audience, presence, course: source, enrol, submit, close }
  }

  function get(classId: string): Promise<Live | undefined> {
    let live = open.get(classId)
    if (!live) {
      live = load(classId)
      open.set(classId, live)
      // A class that does not exist, or could not be read, is asked for again next time.
      live.then(
        (found) => found ?? open.delete(classId),
        () => open.delete(classId),
      )
    }
    return live
  }

  return {
    get,
    /** Undefined when the class is not in memory. */
    loaded: (classId: string): Promise<Live | undefined> => open.get(classId) ?? Promise.resolve(undefined),
    /** Those already in memory. */
    async all(): Promise<[string, Live][]> {
      const lives = await Promise.all([...open].map(async ([id, live]) => [id, await live] as const))
      return lives.filter((entry): entry is [string, Live] => entry[1] !== undefined)
    },
    /** Takes a class out of memory: its log has changed behind it, or is gone. */
    async forget(classId: string) {
      const opening = open.get(classId)
      open.delete(classId)
      const live = await opening
      if (!live) return
      await live.room.idle()
      live.close()
      live.audience.close()
      await live.presence.close()
    },
    async close() {
      for (const live of await Promise.allSettled(open.values())) {
        if (live.status !== 'fulfilled' || !live.value) continue
        await live.value.room.idle()
        live.value.audience.close()
        await live.value.presence.close()
      }
    },
  }
}

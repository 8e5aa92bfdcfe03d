/**
 * A class in memory with real servers (classroom, audience) on one log, and real mirrors as clients.
 * Deltas wait in queues until the test delivers them, so that every interleaving can be played.
 */
import fc from 'fast-check'
import { acked, addPending, applyDelta, createMirror, type Mirror } from '#client/live/mirror.ts'
import { type Audience, createAudience, type Watcher } from '#server/live/audience.ts'
import { type Ballots, createBallots } from '#server/live/ballots.ts'
import { type Classroom, openClassroom } from '#server/live/classroom.ts'
import { createCommitter } from '#server/live/committer.ts'
import { type BallotBoxes, memoryLog } from '#server/store/memory-log.ts'
import { kinds } from '#shared/activities/index.ts'
import type { ActivityDefinition, Course, PlanItem } from '#shared/course.ts'
import type { Actor, Command, Delta, Role } from '#shared/types.ts'

type Rows = NonNullable<Parameters<typeof memoryLog>[0]>

type Gesture = { type: string }

/** A stored fact of one activity, in the order of the log. */
export type Done = { type: string; by: string; payload: unknown }

/**
 * What the arbitrary.ts of a kind offers. `secret`: definitions in which what others do stays hidden until
 * the reveal. What is optional is for kinds that have more: gestures of the trainer, places, secrets of
 * their own. What may be known is said here from the log alone, never read from the views under test.
 */
export type KindArbitrary = {
  definition: fc.Arbitrary<ActivityDefinition>
  secret: fc.Arbitrary<ActivityDefinition>
  /** A gesture of a participant. */
  command(definition: ActivityDefinition): fc.Arbitrary<Gesture>
  /** What a person's own view shows of what `command` has set; undefined: nothing. */
  choiceIn(mine: unknown, command: Gesture): string | undefined
  /** Gestures with the same place overwrite each other; by default there is one place per `questionId`. */
  placeOf?(command: Gesture): string
  /** A gesture of the trainer that is the kind's own. */
  trainerCommand?(definition: ActivityDefinition, people: readonly string[]): fc.Arbitrary<Gesture>
  /**
   * A gesture of somebody else, changed only in what `reader` may not know: accepted or refused alike. By
   * default another `command`; a gesture of the trainer stays as it is.
   */
  otherwise?(definition: ActivityDefinition, command: Gesture, reader: string): fc.Arbitrary<Gesture>
  /** A definition that differs only in secret fields. */
  twin?(definition: ActivityDefinition): fc.Arbitrary<ActivityDefinition>
  /** Whether `reader` (undefined: the stage) may know by now something in which the twins differ. */
  toldApart?(
    definition: ActivityDefinition,
    twin: ActivityDefinition,
    log: readonly Done[],
    reader: string | undefined,
  ): boolean
  /** People work together there, and are told with whom. */
  teams?(definition: ActivityDefinition): boolean
  canaries?: {
    /** Puts the word of each secret field of the definition in it. */
    plant(definition: ActivityDefinition, word: (field: string) => string): ActivityDefinition
    /** Puts the word in a gesture that carries words of its own; undefined: it carries none. */
    plantIn?(command: Gesture, word: string): Gesture | undefined
    /** Whether `reader` (undefined: the stage) may have this planted word in view now. */
    mayRead(
      definition: ActivityDefinition,
      log: readonly Done[],
      word: string,
      reader: string | undefined,
    ): boolean
    /** States in which a search must have taken place, and those in which the activity is now. */
    states: readonly string[]
    statesNow(definition: ActivityDefinition, log: readonly Done[], reader: string): string[]
  }
}

/** Every kind, found by its folder: a new kind is exercised without a line here. */
export const arbitraries: Record<string, KindArbitrary> = Object.fromEntries(
  await Promise.all(
    Object.keys(kinds).map(async (kind) => [kind, await import(`#shared/activities/${kind}/arbitrary.ts`)]),
  ),
)

export const CLASS = 'classe'
export const TRAINER = 'p-formatrice'
export const PEOPLE: Record<string, Role> = {
  [TRAINER]: 'trainer',
  'p-alice': 'participant',
  'p-bruno': 'participant',
  'p-chloe': 'participant',
}
export const PARTICIPANTS = Object.keys(PEOPLE).filter((id) => PEOPLE[id] === 'participant')

/** Kinds that offer a hook. */
export function kindsWith(hook: keyof KindArbitrary): string[] {
  return Object.keys(arbitraries).filter((kind) => arbitraries[kind]![hook])
}

/** A course with a few slides (some in steps), a break, and activities of every kind, or of `only` some. */
export function courseWith(
  pick: 'definition' | 'secret',
  only = Object.keys(arbitraries),
): fc.Arbitrary<Course> {
  const activity = fc.oneof(...only.map((kind) => arbitraries[kind]![pick]))
  return fc
    .record({
      steps: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 4 }),
      activities: fc.array(activity, { minLength: 1, maxLength: 3 }),
    })
    .map(({ steps, activities }) => {
      const item = { minutes: 5, sectionId: 's1' }
      const slides = steps.map(
        (_, i): PlanItem => ({
          ...item,
          id: `slide-${i + 1}`,
          type: 'slide',
          title: `D${i + 1}`,
          slide: i + 1,
        }),
      )
      const asked = activities.map(
        ({ kind, title }, i): PlanItem => ({
          ...item,
          id: `a${i + 1}`,
          type: 'activity',
          title,
          activityId: `a${i + 1}`,
          kind,
        }),
      )
      const pause: PlanItem = { ...item, id: 'break-1', type: 'break', title: 'Pause' }
      return {
        id: 'cours',
        title: 'Cours',
        language: 'fr',
        objectives: [],
        sections: [],
        plan: [slides[0]!, ...asked, pause, ...slides.slice(1)],
        slides: steps.map((count, i) => ({ n: i + 1, title: `D${i + 1}`, steps: count, sectionId: 's1' })),
        activities: Object.fromEntries(activities.map((definition, i) => [`a${i + 1}`, definition])),
        deckHash: 'deck',
      }
    })
}

export type Client = {
  personId: string
  role: Role
  mirror: Mirror
  /** Deltas sent and not yet delivered; undefined when disconnected. */
  queue?: Delta[]
  /** Every frame ever sent to this client, as bytes on the wire. */
  wire: string[]
  watcher?: Watcher
}

export type World = Awaited<ReturnType<typeof createWorld>>

export async function createWorld(course: Course, rows: Rows = new Map()) {
  let now = 1_800_000_000_000
  let server!: { room: Classroom; ballots: Ballots; audience: Audience }
  const boxes: BallotBoxes = new Map()
  const clients = new Map<string, Client>()
  let serial = 0

  const raise = (error: unknown) => {
    throw error
  }

  async function boot() {
    const log = memoryLog(rows, boxes)
    const room = await openClassroom({
      classId: CLASS,
      log,
      commit: createCommitter(log),
      course: () => ({ course, courseHash: 'cours' }),
      now: () => now,
      shared: false,
      failed: raise,
    })
    const ballots = createBallots({ classId: CLASS, room, log, failed: raise })
    server = { room, ballots, audience: createAudience(() => ({ state: room.state, course }), raise) }
    await ballots.collect()
  }

  function client(personId: string, role: Role, key = personId): Client {
    let one = clients.get(key)
    if (!one) {
      one = { personId, role, mirror: createMirror(), wire: [] }
      clients.set(key, one)
    }
    return one
  }

  function connect(one: Client) {
    if (one.queue) return
    const queue: Delta[] = []
    one.queue = queue
    one.watcher = {
      personId: one.personId,
      role: one.role,
      send(delta) {
        const bytes = JSON.stringify(delta)
        one.wire.push(bytes)
        queue.push(JSON.parse(bytes))
      },
    }
    server.audience.join(one.watcher)
    server.audience.resume(one.watcher, one.mirror.seq)
  }

  function drop(one: Client) {
    if (one.watcher) server.audience.leave(one.watcher)
    one.queue = undefined
    one.watcher = undefined
  }

  function deliver(one: Client, most = Number.POSITIVE_INFINITY) {
    for (let n = 0; n < most && one.queue?.length; n++) {
      const next = applyDelta(one.mirror, one.queue.shift()!)
      if (next !== 'gap') one.mirror = next
      else server.audience.resume(one.watcher!, one.mirror.seq)
    }
  }

  const actorOf = (one: Client): Actor => ({ personId: one.personId, role: one.role })

  /** Sends a command as its author; `heard: false` loses the ack on the way back. */
  async function submit(one: Client, command: Command, heard = true) {
    const ack = await server.ballots.submit(actorOf(one), command)
    await server.ballots.collect()
    if (ack.ok) server.audience.changed(false, one.personId)
    if (heard) one.mirror = acked(one.mirror, command.id, ack)
    return ack
  }

  const newId = () => `c${++serial}`
  return {
    get server() {
      return server
    },
    rows,
    boxes,
    clients,
    client,
    connect,
    drop,
    deliver,
    submit,
    newId,
    boot,
    tick: (ms: number) => {
      now += ms
    },
    flush: () => server.audience.flush(),
    /** A command by its type; `id` makes it a resend. */
    say: (one: Client, type: string, payload: unknown = {}, activityId?: string, id = newId()) =>
      submit(one, { id, type, payload, ...(activityId && { activityId }) }),
    /** A participant's answer: pending until acknowledged and shown back. */
    answer(one: Client, activityId: string, payload: unknown) {
      const command: Command = { id: newId(), type: 'activity.do', activityId, payload }
      one.mirror = addPending(one.mirror, { ...command, since: now })
      return command
    },
    async restart() {
      for (const one of clients.values()) drop(one)
      await server.room.idle()
      server.audience.close()
      await boot()
    },
    async enrol(people: Record<string, Role> = PEOPLE) {
      await server.room.submit({ role: 'system' }, { id: newId(), type: 'people.sync', payload: { people } })
    },
    close: () => server.audience.close(),
  }
}

/** A gesture of the trainer. */
export type TrainerGesture = { type: string; payload: unknown; activityId?: string }

export function trainerGesture(course: Course): fc.Arbitrary<TrainerGesture> {
  const activityId = fc.constantFrom(...Object.keys(course.activities))
  const slide = fc.integer({ min: 1, max: course.slides.length })
  const on = (type: string, payload: object = {}) =>
    activityId.map((id) => ({ type, payload, activityId: id }))
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant({ type: 'plan.next', payload: {} }) },
    { weight: 1, arbitrary: fc.constant({ type: 'plan.back', payload: {} }) },
    { weight: 1, arbitrary: slide.map((n) => ({ type: 'stage.show', payload: { slide: n } })) },
    { weight: 1, arbitrary: activityId.map((id) => ({ type: 'stage.show', payload: { activityId: id } })) },
    { weight: 1, arbitrary: fc.boolean().map((blank) => ({ type: 'stage.show', payload: { blank } })) },
    { weight: 8, arbitrary: on('activity.open') },
    { weight: 1, arbitrary: on('activity.open', { closesInSeconds: 30 }) },
    { weight: 2, arbitrary: on('activity.close') },
    { weight: 1, arbitrary: on('activity.reveal') },
    { weight: 4, arbitrary: on('activity.reopen') },
    { weight: 1, arbitrary: on('activity.extend', { seconds: 60 }) },
    ...ownGestures(course),
  )
}

/** What the trainer does by the kinds' own gestures, where they have any. */
function ownGestures(course: Course): fc.WeightedArbitrary<TrainerGesture>[] {
  return Object.entries(course.activities).flatMap(([activityId, definition]) => {
    const own = arbitraries[definition.kind]!.trainerCommand?.(definition, PARTICIPANTS)
    if (!own) return []
    return [{ weight: 6, arbitrary: own.map((payload) => ({ type: 'activity.do', payload, activityId })) }]
  })
}

/** Where a gesture sets something: what comes after at the same place takes its place. */
export function placeOf(course: Course, activityId: string, payload: { type: string }): string {
  const { placeOf: ofKind } = arbitraries[course.activities[activityId]!.kind]!
  const place = ofKind ? ofKind(payload) : ((payload as { questionId?: string }).questionId ?? '')
  return `${activityId} ${place}`
}

/** A participant's command on one of the course's activities. */
export function participantGesture(
  course: Course,
): fc.Arbitrary<{ activityId: string; payload: { type: string } }> {
  return fc.oneof(
    ...Object.entries(course.activities).map(([activityId, definition]) =>
      arbitraries[definition.kind]!.command(definition).map((payload) => ({ activityId, payload })),
    ),
  )
}

/** Counts what a suite really exercised; printed at its end, and zero is a failure. */
export function createTally(name: string, ...keys: string[]) {
  const counts: Record<string, number> = Object.fromEntries(keys.map((key) => [key, 0]))
  return {
    add(key: string, n = 1) {
      counts[key] = (counts[key] ?? 0) + n
    },
    /** Prints the counts; returns those that stayed at zero. */
    report(): string[] {
      console.log(
        `${name}: ${Object.entries(counts)
          .map(([key, n]) => `${n} ${key}`)
          .join(', ')}`,
      )
      return Object.keys(counts).filter((key) => counts[key] === 0)
    },
  }
}

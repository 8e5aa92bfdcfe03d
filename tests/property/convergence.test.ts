/**
 * Whatever is dropped, resumed, resent, delayed or restarted, every client ends with the view that the
 * log says (convergence, rebuild), and never shows an older choice of its own on the way (optimistic).
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { mustWait, shown } from '#client/live/mirror.ts'
import { memoryLog } from '#server/store/memory-log.ts'
import { kinds } from '#shared/activities/index.ts'
import { fold } from '#shared/class/evolve.ts'
import { viewOf } from '#shared/class/views.ts'
import type { Course } from '#shared/course.ts'
import type { Command } from '#shared/types.ts'
import {
  arbitraries,
  CLASS,
  type Client,
  courseWith,
  createTally,
  createWorld,
  PARTICIPANTS,
  participantGesture,
  placeOf,
  TRAINER,
  type TrainerGesture,
  trainerGesture,
} from './world.ts'

const tally = createTally(
  'convergence',
  'classes',
  'events',
  'answers stored',
  'drops',
  'restarts',
  'lost acks',
  'resends',
  'device changes',
  'optimistic checks',
  ...Object.entries(kinds).flatMap(([name, kind]) =>
    Object.keys(kind.mayDo).map((type) => `${name} ${type}`),
  ),
)
afterAll(() => expect(tally.report()).toEqual([]))

type Op =
  | { op: 'trainer'; gesture: TrainerGesture }
  | { op: 'answer'; who: string; activityId: string; payload: { type: string }; heard: boolean }
  | { op: 'drop' | 'connect' | 'deliver' | 'device'; who: string; n: number }
  | { op: 'flush' | 'restart' | 'tick' }

function ops(course: Course): fc.Arbitrary<Op[]> {
  const who = fc.constantFrom(...PARTICIPANTS, TRAINER)
  const line = fc.constantFrom(...(['drop', 'connect', 'connect', 'deliver', 'deliver', 'device'] as const))
  return fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: trainerGesture(course).map((gesture) => ({ op: 'trainer' as const, gesture })),
      },
      {
        weight: 8,
        arbitrary: fc
          .record({
            who: fc.constantFrom(...PARTICIPANTS),
            what: participantGesture(course),
            heard: fc.boolean(),
          })
          .map(({ who: by, what, heard }) => ({ op: 'answer' as const, who: by, ...what, heard })),
      },
      { weight: 8, arbitrary: fc.record({ op: line, who, n: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 4, arbitrary: fc.constant({ op: 'flush' as const }) },
      { weight: 1, arbitrary: fc.constant({ op: 'tick' as const }) },
      { weight: 1, arbitrary: fc.constant({ op: 'restart' as const }) },
    ),
    { minLength: 60, maxLength: 200 },
  )
}

type World = Awaited<ReturnType<typeof createWorld>>

/** The last thing a person set at each place of an activity, unless it was refused. */
type Choices = Map<string, string>

type Payload = { type: string }

/** Each gesture of each kind must have been accepted at least once. */
function count(course: Course, { activityId, payload }: Pick<Command, 'activityId' | 'payload'>) {
  tally.add(`${course.activities[activityId!]!.kind} ${(payload as Payload).type}`)
}

const placed = (course: Course, by: string, { activityId, payload }: Command) =>
  `${by} ${placeOf(course, activityId!, payload as Payload)}`

/** Sends a gesture. What is refused leaves the place as it was, which the test then no longer knows. */
async function send(
  world: World,
  course: Course,
  last: Choices,
  one: Client,
  command: Command,
  heard = true,
) {
  const ack = await world.submit(one, command, heard)
  if (!ack.ok) last.delete(placed(course, one.personId, command))
  return ack
}

/** What a client does on each connection: asks what it missed, sends again what is not acknowledged. */
async function reconnect(world: World, course: Course, last: Choices, one: Client) {
  world.connect(one)
  for (const command of one.mirror.pending) {
    tally.add('resends')
    await send(world, course, last, one, command)
  }
}

function checkOptimistic(one: Client, course: Course, last: Choices) {
  const view = shown(one.mirror)
  for (const command of one.mirror.pending) {
    const id = command.activityId!
    const known = view?.everyone.activities[id]
    if (!known) continue
    const expected = last.get(placed(course, one.personId, command))
    if (expected === undefined) continue
    const { choiceIn } = arbitraries[course.activities[id]!.kind]!
    expect(choiceIn(view.mine?.activities[id], command.payload as Payload)).toBe(expected)
    tally.add('optimistic checks')
  }
}

async function run(course: Course, script: Op[]) {
  const world = await createWorld(course)
  await world.boot()
  await world.enrol()
  const trainer = world.client(TRAINER, 'trainer')
  const last: Choices = new Map()
  const one = (id: string) => world.client(id, id === TRAINER ? 'trainer' : 'participant')
  for (const id of [TRAINER, ...PARTICIPANTS]) world.connect(one(id))
  await world.say(trainer, 'class.start')
  // Something is asked from the start: else most gestures would find nothing open.
  await world.say(trainer, 'activity.open', {}, 'a1')
  for (const step of script) {
    switch (step.op) {
      case 'trainer': {
        const { type, payload, activityId } = step.gesture
        const ack = await world.say(trainer, type, payload, activityId)
        if (ack.ok && type === 'activity.do') count(course, step.gesture)
        break
      }
      case 'answer': {
        const author = one(step.who)
        const before = shown(author.mirror)?.mine?.activities[step.activityId] ?? {}
        const command = world.answer(author, step.activityId, step.payload)
        const { choiceIn } = arbitraries[course.activities[step.activityId]!.kind]!
        const { predict } = kinds[course.activities[step.activityId]!.kind]!
        const expected = choiceIn(predict?.(before, step.payload), step.payload)
        if (expected !== undefined) last.set(placed(course, step.who, command), expected)
        checkOptimistic(author, course, last)
        if (!author.queue || mustWait(author.mirror, command)) break
        const ack = await send(world, course, last, author, command, step.heard)
        if (ack.ok) {
          tally.add('answers stored')
          count(course, command)
        }
        if (!step.heard) tally.add('lost acks')
        break
      }
      case 'drop':
        if (one(step.who).queue) tally.add('drops')
        world.drop(one(step.who))
        break
      case 'connect':
        await reconnect(world, course, last, one(step.who))
        break
      case 'deliver':
        world.deliver(one(step.who), step.n)
        checkOptimistic(one(step.who), course, last)
        break
      case 'device': {
        // Another device of the same person knows nothing yet and starts from null.
        const other = world.client(step.who, one(step.who).role, `${step.who}#2`)
        world.drop(other)
        other.mirror = { seq: null, pending: [] }
        world.connect(other)
        tally.add('device changes')
        break
      }
      case 'flush':
        world.flush()
        break
      case 'tick':
        world.tick(20_000)
        break
      case 'restart':
        await world.restart()
        tally.add('restarts')
    }
  }
  return { world, last }
}

/** Classes of every kind together, then of each kind alone, so that its rarer gestures are met too. */
const mixes: [string, string[], number][] = [
  ['all kinds', Object.keys(kinds), 250],
  ...Object.keys(kinds).map((kind): [string, string[], number] => [kind, [kind], 400]),
]

test.each(mixes)(
  'clients = view(fold(log)), after drops, resumes, devices, restarts, resends: %s',
  async (_, only, numRuns) => {
    await fc.assert(
      fc.asyncProperty(
        courseWith('definition', only).chain((course) => ops(course).map((script) => ({ course, script }))),
        async ({ course, script }) => {
          const { world, last } = await run(course, script)
          for (const one of world.clients.values()) await reconnect(world, course, last, one)
          // A lost ack leaves a pending command on a client that never dropped: it is resent like the others.
          for (const one of world.clients.values())
            for (const command of one.mirror.pending) await world.submit(one, command)
          world.flush()
          for (const one of world.clients.values()) world.deliver(one)

          const log = memoryLog(world.rows)
          const events = await log.read(CLASS, 0)
          const state = fold(events)
          expect(world.server.room.state).toEqual(state)
          expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1))
          expect(await log.verify(CLASS)).toBe(true)
          for (const one of world.clients.values()) {
            expect(one.mirror.pending).toEqual([])
            expect(shown(one.mirror)).toEqual(JSON.parse(JSON.stringify(viewOf(state, course, one))))
          }
          world.close()
          tally.add('classes')
          tally.add('events', events.length)
        },
      ),
      { numRuns },
    )
  },
)

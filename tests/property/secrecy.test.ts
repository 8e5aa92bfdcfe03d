/**
 * Non-interference: a class is played twice, changing only what p1 may not know (what the others answer, which
 * answers are right); until that is revealed, every byte sent to p1 and to the stage is the same. And planted
 * words never travel before they may.
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { memoryLog } from '#server/store/memory-log.ts'
import { viewOf } from '#shared/class/views.ts'
import type { ActivityDefinition, Course } from '#shared/course.ts'
import {
  arbitraries,
  CLASS,
  type Client,
  courseWith,
  createTally,
  createWorld,
  type Done,
  kindsWith,
  PARTICIPANTS,
  PEOPLE,
  participantGesture,
  TRAINER,
  trainerGesture,
  type World,
} from './world.ts'

const withTwin = kindsWith('twin')
const withCanaries = kindsWith('canaries')
const states = withCanaries.flatMap((kind) =>
  arbitraries[kind]!.canaries!.states.map((state) => `${kind}: ${state}`),
)
const tally = createTally(
  'secrecy',
  'classes',
  'frames compared',
  'secret answers',
  'twins',
  'twin frames compared',
  'canaries searched',
  'words planted in gestures',
  'words rightly read',
  ...states,
)
afterAll(() => expect(tally.report()).toEqual([]))

/** A command as it is sent in each of the two worlds; p1 and the stage see no difference. */
type Step = { by: string; type: string; activityId?: string; payloads: [unknown, unknown] }

const P1 = PARTICIPANTS[0]!

/** The trainer's gesture, and the same with other words where p1 may not read them. */
function trainerStep(course: Course): fc.Arbitrary<Step> {
  return trainerGesture(course).chain(({ type, payload, activityId }) => {
    const definition = course.activities[activityId ?? '']
    const { otherwise } = (definition && arbitraries[definition.kind]) ?? {}
    const step = (other: unknown): Step => ({
      by: TRAINER,
      type,
      payloads: [payload, other],
      ...(activityId && { activityId }),
    })
    if (type !== 'activity.do' || !otherwise) return fc.constant(step(payload))
    return otherwise(definition!, payload as { type: string }, P1).map(step)
  })
}

/** An answer: p1's is the same in both worlds. */
function answerStep(course: Course): fc.Arbitrary<Step> {
  return fc.tuple(fc.constantFrom(...PARTICIPANTS), participantGesture(course)).chain(([by, what]) => {
    const { activityId, payload } = what
    const definition = course.activities[activityId]!
    const { otherwise, command } = arbitraries[definition.kind]!
    const step = (other: unknown): Step => ({
      by,
      type: 'activity.do',
      activityId,
      payloads: [payload, other],
    })
    if (by === P1) return fc.constant(step(payload))
    return (otherwise ? otherwise(definition, payload, P1) : command(definition)).map(step)
  })
}

const steps = (course: Course): fc.Arbitrary<Step[]> =>
  fc.array(fc.oneof(trainerStep(course), answerStep(course)), { minLength: 15, maxLength: 80 })

/** A class with everybody and a stage connected, just started. */
async function started(course: Course) {
  const world = await createWorld(course)
  await world.boot()
  await world.enrol()
  for (const [id, role] of Object.entries(PEOPLE)) world.connect(world.client(id, role))
  const stage = world.client('stage-1', 'stage')
  world.connect(stage)
  await world.say(world.client(TRAINER, 'trainer'), 'class.start')
  return { world, p1: world.client(P1, 'participant'), stage }
}

const send = (world: World, { by, type, activityId }: Step, payload: unknown) =>
  world.say(world.client(by, PEOPLE[by]!), type, payload, activityId)

/** Follows the facts of each activity. */
function historyOf(world: World) {
  const log = memoryLog(world.rows)
  const history: Record<string, Done[]> = {}
  let seq = 0
  return async () => {
    for (const event of await log.read(CLASS, seq)) {
      seq = event.seq
      if (!event.activityId) continue
      history[event.activityId] ??= []
      history[event.activityId]!.push(event)
    }
    return history
  }
}

/** Plays the steps as in world 0 or 1, until `over`. → frames by reader. */
async function play(
  course: Course,
  script: Step[],
  side: 0 | 1,
  over: (world: World, history: Record<string, Done[]>) => boolean,
) {
  const { world, p1, stage } = await started(course)
  const follow = historyOf(world)
  let secrets = 0
  for (const step of script) {
    const ack = await send(world, step, step.payloads[side])
    if (ack.ok && step.type === 'activity.do' && step.by !== P1) secrets++
    world.tick(1000)
    if (over(world, await follow())) break
    world.flush()
  }
  world.close()
  return { wire: p1.wire, stage: stage.wire, secrets }
}

const anyRevealed = ({ server }: World) =>
  Object.values(server.room.state.activities).some((a) => a.phase === 'revealed')

test('what p1 and the stage receive does not depend on what the others answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      courseWith('secret').chain((course) => steps(course).map((script) => ({ course, script }))),
      async ({ course, script }) => {
        const a = await play(course, script, 0, anyRevealed)
        const b = await play(course, script, 1, anyRevealed)
        expect(a.wire).toEqual(b.wire)
        expect(a.stage).toEqual(b.stage)
        tally.add('classes')
        tally.add('frames compared', a.wire.length + a.stage.length)
        tally.add('secret answers', a.secrets)
      },
    ),
    { numRuns: 500 },
  )
})

/** A course, and the same with other secrets in its definitions. */
function twinCourses(): fc.Arbitrary<[Course, Course]> {
  return courseWith('definition', withTwin).chain((course) => {
    const twins = Object.entries(course.activities).map(([id, definition]) =>
      arbitraries[definition.kind]!.twin!(definition).map((twin): [string, ActivityDefinition] => [id, twin]),
    )
    return fc
      .tuple(...twins)
      .map((activities) => [course, { ...course, activities: Object.fromEntries(activities) }])
  })
}

test.runIf(withTwin.length > 0)('nor on which answers are right, until that is shown', async () => {
  await fc.assert(
    fc.asyncProperty(
      twinCourses().chain(([course, twin]) => steps(course).map((script) => ({ course, twin, script }))),
      async ({ course, twin, script }) => {
        const told = (_world: World, history: Record<string, Done[]>) =>
          Object.entries(course.activities).some(([id, definition]) => {
            const apart = arbitraries[definition.kind]!.toldApart!
            const log = history[id] ?? []
            return [P1, undefined].some((reader) => apart(definition, twin.activities[id]!, log, reader))
          })
        const a = await play(course, script, 0, told)
        const b = await play(twin, script, 0, told)
        expect(a.wire).toEqual(b.wire)
        expect(a.stage).toEqual(b.stage)
        tally.add('twins')
        tally.add('twin frames compared', a.wire.length + a.stage.length)
      },
    ),
    { numRuns: 400 },
  )
})

/** Words planted in the secrets of the definitions. */
function planted(course: Course): { course: Course; words: Record<string, string[]> } {
  const words: Record<string, string[]> = {}
  const activities = Object.entries(course.activities).map(([id, definition]) => {
    words[id] = []
    const word = (field: string) => {
      const one = `CANARI-${id}-${field}-`
      words[id]!.push(one)
      return one
    }
    return [id, arbitraries[definition.kind]!.canaries!.plant(definition, word)]
  })
  return { course: { ...course, activities: Object.fromEntries(activities) }, words }
}

/** The step with a new word in it, where it carries words of its own. */
function plantedIn(course: Course, step: Step, words: Record<string, string[]>): unknown {
  const [payload] = step.payloads
  const definition = step.type === 'activity.do' && course.activities[step.activityId!]
  if (!definition) return payload
  const known = words[step.activityId!]!
  const word = `CANARI-${step.activityId}-geste-${known.length}-`
  const gesture = arbitraries[definition.kind]!.canaries!.plantIn?.(payload as { type: string }, word)
  if (!gesture) return payload
  known.push(word)
  tally.add('words planted in gestures')
  return gesture
}

test.runIf(withCanaries.length > 0)('no planted word is sent or in view before it may be read', async () => {
  const ticks = fc.constantFrom(1000, 1000, 1000, 40_000)
  await fc.assert(
    fc.asyncProperty(
      courseWith('definition', withCanaries).chain((bare) => {
        const { course, words } = planted(bare)
        const script = fc.array(
          fc.record({ step: fc.oneof(trainerStep(course), answerStep(course)), ms: ticks }),
          { minLength: 30, maxLength: 120 },
        )
        return script.map((all) => ({ course, words, script: all }))
      }),
      async ({ course, words: sown, script }) => {
        const words = structuredClone(sown)
        const { world, p1, stage } = await started(course)
        const follow = historyOf(world)
        const sent = new Map<Client, number>()
        for (const { step, ms } of script) {
          await send(world, step, plantedIn(course, step, words))
          world.tick(ms)
          world.flush()
          const history = await follow()
          for (const one of [p1, stage]) {
            const frames = one.wire.slice(sent.get(one) ?? 0)
            sent.set(one, one.wire.length)
            const text = [...frames, JSON.stringify(viewOf(world.server.room.state, course, one))].join('\n')
            const reader = one === p1 ? P1 : undefined
            for (const [id, definition] of Object.entries(course.activities)) {
              const { canaries } = arbitraries[definition.kind]!
              const log = history[id] ?? []
              for (const word of words[id]!) {
                const may = canaries!.mayRead(definition, log, word, reader)
                if (!may) expect(text).not.toContain(word)
                else if (text.includes(word)) tally.add('words rightly read')
                tally.add('canaries searched')
              }
              for (const state of canaries!.statesNow(definition, log, P1))
                tally.add(`${definition.kind}: ${state}`)
            }
          }
        }
        world.close()
      },
    ),
    { numRuns: 300 },
  )
})

test('no frame to a participant or to the stage carries what is not shown, or who the others are', async () => {
  await fc.assert(
    fc.asyncProperty(
      courseWith('definition').chain((course) =>
        fc
          .array(trainerGesture(course), { minLength: 5, maxLength: 40 })
          .map((script) => ({ course, script })),
      ),
      async ({ course, script }) => {
        const definitions = Object.entries(course.activities)
        for (const [id, definition] of definitions) definition.title = `CANARI-${id}-`
        const together = definitions.some(([, one]) => arbitraries[one.kind]!.teams?.(one))
        const unknown = together ? [] : PARTICIPANTS.slice(1)
        const planted = {
          ...course,
          plan: course.plan.map((item) => ({ ...item, title: `CANARI-${item.id}-` })),
        }
        const world = await createWorld(planted)
        await world.boot()
        await world.enrol()
        const trainer = world.client(TRAINER, 'trainer')
        const readers = [world.client(P1, 'participant'), world.client('stage-1', 'stage')]
        for (const one of readers) world.connect(one)
        await world.say(trainer, 'class.start')
        for (const { type, payload, activityId } of script) {
          await world.say(trainer, type, payload, activityId)
          world.flush()
          const unseen = Object.keys(course.activities).filter(
            (id) => !world.server.room.state.activities[id],
          )
          for (const one of readers) {
            const frames = one.wire.join('\n')
            for (const id of unseen) expect(frames).not.toContain(`CANARI-${id}-`)
            for (const other of unknown) expect(frames).not.toContain(other)
            tally.add('canaries searched', unseen.length + unknown.length)
          }
        }
        world.close()
      },
    ),
    { numRuns: 300 },
  )
})

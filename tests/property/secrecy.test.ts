/**
 * Non-interference: a class is played twice, changing only what p1 may not know (what the others answer);
 * until something is revealed, every byte sent to p1 and to the stage is the same. And planted words
 * never travel before they may.
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Course } from '#shared/course.ts'
import {
  arbitraries,
  courseWith,
  createTally,
  createWorld,
  PARTICIPANTS,
  PEOPLE,
  TRAINER,
  type TrainerGesture,
  trainerGesture,
} from './world.ts'

const tally = createTally('secrecy', 'classes', 'frames compared', 'secret answers', 'canaries searched')
afterAll(() => expect(tally.report()).toEqual([]))

type Step =
  | { by: 'trainer'; gesture: TrainerGesture }
  | { by: string; activityId: string; payload: [unknown, unknown] }

function steps(course: Course): fc.Arbitrary<Step[]> {
  const secretAnswer = fc.oneof(
    ...Object.entries(course.activities).map(([activityId, definition]) => {
      const command = arbitraries[definition.kind]!.command(definition)
      return fc
        .tuple(fc.constantFrom(...PARTICIPANTS), command, command)
        .map(([by, a, b]) => ({ by, activityId, payload: [a, b] as [unknown, unknown] }))
    }),
  )
  const gesture = trainerGesture(course).map((g) => ({ by: 'trainer' as const, gesture: g }))
  return fc.array(fc.oneof(gesture, secretAnswer), { minLength: 10, maxLength: 60 })
}

const [P1] = PARTICIPANTS

/** Plays the steps with the answers of world 0 or 1; stops when something is revealed. → frames by reader. */
async function play(course: Course, script: Step[], side: 0 | 1) {
  const world = await createWorld(course)
  await world.boot()
  await world.enrol()
  const clients = Object.entries(PEOPLE).map(([id, role]) => world.client(id, role))
  const stage = world.client('stage-1', 'stage')
  for (const one of [...clients, stage]) world.connect(one)
  const trainer = world.client(TRAINER, 'trainer')
  await world.say(trainer, 'class.start')
  let secrets = 0
  for (const step of script) {
    if (step.by === 'trainer') {
      const { type, payload, activityId } = (step as { gesture: TrainerGesture }).gesture
      await world.say(trainer, type, payload, activityId)
    } else {
      const { by, activityId, payload } = step as Exclude<Step, { by: 'trainer' }>
      // p1 knows their own answer: it is the same in both worlds.
      const ack = await world.say(
        world.client(by, 'participant'),
        'activity.do',
        payload[by === P1 ? 0 : side],
        activityId,
      )
      if (ack.ok && by !== P1) secrets++
    }
    world.tick(1000)
    if (Object.values(world.server.room.state.activities).some((a) => a.phase === 'revealed')) break
    world.flush()
  }
  world.close()
  return { wire: world.client(P1!, 'participant').wire, stage: stage.wire, secrets }
}

test('what p1 and the stage receive does not depend on what the others answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      courseWith('secret').chain((course) => steps(course).map((script) => ({ course, script }))),
      async ({ course, script }) => {
        const [a, b] = [await play(course, script, 0), await play(course, script, 1)]
        expect(a.wire).toEqual(b.wire)
        expect(a.stage).toEqual(b.stage)
        tally.add('classes')
        tally.add('frames compared', a.wire.length + a.stage.length)
        tally.add('secret answers', a.secrets)
      },
    ),
    { numRuns: 600 },
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
        for (const [id, definition] of Object.entries(course.activities)) definition.title = `CANARI-${id}-`
        const planted = {
          ...course,
          plan: course.plan.map((item) => ({ ...item, title: `CANARI-${item.id}-` })),
        }
        const world = await createWorld(planted)
        await world.boot()
        await world.enrol()
        const trainer = world.client(TRAINER, 'trainer')
        const readers = [world.client(P1!, 'participant'), world.client('stage-1', 'stage')]
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
            for (const other of PARTICIPANTS.slice(1)) expect(frames).not.toContain(other)
            tally.add('canaries searched', unseen.length + PARTICIPANTS.length - 1)
          }
        }
        world.close()
      },
    ),
    { numRuns: 300 },
  )
})

/** One answer makes one small frame, for its author and for the others: under 300 bytes. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { courseWith, createTally, createWorld, PARTICIPANTS, participantGesture, TRAINER } from './world.ts'

const tally = createTally('frames', 'answers stored', 'frames weighed', 'late answers')
afterAll(() => expect(tally.report()).toEqual([]))

const answers = (course: Parameters<typeof participantGesture>[0]) =>
  fc.array(fc.record({ by: fc.constantFrom(...PARTICIPANTS), what: participantGesture(course) }), {
    minLength: 5,
    maxLength: 30,
  })

test('a frame after an answer stays under 300 bytes, whoever receives it', async () => {
  await fc.assert(
    fc.asyncProperty(
      courseWith('definition', ['mcq', 'poll']).chain((course) =>
        fc.record({ course: fc.constant(course), script: answers(course), closed: fc.boolean() }),
      ),
      async ({ course, script, closed }) => {
        const world = await createWorld(course)
        await world.boot()
        await world.enrol()
        const trainer = world.client(TRAINER, 'trainer')
        const readers = [
          ...PARTICIPANTS.map((id) => world.client(id, 'participant')),
          world.client('stage-1', 'stage'),
        ]
        for (const one of readers) world.connect(one)
        await world.say(trainer, 'class.start')
        for (const id of Object.keys(course.activities)) {
          await world.say(trainer, 'activity.open', {}, id)
          if (closed) await world.say(trainer, 'activity.close', {}, id)
        }
        world.flush()
        for (const { by, what } of script) {
          if (!['answer', 'catch-up'].includes(what.payload.type)) continue
          const before = readers.map((one) => one.wire.length)
          const ack = await world.say(
            world.client(by, 'participant'),
            'activity.do',
            what.payload,
            what.activityId,
          )
          world.flush()
          if (!ack.ok) continue
          tally.add('answers stored')
          if (closed) tally.add('late answers')
          for (const [i, one] of readers.entries()) {
            for (const frame of one.wire.slice(before[i])) {
              expect(Buffer.byteLength(frame)).toBeLessThan(300)
              tally.add('frames weighed')
            }
          }
        }
        world.close()
      },
    ),
    { numRuns: 100 },
  )
})

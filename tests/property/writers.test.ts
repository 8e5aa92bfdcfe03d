/** Three servers on one log, each at times behind: no hole, no command applied twice, all end alike. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Classroom, openClassroom } from '#server/live/classroom.ts'
import { createCommitter } from '#server/live/committer.ts'
import { memoryLog } from '#server/store/memory-log.ts'
import { fold } from '#shared/class/evolve.ts'
import type { Course } from '#shared/course.ts'
import type { Ack, Command } from '#shared/types.ts'
import {
  CLASS,
  courseWith,
  createTally,
  PARTICIPANTS,
  PEOPLE,
  participantGesture,
  TRAINER,
  trainerGesture,
} from './world.ts'

const tally = createTally('writers', 'classes', 'events', 'stale decisions', 'commands resent elsewhere')
afterAll(() => expect(tally.report()).toEqual([]))

type Sent = { node: number; resendTo: number | undefined; by: string; command: Omit<Command, 'id'> }

function sending(course: Course): fc.Arbitrary<Sent[]> {
  const command = fc.oneof(
    trainerGesture(course).map((gesture) => ({ by: TRAINER, command: gesture })),
    fc
      .tuple(fc.constantFrom(...PARTICIPANTS), participantGesture(course))
      .map(([by, { activityId, payload }]) => ({
        by,
        command: { type: 'activity.do', activityId, payload },
      })),
  )
  const node = fc.integer({ min: 0, max: 2 })
  return fc.array(
    fc
      .record({ node, resendTo: fc.option(node, { nil: undefined }), what: command })
      .map(({ what, ...where }) => ({ ...where, ...what })),
    { minLength: 10, maxLength: 60 },
  )
}

test('stale servers never write a hole or a command twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      courseWith('definition').chain((course) => sending(course).map((sent) => ({ course, sent }))),
      async ({ course, sent }) => {
        const rows: Parameters<typeof memoryLog>[0] = new Map()
        const open = (): Promise<Classroom> => {
          const log = memoryLog(rows)
          return openClassroom({
            classId: CLASS,
            log,
            commit: createCommitter(log),
            course: () => ({ course, courseHash: 'cours' }),
            now: () => 1_800_000_000_000,
            shared: true,
          })
        }
        const nodes = [await open(), await open(), await open()]
        await nodes[0]!.submit(
          { role: 'system' },
          { id: 'people', type: 'people.sync', payload: { people: PEOPLE } },
        )
        const trainer = { personId: TRAINER, role: 'trainer' as const }
        await nodes[1]!.submit(trainer, { id: 'start', type: 'class.start', payload: {} })

        const acks: Promise<[Ack, Ack | undefined]>[] = []
        for (const [i, { node, resendTo, by, command }] of sent.entries()) {
          const actor = { personId: by, role: PEOPLE[by]! }
          const whole = { ...command, id: `c${i}` }
          if (nodes[node]!.state.seq < Math.max(...nodes.map((n) => n.state.seq)))
            tally.add('stale decisions')
          const first = nodes[node]!.submit(actor, whole)
          const second = resendTo === undefined ? undefined : nodes[resendTo]!.submit(actor, whole)
          if (second) tally.add('commands resent elsewhere')
          acks.push(Promise.all([first, second]))
          if (i % 3 === 0) await acks.at(-1)
        }
        const answers = await Promise.all(acks)
        for (const node of nodes) await node.catchUp()

        const events = await memoryLog(rows).read(CLASS, 0)
        expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1))
        for (const node of nodes) expect(node.state).toEqual(fold(events))
        for (const [i, [first, second]] of answers.entries()) {
          const made = events.filter((event) => event.commandId === `c${i}`)
          if (made.length === 0) continue
          // All events of one command stand together: it was decided once.
          expect(made.at(-1)!.seq - made[0]!.seq).toBe(made.length - 1)
          const seqs = [first, second].filter((ack) => ack?.ok).map((ack) => (ack as { seq: number }).seq)
          expect(seqs).toContain(made.at(-1)!.seq)
        }
        tally.add('classes')
        tally.add('events', events.length)
      },
    ),
    { numRuns: 600 },
  )
})

/**
 * Whatever a class did, erasing one of its people leaves a log that still folds, still chains, still shows every
 * reader a view, and says nothing any more that this person wrote or that was written to them.
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { memoryLog } from '#server/store/memory-log.ts'
import { personalEvents } from '#shared/class/erase.ts'
import { fold } from '#shared/class/evolve.ts'
import { viewOf } from '#shared/class/views.ts'
import {
  CLASS,
  courseWith,
  createTally,
  createWorld,
  PARTICIPANTS,
  PEOPLE,
  participantGesture,
  TRAINER,
  trainerGesture,
} from './world.ts'

const tally = createTally('erasure', 'classes', 'events blanked', 'words looked for', 'events after them')
afterAll(() => expect(tally.report()).toEqual([]))

const GONE = PARTICIPANTS[0]!
const MARK = 'mot-à-effacer'

const script = courseWith('definition').chain((course) =>
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: trainerGesture(course).map((gesture) => ({ by: TRAINER, ...gesture })) },
        {
          weight: 6,
          arbitrary: fc
            .record({ by: fc.constantFrom(...PARTICIPANTS, GONE), what: participantGesture(course) })
            .map(({ by, what }) => ({ by, type: 'activity.do', ...what })),
        },
        { weight: 1, arbitrary: fc.constant({ by: GONE, type: 'question.ask', payload: { text: MARK } }) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            { by: TRAINER, type: 'question.settle', payload: { questionId: 'k1', settled: true } },
            { by: TRAINER, type: 'question.show', payload: { questionId: 'k1' } },
            { by: TRAINER, type: 'word.say', payload: { personId: GONE, text: MARK } },
          ),
        },
      ),
      { minLength: 30, maxLength: 90 },
    )
    .map((steps) => ({ course, steps })),
)

test('a person erased from any class', () =>
  fc.assert(
    fc.asyncProperty(script, async ({ course, steps }) => {
      const world = await createWorld(course)
      await world.boot()
      await world.enrol()
      const of = (personId: string) => world.client(personId, PEOPLE[personId]!)
      await world.say(of(TRAINER), 'class.start')
      for (const { by, type, payload, ...more } of steps) {
        await world.say(of(by), type, payload, (more as { activityId?: string }).activityId)
      }
      await world.say(of(TRAINER), 'class.end')
      const log = memoryLog(world.rows, world.boxes)
      const before = await log.read(CLASS, 0)
      const seqs = personalEvents(before, GONE)
      await log.erase(CLASS, seqs)
      const after = await log.read(CLASS, 0)
      expect(await log.verify(CLASS)).toBe(true)
      const state = fold(after)
      const views = Object.entries(PEOPLE).map(([personId, role]) =>
        viewOf(state, course, { personId, role }),
      )
      const text = JSON.stringify([after, views])
      expect(text).not.toContain(MARK)
      expect(state.phase).toBe('ended')
      expect(JSON.parse(JSON.stringify(views[1]))).toHaveProperty('everyone')
      // What the others did is untouched.
      const kept = before.filter(({ seq }) => !seqs.includes(seq))
      expect(after.filter(({ payload }) => payload !== null)).toEqual(kept)
      tally.add('classes')
      tally.add('events blanked', seqs.length)
      tally.add('words looked for', JSON.stringify(before).split(MARK).length - 1)
      tally.add('events after them', after.filter(({ seq }) => seq > (seqs[0] ?? Infinity)).length)
      world.close()
    }),
    { numRuns: 60 },
  ))

/**
 * Speaking times add up: whatever is asked, granted, released, cut or restarted, each person's time is what a clock
 * held beside the class says, and at most one person speaks.
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createTally, createWorld, PARTICIPANTS, TRAINER } from './world.ts'

const tally = createTally('floor', 'classes', 'turns', 'hands', 'restarts', 'milliseconds spoken')
afterAll(() => expect(tally.report()).toEqual([]))

const person = fc.constantFrom(...PARTICIPANTS)
const step = fc.oneof(
  fc.record({ do: fc.constant('ask' as const), who: person }),
  fc.record({ do: fc.constant('withdraw' as const), who: person }),
  fc.record({
    do: fc.constant('grant' as const),
    who: person,
    seconds: fc.option(fc.integer({ min: 10, max: 600 })),
  }),
  fc.record({ do: fc.constant('release' as const), who: person }),
  fc.record({
    do: fc.constant('order' as const),
    order: fc.constantFrom('asked' as const, 'quiet' as const),
  }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 90_000 }) }),
  fc.record({ do: fc.constant('restart' as const) }),
)

const course = {
  id: 'cours',
  title: 'Cours',
  language: 'fr' as const,
  objectives: [],
  sections: [],
  plan: [{ id: 'slide-1', type: 'slide' as const, title: 'D1', slide: 1, minutes: 5, sectionId: 's1' }],
  slides: [{ n: 1, title: 'D1', steps: 0, sectionId: 's1' }],
  activities: {},
  deckHash: 'deck',
}

test('speaking times add up across cuts and restarts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const world = await createWorld(course)
      await world.boot()
      await world.enrol()
      const trainer = world.client(TRAINER, 'trainer')
      await world.say(trainer, 'class.start')
      const spoken: Record<string, number> = {}
      const hands = new Set<string>()
      let speaker: string | undefined
      for (const one of steps) {
        switch (one.do) {
          case 'ask':
            await world.say(world.client(one.who, 'participant'), 'floor.ask')
            if (speaker !== one.who) hands.add(one.who)
            tally.add('hands')
            break
          case 'withdraw':
          case 'release': {
            const by = one.do === 'release' ? trainer : world.client(one.who, 'participant')
            await world.say(by, `floor.${one.do}`, one.do === 'release' ? { personId: one.who } : {})
            if (speaker === one.who) speaker = undefined
            else hands.delete(one.who)
            break
          }
          case 'grant': {
            const seconds = one.seconds === null ? {} : { seconds: one.seconds }
            await world.say(trainer, 'floor.grant', { personId: one.who, ...seconds })
            speaker = one.who
            hands.delete(one.who)
            tally.add('turns')
            break
          }
          case 'order':
            await world.say(trainer, 'floor.order', { order: one.order })
            break
          case 'wait':
            world.tick(one.ms)
            if (speaker) {
              spoken[speaker] = (spoken[speaker] ?? 0) + one.ms
              tally.add('milliseconds spoken', one.ms)
            }
            break
          case 'restart':
            await world.restart()
            tally.add('restarts')
        }
        const { floor } = world.server.room.state
        expect(floor.turn?.personId).toBe(speaker)
        expect(new Set(Object.keys(floor.hands))).toEqual(hands)
      }
      await world.say(trainer, 'class.end')
      const { floor } = world.server.room.state
      expect(floor.turn).toBeUndefined()
      expect(floor.hands).toEqual({})
      const total = Object.fromEntries(Object.entries(floor.spoken).filter(([, ms]) => ms > 0))
      expect(total).toEqual(spoken)
      tally.add('classes')
      world.close()
    }),
    { numRuns: 200 },
  )
})

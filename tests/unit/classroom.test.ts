import { expect, test } from 'vitest'
import { openClassroom } from '#server/live/classroom.ts'
import { createCommitter } from '#server/live/committer.ts'
import { memoryLog } from '#server/store/memory-log.ts'
import type { Course } from '#shared/course.ts'
import type { Command } from '#shared/types.ts'

const course: Course = {
  id: 'c',
  title: 'C',
  language: 'fr',
  objectives: [],
  sections: [],
  plan: [
    { id: 'slide-1', type: 'slide', title: 'Un', minutes: 5, sectionId: 's', slide: 1 },
    { id: 'slide-2', type: 'slide', title: 'Deux', minutes: 5, sectionId: 's', slide: 2 },
  ],
  slides: [
    { n: 1, title: 'Un', steps: 0, sectionId: 's' },
    { n: 2, title: 'Deux', steps: 0, sectionId: 's' },
  ],
  activities: {},
  deckHash: 'd',
}
const trainer = { personId: 't', role: 'trainer' as const }
const command = (id: string, type: string): Command => ({ id, type, payload: {} })

/** `broken.course` / `broken.disk` make the engine or the storage fail from then on. */
async function classroom() {
  const broken = { course: false, disk: false }
  const log = memoryLog()
  const failures: unknown[] = []
  const room = await openClassroom({
    classId: 'k',
    log,
    commit: createCommitter({
      appendMany: (batches) =>
        broken.disk ? Promise.reject(new Error('disk full')) : log.appendMany(batches),
    }),
    course: () => {
      if (broken.course) throw new Error('boom')
      return { course, courseHash: 'h' }
    },
    now: () => 1,
    shared: false,
    failed: (error) => failures.push(error),
  })
  return { room, broken, log, failures }
}

test('a command that makes the engine throw is rejected alone, and nothing of it is stored', async () => {
  const { room, broken, log, failures } = await classroom()
  await room.submit(trainer, command('1', 'class.start'))
  broken.course = true
  expect(await room.submit(trainer, command('2', 'plan.next'))).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  })
  broken.course = false
  expect(await room.submit(trainer, command('3', 'plan.next'))).toEqual({ ok: true, seq: 2 })
  expect(failures).toHaveLength(1)
  expect((await log.read('k', 0)).map((event) => event.commandId)).toEqual(['1', '3'])
})

test('when storage fails nobody is told yes, the state stays, and the same command works later', async () => {
  const { room, broken, log } = await classroom()
  await room.submit(trainer, command('1', 'class.start'))
  const before = room.state
  broken.disk = true
  expect(await room.submit(trainer, command('2', 'plan.next'))).toMatchObject({
    ok: false,
    error: { code: 'storage' },
  })
  expect(room.state).toBe(before)
  broken.disk = false
  expect(await room.submit(trainer, command('2', 'plan.next'))).toEqual({ ok: true, seq: 2 })
  expect(await log.read('k', 0)).toHaveLength(2)
})

test('what waits together is stored together, and resends are answered alike', async () => {
  const { room, log } = await classroom()
  const acks = await Promise.all([
    room.submit(trainer, command('1', 'class.start')),
    room.submit(trainer, command('2', 'plan.next')),
    room.submit(trainer, command('2', 'plan.next')),
    room.submit(trainer, command('3', 'plan.jump')),
  ])
  expect(acks.map((ack) => (ack.ok ? ack.seq : ack.error.code))).toEqual([1, 2, 2, 'not-found'])
  expect(await log.read('k', 0)).toHaveLength(2)
})

/** Names every JavaScript object answers to are no activity, no person and no kind; nothing kills the server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinAs, type Person } from '#tests/support/client.ts'
import { pause, startServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let trainer: Person
let alice: Person

beforeAll(async () => {
  server = await startServer()
  const { access } = server
  trainer = await joinAs(server.url, access.trainer, access.class.id)
  alice = await joinAs(server.url, access.participants[0]!, access.class.id)
  await trainer.must('class.start')
})

afterAll(async () => {
  for (const one of [trainer, alice]) one?.close()
  await server?.stop()
})

test('an ad-hoc poll whose options share an id is refused', async () => {
  const options = ['un', 'deux'].map((text) => ({ id: 'a', text }))
  const definition = { title: 'T', text: 'Q', type: 'single', options, named: true, results: 'hidden' }
  expect(await trainer.do('activity.ask', { kind: 'poll', definition })).toMatchObject({
    error: { code: 'invalid', reason: expect.stringContaining('options') },
  })
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no name', async (name) => {
  const notFound = { ok: false, error: { code: 'not-found' } }
  for (const type of ['open', 'close', 'reveal', 'reopen'])
    expect(await trainer.do(`activity.${type}`, {}, name)).toMatchObject(notFound)
  expect(await trainer.do('activity.extend', { seconds: 5 }, name)).toMatchObject(notFound)
  expect(await trainer.do('stage.show', { activityId: name })).toMatchObject(notFound)
  expect(await trainer.do('activity.ask', { kind: name, definition: {} })).toMatchObject({
    error: { code: 'invalid', reason: expect.stringContaining(name) },
  })
  expect(await alice.do('activity.do', { type: 'answer', choice: ['a'] }, name)).toMatchObject(notFound)

  await trainer.must('activity.reopen', { closesInSeconds: 60 }, 'p1').catch(() => undefined)
  await trainer.must('activity.open', { closesInSeconds: 60 }, 'p1').catch(() => undefined)
  const extended = await trainer.do('activity.extend', { seconds: 5, personId: name }, 'p1')
  expect(extended).toMatchObject(notFound)

  await trainer.must('stage.show', { slide: 1 })
  await alice.until((view) => 'slide' in view.everyone.stage)
  await pause(100)
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})

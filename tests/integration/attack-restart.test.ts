/** The server is stopped while everybody is answering: nothing acknowledged is lost, and clients come back alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinAs, type Person } from '#tests/support/client.ts'
import { pause, startServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let trainer: Person
let people: Person[]

beforeAll(async () => {
  server = await startServer()
  const { access, url } = server
  trainer = await joinAs(url, access.trainer, access.class.id)
  people = await Promise.all(access.participants.slice(0, 4).map((who) => joinAs(url, who, access.class.id)))
  await trainer.must('class.start')
  await trainer.must('activity.open', {}, 'p1')
})

afterAll(async () => {
  for (const one of [trainer, ...people]) one?.close()
  await server?.stop()
})

test('SIGTERM with commands under way', async () => {
  const answers = people.flatMap((person, p) =>
    ['a', 'b', 'c', 'd'].map((choice, i) =>
      person.do('activity.do', { type: 'answer', choice: [choice] }, 'p1', `p${p}-${i}`),
    ),
  )
  await pause(3)
  await server.kill('SIGTERM')
  await server.restart()
  for (const ack of await Promise.all(answers)) expect(ack).toMatchObject({ ok: true })
  const view = await trainer.until((seen) => Object.keys(seen.trainer!.activities.p1!.answered).length === 4)
  expect(view.trainer!.activities.p1).toMatchObject({ results: { total: 4 } })
})

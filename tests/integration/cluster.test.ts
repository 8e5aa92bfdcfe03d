/** Two servers on one PostgreSQL: any of them serves any class, and nobody can tell which. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, joinAs, type Person, signIn } from '#tests/support/client.ts'
import { NO_POSTGRES, postgresForTests, type TestDatabase } from '#tests/support/postgres.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

const database: TestDatabase | undefined = await postgresForTests()

describe.skipIf(!database)(`two servers on one database (${database ? 'PostgreSQL' : NO_POSTGRES})`, () => {
  let first: TestServer
  let second: TestServer
  let trainer: Person
  let alice: Person
  let bruno: Person
  let classId: string

  beforeAll(async () => {
    const env = { DATABASE_URL: database!.url }
    first = await startServer({ env })
    second = await startServer({ env: { ...env, ESTRADE_DEMO: '0' } })
    const { access } = first
    classId = access.class.id
    trainer = await joinAs(first.url, access.trainer, classId)
    alice = await joinAs(first.url, access.participants[0]!, classId)
    bruno = await joinAs(second.url, access.participants[1]!, classId)
  })

  afterAll(async () => {
    for (const one of [trainer, alice, bruno]) one?.close()
    await Promise.all([first?.stop(), second?.stop()])
    await database?.stop()
  })

  test('what the trainer shows on one server is seen on the other', async () => {
    await trainer.must('class.start')
    await bruno.until((view) => view.everyone.phase === 'live')
    await trainer.must('stage.show', { slide: 3 })
    await bruno.until((view) => 'slide' in view.everyone.stage && view.everyone.stage.slide === 3)
  })

  test('answers given on both at once are all stored, once each, and seen by the trainer', async () => {
    await trainer.must('activity.open', {}, 'p1')
    await bruno.until((view) => view.everyone.activities.p1?.phase === 'open')
    await alice.until((view) => view.everyone.activities.p1?.phase === 'open')
    const rounds = ['a', 'b', 'c', 'a', 'd']
    for (const choice of rounds) {
      const acks = await Promise.all(
        [alice, bruno].map((one) => one.do('activity.do', { type: 'answer', choice: [choice] }, 'p1')),
      )
      expect(acks.map((ack) => ack.ok)).toEqual([true, true])
    }
    const both = [alice.personId, bruno.personId]
    await trainer.until((view) => {
      const answers = view.trainer?.activities.p1?.answers as Record<string, { choice: string[] }> | undefined
      return both.every((id) => answers?.[id]?.choice[0] === 'd')
    }, 'the last answer of both')
    expect(bruno.counts.gaps).toBe(0)
  })

  test('the trainer sees who is connected to the other server', async () => {
    await trainer.until(() => trainer.presence()[bruno.personId]?.online === true)
    bruno.drop()
    await trainer.until(() => trainer.presence()[bruno.personId]?.online === false)
    bruno.back()
  })

  test('somebody may change servers, the same command again has no second effect', async () => {
    const login = await signIn(
      second.url,
      first.access.participants[0]!.login,
      first.access.participants[0]!.password,
    )
    const moved = await join(login, classId)
    expect(moved.view()?.mine?.activities.p1?.answer).toMatchObject({ choice: ['d'] })
    const here = await alice.do('activity.do', { type: 'answer', choice: ['b'] }, 'p1', 'twice')
    const there = await moved.do('activity.do', { type: 'answer', choice: ['b'] }, 'p1', 'twice')
    expect(there).toEqual(here)
    moved.close()
  })

  test('when one server is killed, the other goes on and has everything', async () => {
    await first.kill()
    const { access } = first
    const again = await joinAs(second.url, access.trainer, classId)
    await again.must('activity.close', {}, 'p1')
    await bruno.until((view) => view.everyone.activities.p1?.phase === 'closed')
    expect(again.view()?.trainer?.activities.p1?.answers?.[alice.personId]).toMatchObject({ choice: ['b'] })
    again.close()
  })
})

/**
 * An anonymous questionnaire over real sockets and a real database: what is written where before the close, after a
 * crash, at the close, and what is left of it in the files.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SurveyResults } from '#shared/activities/survey/definition.ts'
import type { View } from '#shared/views.ts'
import { joinAs, type Person } from '#tests/support/client.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let trainer: Person
let people: Person[]

beforeAll(async () => {
  server = await startServer()
  const { access } = server
  trainer = await joinAs(server.url, access.trainer, access.class.id)
  people = await Promise.all(
    access.participants.slice(0, 6).map((who) => joinAs(server.url, who, access.class.id)),
  )
  await trainer.must('class.start')
})
afterAll(async () => {
  for (const one of [trainer, ...(people ?? [])]) one?.close()
  await server?.stop()
})

const definition = {
  title: 'Votre avis',
  anonymous: true,
  moment: 'hot',
  items: [
    { id: 'q1', type: 'grade', text: 'Les objectifs ont été atteints.', required: false },
    { id: 'q2', type: 'text', text: 'Ce que je garde', required: false },
  ],
}

/** What stands in the database now, as somebody with the file would read it. */
function stored() {
  const db = new DatabaseSync(join(server.dataDir, 'estrade.db'), { readOnly: true })
  const ballots = db.prepare('select * from ballots').all() as Record<string, string>[]
  const events = db.prepare('select * from events order by seq').all() as Record<string, unknown>[]
  const { sql } = db.prepare("select sql from sqlite_master where name = 'ballots'").get() as { sql: string }
  db.close()
  return { ballots, events, sql }
}

async function everyByte(): Promise<string> {
  const files = ['estrade.db', 'estrade.db-wal'].map((name) => readFile(join(server.dataDir, name), 'latin1'))
  return (await Promise.all(files)).join('')
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const resultsIn = (view: View, id: string) =>
  view.trainer?.activities[id]?.results as SurveyResults | undefined

async function ask(): Promise<string> {
  const seq = await trainer.must('activity.ask', { kind: 'survey', definition })
  const view = await trainer.until(() => trainer.seq() >= seq, 'the questionnaire')
  return (view.everyone.stage as { activityId: string }).activityId
}

test('what is said stays out of the log until the close, through a crash, and then bears no name', async () => {
  const id = await ask()
  const ballots = people.slice(0, 5).map((_, n) => ({
    ballotId: randomBytes(32).toString('hex'),
    answers: { q1: { value: 1 + (n % 4) }, q2: { text: `CANARI ${n} ${randomBytes(6).toString('hex')}` } },
  }))
  const returning = (n: number) => ({ type: 'return', ...ballots[n]! })
  for (const n of [0, 1, 2]) await people[n]!.must('activity.do', returning(n), id)

  const open = stored()
  expect(open.sql.toLowerCase()).toContain('without rowid')
  expect(open.ballots.map((row) => Object.keys(row))).toEqual(
    Array.from({ length: 3 }, () => ['class_id', 'activity_id', 'key', 'content']),
  )
  expect(open.ballots.map(({ key }) => key)).toEqual(
    ballots
      .slice(0, 3)
      .map(({ ballotId }) => sha256(ballotId))
      .sort(),
  )
  const returned = open.events.filter(({ payload }) => String(payload).includes('"returned"'))
  expect(returned.map(({ payload }) => payload)).toEqual(
    Array.from({ length: 3 }, () => '{"type":"returned"}'),
  )
  const log = JSON.stringify(open.events)
  for (const { ballotId, answers } of ballots) {
    expect(log).not.toContain(answers.q2.text)
    expect(log).not.toContain(ballotId)
    expect(log).not.toContain(sha256(ballotId))
  }

  // The same command again, a crash, and again: one return, one ballot.
  const fourth = { id: 'the-fourth', payload: returning(3) }
  const first = await people[3]!.do('activity.do', fourth.payload, id, fourth.id)
  expect(await people[3]!.do('activity.do', fourth.payload, id, fourth.id)).toEqual(first)
  await server.kill()
  await server.restart()
  expect(await people[3]!.do('activity.do', fourth.payload, id, fourth.id)).toEqual(first)
  await people[4]!.must('activity.do', returning(4), id)
  expect(stored().ballots).toHaveLength(5)

  // Another device cannot return a second time; the one that has the ballot's id alone can change it.
  const other = { ...returning(0), ballotId: randomBytes(32).toString('hex') }
  expect(await people[0]!.do('activity.do', other, id)).toMatchObject({
    ok: false,
    error: { code: 'closed' },
  })
  const elsewhere = { ...other, type: 'amend' }
  expect(await people[0]!.do('activity.do', elsewhere, id)).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  const last = stored().events.length
  const better = { q1: { value: 4 }, q2: { text: `CANARI mieux ${randomBytes(6).toString('hex')}` } }
  const amended = await people[0]!.do('activity.do', { ...returning(0), type: 'amend', answers: better }, id)
  expect(amended.ok).toBe(true)
  // A screen that waits for its gesture to be stored hears of it, although nothing has changed in its view.
  await people[0]!.until(
    () => people[0]!.seq() >= (amended as { seq: number }).seq,
    'the amendment is stored',
  )
  expect(stored().events).toHaveLength(last)
  expect(trainer.view()?.trainer?.activities[id]).not.toHaveProperty('results')

  await trainer.must('activity.close', {}, id)
  const results = resultsIn(await trainer.until((view) => resultsIn(view, id) !== undefined, 'results'), id)
  const finals = [better, ...ballots.slice(1).map(({ answers }) => answers)]
  expect(results?.returns).toBe(5)
  expect(Object.values(results?.items?.q2?.texts ?? {})).toEqual(finals.map(({ q2 }) => q2.text).sort())

  const closed = stored()
  expect(closed.ballots).toEqual([])
  const collected = closed.events.filter(({ payload }) => String(payload).includes('"collected"'))
  expect(collected).toHaveLength(1)
  expect(collected[0]?.by_id).toBe('system')
  const byKey = ballots
    .map(({ ballotId }, n) => ({ key: sha256(ballotId), answers: finals[n] }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  expect(JSON.parse(String(collected[0]?.payload)).ballots).toEqual(byKey.map(({ answers }) => answers))
  // Neither the states that the box went through nor what was changed are left behind in the files.
  const bytes = await everyByte()
  expect(bytes).not.toContain(ballots[0]!.answers.q2.text)
  for (const { ballotId } of ballots) expect(bytes).not.toContain(sha256(ballotId))
  for (const { q2 } of finals) expect(bytes.split(q2.text)).toHaveLength(2)

  expect(await people[5]!.do('activity.do', returning(0), id)).toMatchObject({ error: { code: 'closed' } })
  expect(await trainer.do('activity.reopen', {}, id)).toMatchObject({ error: { code: 'closed' } })
})

test('a class that ends with the questionnaire open counts what was returned; four returns say nothing', async () => {
  const id = await ask()
  for (const person of people.slice(0, 4)) {
    const ballotId = randomBytes(32).toString('hex')
    await person.must(
      'activity.do',
      { type: 'return', ballotId, answers: { q2: { text: 'CANARI peu' } } },
      id,
    )
  }
  await trainer.must('class.end')
  const view = await trainer.until((one) => resultsIn(one, id) !== undefined, 'results')
  expect(resultsIn(view, id)).toEqual({ returns: 4, few: true })
  expect(JSON.stringify(view)).not.toContain('CANARI peu')
  expect(stored().ballots).toEqual([])
})

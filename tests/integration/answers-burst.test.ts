/** Three hundred people answer one question of a QCM at the same moment, on the real server and real sockets. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import type { McqEvent } from '#shared/activities/mcq/definition.ts'
import type { Seat } from '#tests/bench/classes.ts'
import { command, openWire, type Wire } from '#tests/bench/wire.ts'

const PEOPLE = 300
const CLASS = 'amphi'
const MCQ = 'qcm-s1'
const MAX_FRAME_BYTES = 300

let dataDir: string
let app: Awaited<ReturnType<typeof createApp>>
let trainer: Wire
let people: Wire[]

/** Signed in without a password: hashing hundreds of them is not what is tested. */
async function seat(personId: string): Promise<Seat> {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const expiresAt = Date.now() + 3_600_000
  await app.store.logins.create({ tokenHash, personId, userAgent: 'test', expiresAt })
  return { personId, cookie: `estrade-${personId}=${token}` }
}

const enter = async (personId: string) => openWire(app.url, 'estrade', CLASS, await seat(personId), app.build)

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'estrade-burst-'))
  const env = { PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, ESTRADE_DEMO: '0', LOG_LEVEL: 'silent' }
  app = await createApp({ config: readConfig(env) })
  const ids = Array.from({ length: PEOPLE }, (_, n) => `p-${n}`)
  const startsAt = Date.now()
  const endsAt = startsAt + 3_600_000
  await app.store.people.create({ id: 'formatrice', name: 'Formatrice', email: 'formatrice@exemple.fr' })
  await app.store.classes.create(
    {
      id: CLASS,
      code: 'AMPH23',
      courseId: 'chorus-pro',
      title: 'Amphithéâtre',
      startsAt,
      endsAt,
      timeZone: 'Europe/Paris',
      halfDays: [{ id: 'h1', startsAt, endsAt }],
      createdBy: 'formatrice',
    },
    ids.map((id) => ({ id, name: id, email: `${id}@exemple.fr`, role: 'participant' as const })),
  )
  await app.store.people.enrol({ classId: CLASS, personId: 'formatrice', role: 'trainer' })
  await app.live.enrolled(CLASS)
  trainer = await enter('formatrice')
  people = await Promise.all(ids.map(enter))
})

afterAll(async () => {
  for (const wire of [trainer, ...(people ?? [])]) wire?.close()
  await app?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const say = (wire: Wire, type: string, payload: object, activityId?: string) =>
  new Promise<string>((resolve) => wire.command(command(type, payload, activityId), resolve))

/** Resolves once this person's screen has been told what holds the mark; notes the bytes of each frame. */
function told(wire: Wire, mark: string, bytes?: number[]): Promise<void> {
  return new Promise((resolve) => {
    wire.onDelta = (text) => {
      bytes?.push(Buffer.byteLength(text))
      if (text.includes(mark)) resolve()
    }
  })
}

test('300 answers of the same moment are all stored, and no frame to a participant reaches 300 bytes', async () => {
  await say(trainer, 'class.start', {})
  await say(trainer, 'stage.show', { activityId: MCQ })
  const open = Promise.all(people.map((wire) => told(wire, '"phase":"open"')))
  await say(trainer, 'activity.open', {}, MCQ)
  await open

  const bytes: number[] = []
  const counted = people.map((wire) => told(wire, `"answeredCount":${PEOPLE}`, bytes))
  const acks = people.map((wire, n) =>
    say(wire, 'activity.do', { type: 'answer', choice: ['abcd'[n % 4]] }, MCQ),
  )
  for (const ack of await Promise.all(acks)) expect(ack).toContain('"ok":true')
  const events = await app.store.log.read(CLASS, 0)
  const answers = events.filter(
    ({ type, payload }) => type === 'activity.did' && (payload as McqEvent).type === 'answered',
  )
  expect(new Set(answers.map(({ by }) => by)).size).toBe(PEOPLE)
  expect(answers).toHaveLength(PEOPLE)

  await Promise.all(counted)
  expect(bytes.length).toBeGreaterThanOrEqual(PEOPLE)
  expect(Math.max(...bytes)).toBeLessThan(MAX_FRAME_BYTES)
  console.log(`${bytes.length} frames to ${PEOPLE} participants, the largest of ${Math.max(...bytes)} bytes`)
})

/** The server under test, in a process of its own: the real application with as many classes as asked. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { answerMemory, peopleOf, type Ready, type Seat } from './classes.ts'

const classes = Number(process.argv[2])
const dataDir = await mkdtemp(join(tmpdir(), 'estrade-bench-'))
const config = readConfig({ PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, ESTRADE_DEMO: '0' })
const app = await createApp({ config })

/** Signed in without a password: hashing thousands of them is not what is measured. */
async function seat(personId: string): Promise<Seat> {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = createHash('sha256').update(token).digest('hex')
  await app.store.logins.create({
    tokenHash,
    personId,
    userAgent: 'bench',
    expiresAt: Date.now() + 86_400_000,
  })
  return { personId, cookie: `estrade-${personId}=${token}` }
}

async function makeClass(index: number) {
  const id = `bench-${index}`
  const [trainer, ...participants] = peopleOf(index)
  const at = Date.now()
  await app.store.people.create({ id: trainer!, name: `Trainer ${index}`, email: `${trainer}@exemple.fr` })
  await app.store.classes.create(
    {
      id,
      code: `B${String(index).padStart(5, '0')}`,
      courseId: 'chorus-pro',
      title: `Bench ${index}`,
      startsAt: at,
      endsAt: at + 25_200_000,
      timeZone: 'Europe/Paris',
      halfDays: [{ id: 'h1', startsAt: at, endsAt: at + 25_200_000 }],
      createdBy: trainer!,
    },
    participants.map((personId) => ({
      id: personId,
      name: personId,
      email: `${personId}@exemple.fr`,
      role: 'participant' as const,
    })),
  )
  await app.store.people.enrol({ classId: id, personId: trainer!, role: 'trainer' })
  await app.live.enrolled(id)
  return { id, seats: await Promise.all(peopleOf(index).map(seat)) }
}

const made: Ready['classes'] = []
for (let index = 0; index < classes; index += 1) made.push(await makeClass(index))
process.send?.({ url: app.url, build: app.build, classes: made } satisfies Ready)

answerMemory()
process.on('disconnect', async () => {
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
  process.exit(0)
})

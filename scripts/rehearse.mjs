// npm run rehearse -- --class ID --people 12: simulated participants join a class and behave like people.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCourse } from '#server/courses/load.ts'
import { behave, newTally, seededRandom } from '#tests/support/behave.ts'
import { api, classInfo, join as joinClass, signIn } from '#tests/support/client.ts'

const usage = `npm run rehearse -- --class ID [--people 12] [--minutes 60] [--url http://localhost:4600]
  --class ID        the class to join (default: the demo class)
  --access FILE     where credentials are (default: demo-access.json in ESTRADE_DATA, else ./data)
  --trainer LOGIN --password PASSWORD
                    for another class: new credentials are made for its participants; their old ones stop working
  --seed N          same seed, same behaviour`

function fail(line) {
  console.error(`estrade · ${line}\n\n${usage}`)
  process.exit(1)
}

function options() {
  try {
    return parseArgs({
      options: {
        class: { type: 'string' },
        people: { type: 'string', default: '12' },
        minutes: { type: 'string' },
        url: { type: 'string' },
        access: { type: 'string' },
        trainer: { type: 'string' },
        password: { type: 'string' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    return fail(error.message)
  }
}

const asked = options()
if (asked.help) {
  console.log(usage)
  process.exit(0)
}
const wanted = Number(asked.people)
if (!Number.isInteger(wanted) || wanted < 1)
  fail(`--people is « ${asked.people} »: a whole number from 1 is needed`)
const minutes = asked.minutes === undefined ? Number.POSITIVE_INFINITY : Number(asked.minutes)
if (!(minutes > 0)) fail(`--minutes is « ${asked.minutes} »: a number above 0 is needed`)

const accessPath = asked.access ?? join(process.env.ESTRADE_DATA ?? 'data', 'demo-access.json')
let access
try {
  access = JSON.parse(readFileSync(accessPath, 'utf8'))
} catch {
  if (!asked.trainer)
    fail(
      `no credentials in ${accessPath}: start the server on an empty folder, or give --trainer and --password`,
    )
}
const url = (asked.url ?? access?.url ?? `http://localhost:${process.env.PORT ?? 4600}`).replace(/\/$/, '')
const classId = asked.class ?? access?.class.id
if (!classId) fail('which class? give --class')

/** The demo's own credentials for the demo class; fresh ones, made by the trainer, for any other. */
async function credentials() {
  if (access && access.class.id === classId) return access.participants
  const login = asked.trainer ?? access.trainer.login
  const trainer = await signIn(url, login, asked.password ?? access.trainer.password)
  const { roster } = await classInfo(trainer, classId)
  const personIds = Object.entries(roster)
    .filter(([, { role }]) => role === 'participant')
    .slice(0, wanted)
    .map(([personId]) => personId)
  const answer = await api(trainer, `/api/classes/${classId}/credentials`, { body: { personIds } })
  if (!answer.ok) fail(`no credentials could be made for ${classId}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()).credentials
}

/** The right answers of every practice case in the courses: what somebody who reads the documents would find. */
async function readDocuments() {
  const courses = await Promise.all(readdirSync('slides').map((name) => loadCourse(join('slides', name))))
  const cases = courses
    .flatMap((result) => (result.ok ? Object.values(result.course.activities) : []))
    .filter(({ kind }) => kind === 'scenario')
  return new Map(cases.map(({ title, model }) => [title, model.values]))
}

const knows = await readDocuments()
const random = seededRandom(Number(asked.seed))
const everyone = await credentials().catch((error) => fail(error.message))
const people = everyone.slice(0, wanted)
if (people.length < wanted)
  console.log(`estrade · the class has ${people.length} participants, not ${wanted}`)

const tally = newTally()
const present = []
let stopping = false

async function arrive(who, index) {
  // Most come within ten seconds, the last one a minute late.
  const late = index === people.length - 1 && people.length > 2
  await new Promise((resolve) => setTimeout(resolve, late ? 60_000 : random() * 10_000))
  if (stopping) return
  const person = await joinClass(await signIn(url, who.login, who.password), classId)
  const habits = {
    random,
    thinkMs: [1_500, 12_000],
    changes: 0.15,
    dropsPerMinute: index % 4 === 3 ? 0.5 : 0.05,
    awayMs: [3_000, 25_000],
    knows,
  }
  present.push({ person, quiet: behave(person, habits, tally) })
  console.log(`estrade · ${person.name} is here${late ? ' (late)' : ''}`)
}

function report() {
  const online = present.filter(({ person }) => person.socket.connected).length
  const sorted = [...tally.ackMs].sort((a, b) => a - b)
  const p95 = sorted.length > 0 ? `${Math.round(sorted[Math.floor(sorted.length * 0.95)])} ms` : '–'
  const done = [
    `${tally.answered} answers`,
    `${tally.submitted} handed in`,
    `${tally.written} texts`,
    `${tally.filled} fields`,
    `${tally.supported} votes`,
    `${tally.caughtUp} caught up`,
    `${tally.changed} changed`,
    `${tally.refused} refused`,
  ].join(', ')
  console.log(
    `estrade · ${online}/${people.length} connected · ${done} · ${tally.drops} drops · stored p95 ${p95}`,
  )
}

function finish(why) {
  if (stopping) return
  stopping = true
  clearInterval(clock)
  report()
  for (const { person, quiet } of present) {
    quiet()
    person.close()
  }
  console.log(`estrade · rehearsal over: ${why}`)
  process.exit(0)
}

const startedAt = Date.now()
const clock = setInterval(() => {
  const ended = present.length > 0 && present.every(({ person }) => person.view()?.everyone.phase === 'ended')
  if (ended) finish('the class has ended')
  else if (Date.now() - startedAt > minutes * 60_000) finish(`${minutes} minutes have passed`)
  else if (Math.round((Date.now() - startedAt) / 1000) % 10 === 0) report()
}, 1_000)
process.on('SIGINT', () => finish('interrupted'))
process.on('SIGTERM', () => finish('interrupted'))
for (const [index, who] of people.entries()) {
  arrive(who, index).catch((error) => console.error(`estrade · ${who.name} could not join: ${error.message}`))
}

/** The first run: a demonstration class on an empty database, and the link of the first organiser. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { HalfDay } from '#shared/api.ts'
import type { App } from './app.ts'
import { validUntil } from './http/access.ts'
import { inviteFirst } from './http/account-links.ts'
import { makeId, makePassword } from './http/credentials.ts'
import { makeClass } from './http/make-class.ts'

const COURSE_ID = 'chorus-pro'
const TIME_ZONE = 'Europe/Paris'
const TRAINER = { name: 'Hélène Roussel', email: 'formatrice@exemple.fr' }

/** Fictional people. */
const PARTICIPANTS = [
  { name: 'Bernard Chauvin', email: 'bernard.chauvin@exemple.fr' },
  { name: 'Corinne Estèbe', email: 'corinne.estebe@exemple.fr' },
  { name: 'Łucja Nowak', email: 'lucja.nowak@exemple.fr' },
  { name: 'Nadia Belkacem', email: 'nadia.belkacem@exemple.fr' },
  { name: 'Aïcha Diarra', email: 'aicha.diarra@exemple.fr' },
  { name: 'Jean-Luc Fabre', email: 'jean-luc.fabre@exemple.fr' },
  { name: 'Paulo Ferreira', email: 'paulo.ferreira@exemple.fr' },
  { name: 'Marie-Noëlle Guéguen', email: 'marie-noelle.gueguen@exemple.fr' },
  { name: 'Thierry Lacaze', email: 'thierry.lacaze@exemple.fr' },
  { name: 'Sylvie Marchetti', email: 'sylvie.marchetti@exemple.fr' },
  { name: 'Karim Oualid', email: 'karim.oualid@exemple.fr' },
  { name: 'Élodie Vasseur', email: 'elodie.vasseur@exemple.fr' },
]

const secret = z.object({ login: z.string(), password: z.string() })
const demoAccess = z.object({
  url: z.string(),
  class: z.object({ id: z.string(), code: z.string() }),
  trainer: secret,
  participants: z.array(secret.extend({ name: z.string() })),
})

/** What demo-access.json holds: the only passwords that are kept readable, until the class ends. */
export type DemoAccess = z.infer<typeof demoAccess>

/** What there is to tell whoever starts the server. `organiser`: the link of the first organiser, until there is one. */
export type FirstRun = { demo?: DemoAccess; organiser?: { link: string; expiresAt: number } }

/** Makes what an empty database needs, once; finds the demonstration again on later starts. */
export async function firstRun(app: App): Promise<FirstRun> {
  const { config, live, store } = app
  let running: string | undefined
  live.onEnded((classId) => {
    if (classId === running) void forget(app)
  })

  if ((await store.people.count()) > 0) {
    const demo = await existing(app)
    running = demo?.class.id
    return { demo, organiser: await inviteFirst(app, addressOf(app)) }
  }
  const organiser = await inviteFirst(app, addressOf(app))
  if (!config.demo) return { organiser }
  const { personId, ...trainer } = await createTrainer(app)
  const demo = await createDemo(app, personId, trainer)
  running = demo.class.id
  return { demo, organiser }
}

const fileOf = ({ config }: App) => join(config.dataDir, 'demo-access.json')
const forget = (app: App) => rm(fileOf(app), { force: true })

/** The demonstration made earlier. One whose day went by unused is given a class of today. */
async function existing(app: App): Promise<DemoAccess | undefined> {
  const { store, now } = app
  const demo = await read(app)
  if (!demo) return undefined
  const klass = await store.classes.get(demo.class.id)
  if (!klass || klass.phase === 'ended') {
    await forget(app)
    return undefined
  }
  if (klass.phase === 'lobby' && validUntil(klass) <= now()) {
    return createDemo(app, klass.createdBy, demo.trainer)
  }
  const url = addressOf(app)
  return url === demo.url ? demo : write(app, { ...demo, url })
}

async function createTrainer({ store, passwords }: App) {
  const { name, email } = TRAINER
  const personId = makeId()
  const password = makePassword()
  const passwordHash = await passwords.hash(email, password, 'generated')
  await store.people.createAccount({ id: personId, name, email }, 'trainer')
  await store.people.setPassword({ personId, passwordHash })
  return { personId, login: email, password }
}

async function createDemo(app: App, trainerId: string, trainer: DemoAccess['trainer']): Promise<DemoAccess> {
  const { id, code, credentials } = await makeClass(app, {
    courseId: COURSE_ID,
    title: app.library.get(COURSE_ID)?.course.title ?? 'Formation Chorus Pro',
    halfDays: halfDaysOf(app.now()),
    timeZone: TIME_ZONE,
    trainerId,
    people: PARTICIPANTS,
    base: addressOf(app),
  })
  return write(app, {
    url: addressOf(app),
    class: { id, code },
    trainer,
    participants: credentials.map(({ name, login, password }) => ({ name, login, password })),
  })
}

const addressOf = ({ config, url }: App) => config.publicUrl ?? url

async function read(app: App): Promise<DemoAccess | undefined> {
  try {
    return demoAccess.parse(JSON.parse(await readFile(fileOf(app), 'utf8')))
  } catch {
    return undefined
  }
}

/** Whole or not at all, and readable by its owner alone. */
async function write(app: App, demo: DemoAccess): Promise<DemoAccess> {
  const file = fileOf(app)
  await mkdir(app.config.dataDir, { recursive: true })
  await writeFile(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return demo
}

/** Today's morning and afternoon in the class's time zone. */
function halfDaysOf(now: number): HalfDay[] {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(now)
  return [
    { id: 'h1', startsAt: zoned(day, '09:00'), endsAt: zoned(day, '12:30') },
    { id: 'h2', startsAt: zoned(day, '13:30'), endsAt: zoned(day, '17:00') },
  ]
}

/** The instant (ms) a clock of TIME_ZONE shows `time` (hh:mm) on `day` (yyyy-mm-dd), away from clock changes. */
function zoned(day: string, time: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const offset = Date.parse(`${shown.format(asUtc).replace(' ', 'T')}Z`) - asUtc
  return asUtc - offset
}

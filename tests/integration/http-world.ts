/** A real server on port 0 with two classes of two trainers, and browsers that keep cookies. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { makeClass } from '#server/http/make-class.ts'
import type { AccountRole } from '#server/store/index.ts'
import type { Credential } from '#shared/api.ts'

export const HOUR = 3_600_000

const COURSE = `titre: "Petite formation"
organisme: "Organisme d’essai"
langue: fr
objectifs:
  - { id: o1, texte: "Savoir entrer" }
sections:
  - { id: s1, titre: "Pour commencer", court: "Début", minutes: 12, objectifs: [o1] }
`

const DECK = `---
marp: true
---
<!-- _section: s1 -->
# Première
<!-- note-secrète-1 -->

---

# Deuxième

---

# Troisième

---

# Quatrième
<!-- note-secrète-4 -->
`

/** A folder with the small course under `id`. */
export async function courseFolder(id = 'petite'): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'estrade-courses-'))
  await mkdir(join(root, id))
  await writeFile(join(root, id, 'course.yaml'), COURSE)
  await writeFile(join(root, id, 'deck.md'), DECK)
  return root
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
export type Reply = { status: number; headers: Headers; text: string; body: any }
type Init = { as?: string; headers?: Record<string, string>; raw?: string }

/** A browser: keeps the cookies of every login made with it. */
export function browser(url: string) {
  const cookies = new Map<string, string>()
  async function call(
    method: string,
    path: string,
    body: unknown,
    { as, headers, raw }: Init,
  ): Promise<Reply> {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
        ...(cookies.size > 0 ? { Cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
        ...(as ? { 'X-Estrade-As': as } : {}),
        ...headers,
      },
      body: method === 'POST' ? (raw ?? JSON.stringify(body)) : undefined,
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value) cookies.set(name!, value)
      else cookies.delete(name!)
    }
    const text = await response.text()
    const json = response.headers.get('content-type')?.startsWith('application/json') && text !== ''
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: json ? JSON.parse(text) : undefined,
    }
  }
  return {
    cookies,
    get: (path: string, init: Init = {}) => call('GET', path, undefined, init),
    post: (path: string, body: unknown = {}, init: Init = {}) => call('POST', path, body, init),
    async signIn({ login, password }: { login: string; password: string }): Promise<Reply> {
      const reply = await call('POST', '/api/login', { login, password }, {})
      if (reply.status !== 200) throw new Error(`sign-in refused: ${reply.text}`)
      return reply
    },
  }
}
export type Browser = ReturnType<typeof browser>

export async function openWorld(env: Record<string, string> = {}, now?: () => number) {
  const courses = await courseFolder()
  const dataDir = await mkdtemp(join(tmpdir(), 'estrade-http-'))
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, ...env })
  const app = await createApp({ config, courses, now, pages: join(dataDir, 'no-pages') })

  async function account(id: string, name: string, role: AccountRole) {
    const login = `${id}@exemple.fr`
    const password = `Mot de passe de ${name}`
    await app.store.people.create({ id, name, email: login })
    await app.store.people.setAccountRole(id, role)
    const passwordHash = await app.passwords.hash(login, password, 'chosen')
    await app.store.people.setPassword({ personId: id, passwordHash })
    return { personId: id, login, password }
  }

  const startsAt = (now?.() ?? Date.now()) - HOUR
  const classOf = (title: string, trainerId: string, names: string[]) =>
    makeClass(app, {
      courseId: 'petite',
      title,
      halfDays: [{ id: 'h1', startsAt, endsAt: startsAt + 4 * HOUR }],
      timeZone: 'Europe/Paris',
      trainerId,
      people: names.map((name) => ({ name, email: `${name.toLowerCase()}@exemple.fr` })),
      base: app.url,
    })

  const trainer = await account('trainer1', 'Hélène', 'trainer')
  const otherTrainer = await account('trainer2', 'Hugo', 'trainer')
  const organiser = await account('organiser1', 'Odile', 'organiser')
  const first = await classOf('Première séance', trainer.personId, ['Ana', 'Bob'])
  const second = await classOf('Autre séance', otherTrainer.personId, ['Zoe'])
  const [ana, bob] = first.credentials as [Credential, Credential]
  const [zoe] = second.credentials as [Credential]

  return {
    app,
    url: app.url,
    dataDir,
    trainer,
    otherTrainer,
    organiser,
    first,
    second,
    ana,
    bob,
    zoe,
    async close() {
      await app.close()
      await Promise.all([dataDir, courses].map((folder) => rm(folder, { recursive: true, force: true })))
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

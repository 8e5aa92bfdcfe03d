/** The demonstration class in this process, with a co-trainer besides: for tests that need more than its twelve people. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { type DemoAccess, firstRun } from '#server/demo.ts'

export type Demo = {
  app: App
  url: string
  access: DemoAccess
  cotrainer: { personId: string; name: string; login: string; password: string }
  close(): Promise<void>
}

export async function startDemo(env: Record<string, string> = {}): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'estrade-demo-'))
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, ...env })
  let access: DemoAccess | undefined
  const app = await createApp({
    config,
    prepare: async (opened) => {
      access = (await firstRun(opened)).demo
    },
  })
  const cotrainer = {
    personId: 'cotrainer',
    name: 'Paul Mercier',
    login: 'paul.mercier@exemple.fr',
    password: 'Mot de passe de Paul',
  }
  const { personId, name, login, password } = cotrainer
  const { people } = app.store
  await people.create({ id: personId, name, email: login })
  await people.setAccountRole(personId, 'trainer')
  await people.setPassword({ personId, passwordHash: await app.passwords.hash(login, password, 'chosen') })
  await people.enrol({ classId: access!.class.id, personId, role: 'cotrainer' })
  await app.live.enrolled(access!.class.id)
  return {
    app,
    url: app.url,
    access: access!,
    cotrainer,
    async close() {
      await app.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

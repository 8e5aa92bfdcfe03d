/** Logins that ended, too many of them, and screens opened without end. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { api, join, type Login, signIn } from '#tests/support/client.ts'
import { pause } from '#tests/support/server.ts'
import { browser, openWorld, type World } from './http-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('signing out cuts the sockets of that login, not those of the same person elsewhere', async () => {
  const sign = () => signIn(world.url, world.bob.login, world.bob.password)
  const [here, elsewhere] = [await sign(), await sign()]
  const [left, stays] = [await join(here, world.first.id), await join(elsewhere, world.first.id)]
  const cut = new Promise((resolve) => left.socket.once('disconnect', resolve))
  expect((await api(here, '/api/logout', { body: {} })).status).toBe(204)
  expect(await cut).toBe('io server disconnect')
  await pause(100)
  expect(stays.socket.connected).toBe(true)
  await expect(join(here, world.first.id)).rejects.toMatchObject({ code: 'login' })
  for (const one of [left, stays]) one.close()
})

it('a screen opens at most twelve sockets', async () => {
  const trainer = await signIn(world.url, world.trainer.login, world.trainer.password)
  const { url } = (await (
    await api(trainer, `/api/classes/${world.first.id}/stage-link`, { body: {} })
  ).json()) as { url: string }
  const tab = browser(world.url)
  const reply = await tab.post('/api/stage-login', { token: url.split('#t=')[1] })
  const cookie = [...tab.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const screen = { ...reply.body, url: world.url, cookie } as Login
  const screens = []
  for (let i = 0; i < 15; i++) screens.push(await join(screen, world.first.id, { transports: ['websocket'] }))
  await pause(200)
  expect(screens.filter(({ socket }) => socket.connected)).toHaveLength(12)
  for (const one of screens) one.close()
})

it('looks at 32 logins of a browser at most', async () => {
  const tab = browser(world.url)
  let lookups = 0
  const { logins } = world.app.store
  const { byTokenHash } = logins
  logins.byTokenHash = (hash) => {
    lookups++
    return byTokenHash(hash)
  }
  for (let i = 0; i < 200; i++) tab.cookies.set(`estrade-${i}`, 'A'.repeat(43))
  tab.cookies.set('estrade-short', 'A')
  expect((await tab.get('/api/me')).body.logins).toEqual([])
  logins.byTokenHash = byTokenHash
  expect(lookups).toBe(32)
})

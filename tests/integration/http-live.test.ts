/** Where HTTP and the live class meet: slides open as they are shown, and a dead login is cut off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { join, signIn } from '#tests/support/client.ts'
import { browser, openWorld, type World } from './http-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('slides of a live class', () => {
  it('are given up to the one after the highest shown, and kept when the trainer goes back', async () => {
    const tab = browser(world.url)
    await tab.signIn(world.ana)
    const path = `/api/classes/${world.first.id}`
    const { hash } = (await tab.get(`${path}/deck`)).body
    const given = async () => {
      const replies = await Promise.all([1, 2, 3, 4].map((n) => tab.get(`${path}/slides/${hash}/${n}`)))
      return replies.map(({ status }) => status)
    }
    const trainer = await join(
      await signIn(world.url, world.trainer.login, world.trainer.password),
      world.first.id,
    )
    expect(await given()).toEqual([200, 404, 404, 404])
    await trainer.must('class.start', {})
    expect(await given()).toEqual([200, 200, 404, 404])
    await trainer.must('stage.show', { slide: 2 })
    expect(await given()).toEqual([200, 200, 200, 404])
    await trainer.must('stage.show', { slide: 1 })
    expect(await given()).toEqual([200, 200, 200, 404])
    trainer.close()
  })
})

describe('a password issued again', () => {
  it('cuts the sockets of the old one', async () => {
    const bob = await join(await signIn(world.url, world.bob.login, world.bob.password), world.first.id)
    const cut = new Promise((resolve) => bob.socket.once('disconnect', resolve))
    const trainer = browser(world.url)
    await trainer.signIn(world.trainer)
    const path = `/api/classes/${world.first.id}/credentials`
    const { body } = await trainer.post(path, { personIds: [world.bob.personId] })
    await cut
    const refused = new Promise<{ data?: { code?: string } }>((resolve) =>
      bob.socket.once('connect_error', resolve as (error: Error) => void),
    )
    bob.socket.connect()
    expect((await refused).data?.code).toBe('login')
    bob.close()
    const again = await join(
      await signIn(world.url, body.credentials[0].login, body.credentials[0].password),
      world.first.id,
    )
    again.close()
  })
})

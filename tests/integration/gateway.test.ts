/** What a socket may send and who may open one, on the real server: the sender is told, nobody else is disturbed. */
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { join, joinAs, type Login, type Person, signIn } from '#tests/support/client.ts'
import { pause, startServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let trainer: Person
let alice: Person
let bruno: Person
let aliceLogin: Login
let classId: string

beforeAll(async () => {
  server = await startServer()
  const { access } = server
  classId = access.class.id
  aliceLogin = await signIn(server.url, access.participants[0]!.login, access.participants[0]!.password)
  trainer = await joinAs(server.url, access.trainer, classId)
  alice = await join(aliceLogin, classId)
  bruno = await joinAs(server.url, access.participants[1]!, classId)
  await trainer.must('class.start')
})

afterAll(async () => {
  for (const one of [trainer, alice, bruno]) one?.close()
  await server?.stop()
})

/** The slide or activity on stage keeps moving for bruno, whatever alice does. */
async function nobodyElseIsDisturbed() {
  await trainer.must('stage.show', { slide: 1 })
  await bruno.until((view) => 'slide' in view.everyone.stage && view.everyone.stage.slide === 1)
  await trainer.must('stage.show', { slide: 2 })
  await bruno.until((view) => 'slide' in view.everyone.stage && view.everyone.stage.slide === 2)
  expect(bruno.socket.connected).toBe(true)
}

type Raw = {
  emit(event: string, ...args: unknown[]): unknown
  emitWithAck(event: string, ...args: unknown[]): Promise<unknown>
}
const raw = (person: Person) => person.socket as unknown as Raw

describe('commands that are not commands', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'plan.next'],
    ['a list', [1, 2]],
    ['no id', { type: 'class.start', payload: {} }],
    ['a number for a type', { id: 'x', type: 3, payload: {} }],
    ['an id with a NUL', { id: 'a\u0000', type: 'plan.next', payload: {} }],
    ['an unknown key', { id: 'x', type: 'class.start', payload: {}, role: 'trainer' }],
    ['a prototype', JSON.parse('{"id":"x","type":"plan.next","payload":{},"__proto__":{"role":"trainer"}}')],
  ])('%s', async (_, command) => {
    const ack = await raw(alice).emitWithAck('command', command)
    expect(ack).toMatchObject({ ok: false, error: { reason: expect.stringMatching(/.{5,}/) } })
    await nobodyElseIsDisturbed()
  })

  test('an unknown type is not found; a trainer’s command is forbidden to a participant', async () => {
    expect(await alice.do('plan.jump')).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await alice.do('plan.next')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await alice.do('people.sync', { people: {} })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
  })

  test('a text over the limit is refused by name', async () => {
    const definition = {
      title: 'x'.repeat(500),
      text: 'y',
      type: 'single',
      options: [],
      named: true,
      results: 'live',
    }
    const ack = await trainer.do('activity.ask', { kind: 'poll', definition })
    expect(ack).toMatchObject({
      ok: false,
      error: { code: 'invalid', reason: expect.stringContaining('title') },
    })
  })

  test('a command between 64 KiB and the frame limit is refused, the socket stays', async () => {
    const ack = await alice.do('plan.next', { at: 'x'.repeat(70_000) })
    expect(ack).toMatchObject({
      ok: false,
      error: { code: 'invalid', reason: expect.stringContaining('65536') },
    })
    expect(alice.socket.connected).toBe(true)
  })

  test('events without an ack, with wrong arguments or unknown do nothing', async () => {
    const { socket } = alice
    raw(alice).emit('command', { id: 'x' })
    raw(alice).emit('command')
    raw(alice).emit('resume', 'hier', 42)
    raw(alice).emit('clock', 'now', 'then')
    raw(alice).emit('pointer', null)
    raw(alice).emit('signal', { anything: true })
    raw(alice).emit('delta', { from: null, to: 9, patch: {} })
    await pause(100)
    expect(socket.connected).toBe(true)
    await nobodyElseIsDisturbed()
  })
})

describe('frames that are not frames', () => {
  const open = async (): Promise<WebSocket> => {
    const address = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&class=${classId}`
    const ws = new WebSocket(address, { headers: { cookie: aliceLogin.cookie, origin: server.url } })
    await new Promise((resolve, reject) => {
      ws.once('open', resolve)
      ws.once('error', reject)
    })
    ws.send('40')
    return ws
  }
  const closed = (ws: WebSocket) =>
    new Promise<boolean>((resolve) => {
      if (ws.readyState === WebSocket.CLOSED) return resolve(true)
      ws.once('close', () => resolve(true))
      setTimeout(() => resolve(false), 3000)
    })

  test('a frame over the limit closes its socket alone', async () => {
    const ws = await open()
    ws.on('error', () => undefined)
    ws.send(`42["command",{"id":"${'x'.repeat(200_000)}"}]`)
    expect(await closed(ws)).toBe(true)
    await nobodyElseIsDisturbed()
  })

  test.each([
    '42[',
    '42["command"',
    '9',
    '',
    '51-["command"]',
    '42{}',
    '4',
    '2probe',
    '\u0000',
    '451-["x",{"_placeholder":true,"num":9}]',
  ])('the packet %j disturbs nobody', async (packet) => {
    const ws = await open()
    ws.on('error', () => undefined)
    ws.send(packet)
    await pause(50)
    ws.terminate()
    await nobodyElseIsDisturbed()
  })
})

describe('the handshake', () => {
  const refusedWith = (query: Record<string, string>, headers: Record<string, string>) =>
    new Promise<string | undefined>((resolve) => {
      const socket = io(server.url, {
        query,
        extraHeaders: headers,
        forceNew: true,
        reconnection: false,
        transports: ['websocket'],
      })
      socket.on('connect', () => {
        socket.disconnect()
        resolve(undefined)
      })
      socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
        socket.disconnect()
        resolve(error.data?.code ?? error.message)
      })
    })

  test('without a login, for another class, for another person, from another site', async () => {
    const { cookie } = aliceLogin
    expect(await refusedWith({ class: classId }, {})).toBe('login')
    expect(await refusedWith({ class: classId }, { cookie: 'estrade-x=y' })).toBe('login')
    expect(await refusedWith({ class: 'ailleurs' }, { cookie })).toBe('seat')
    expect(await refusedWith({}, { cookie })).toBe('class')
    expect(await refusedWith({ class: classId, as: trainer.personId }, { cookie })).toBe('login')
    expect(await refusedWith({ class: classId }, { cookie, origin: 'https://ailleurs.exemple' })).toBe(
      'origin',
    )
    expect(await refusedWith({ class: classId }, { cookie, origin: server.url })).toBeUndefined()
  })
})

describe('too much at once', () => {
  test('a flood is told to wait; the others go on', async () => {
    const acks = await Promise.all(
      Array.from({ length: 700 }, (_, i) =>
        raw(alice).emitWithAck('command', { id: `f${i}`, type: 'plan.jump', payload: {} }),
      ),
    )
    const codes = acks.map((ack) => (ack as { error: { code: string } }).error.code)
    expect(codes).toContain('busy')
    await nobodyElseIsDisturbed()
  })
})

describe('the same command again', () => {
  test('gets the same answer and has no second effect', async () => {
    await trainer.must('activity.open', {}, 'p1')
    await bruno.until((view) => view.everyone.activities.p1?.phase === 'open')
    const first = await bruno.do('activity.do', { type: 'answer', choice: ['a'] }, 'p1', 'same-id')
    const second = await bruno.do('activity.do', { type: 'answer', choice: ['b'] }, 'p1', 'same-id')
    expect(second).toEqual(first)
    const view = await trainer.until((v) => v.trainer?.activities.p1?.answered[bruno.personId] === true)
    expect(view.trainer?.activities.p1?.answers?.[bruno.personId]).toMatchObject({ choice: ['a'] })
  })
})

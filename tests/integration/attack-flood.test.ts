/** Sockets that send too much, or ask without reading: they are cut, and nobody else notices. */
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { joinAs, type Login, type Person, signIn } from '#tests/support/client.ts'
import { pause, startServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let trainer: Person
let alice: Login

beforeAll(async () => {
  server = await startServer()
  const { access, url } = server
  trainer = await joinAs(url, access.trainer, access.class.id)
  await trainer.must('class.start')
  alice = await signIn(url, access.participants[0]!.login, access.participants[0]!.password)
})

afterAll(async () => {
  trainer?.close()
  await server?.stop()
})

async function openSocket(): Promise<WebSocket> {
  const { url, access } = server
  const query = `EIO=4&transport=websocket&class=${access.class.id}&as=${alice.personId}`
  const headers = { cookie: alice.cookie, origin: url }
  const ws = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?${query}`, { headers })
  ws.on('error', () => undefined)
  await new Promise((resolve) => ws.once('message', resolve))
  ws.send('40')
  await new Promise((resolve) => ws.once('message', resolve))
  return ws
}

function residentMegabytes(): number {
  const status = readFileSync(`/proc/${server.pid()}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024
}

const command = (data: string) => `421["command",{"id":"x","type":"plan.jump","payload":"${data}"}]`

test.each<[string, boolean, (ws: WebSocket) => void]>([
  ['pings whose answers are not read', false, (ws) => ws.ping('x'.repeat(120))],
  ['commands whose answers are not read', false, (ws) => ws.send(command(''))],
  ['whole views that are not read', false, (ws) => ws.send('42["resume",null,""]')],
  ['commands', true, (ws) => ws.send(command(''))],
  ['long commands', true, (ws) => ws.send(command('x'.repeat(60_000)))],
  ['events nobody knows', true, (ws) => ws.send('42["nothing",1]')],
])('a flood of %s is cut', async (_, reads, send) => {
  const ws = await openSocket()
  const wire = (ws as unknown as { _socket: Socket })._socket
  // Closing needs reading: what counts is that the server no longer takes anything in.
  let failed = false
  wire.on('error', () => {
    failed = true
  })
  wire.on('close', () => {
    failed = true
  })
  if (!reads) wire.pause()
  const before = residentMegabytes()
  const until = Date.now() + 4000
  while (!failed && Date.now() < until) {
    if (wire.writableLength < 1_000_000) for (let i = 0; i < 100 && ws.readyState === 1; i++) send(ws)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(failed, 'still open after four seconds').toBe(true)
  expect(residentMegabytes() - before).toBeLessThan(60)
  ws.terminate()

  const asked = performance.now()
  await trainer.socket.timeout(2000).emitWithAck('clock', undefined)
  expect(performance.now() - asked).toBeLessThan(1000)
  await pause(100)
})

/** The start as whoever runs the server sees it: what is printed, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'estrade-start-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

function start(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout!.on('data', (chunk) => {
    out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, out: () => out, err: () => err }
}

describe('starting', () => {
  it.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'abc' }, /^PORT: got "abc", wants [^\n]+\n$/],
    [{ PUBLIC_URL: 'exemple' }, /^PUBLIC_URL: got "exemple", wants [^\n]+\n$/],
    [{ HOST: '203.0.113.7' }, /^HOST: got "203.0.113.7", wants [^\n]+\n$/],
  ])('stops with one line for %j', async (env, line) => {
    const server = start(env)
    expect(await server.ended).toBe(1)
    expect(server.err()).toMatch(line)
    expect(server.out()).toBe('')
  })

  it('stops with one line when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const port = String((other.address() as AddressInfo).port)
    const server = start({ PORT: port })
    expect(await server.ended).toBe(1)
    expect(server.err()).toMatch(new RegExp(`^PORT: got "${port}", wants a free port[^\\n]+\\n$`))
    other.close()
  })

  it('stops with one line when the folder cannot be one', async () => {
    const file = join(dataDir, 'a-file')
    await writeFile(file, '')
    const server = start({ ESTRADE_DATA: join(file, 'data') })
    expect(await server.ended).toBe(1)
    expect(server.err()).toMatch(/^ESTRADE_DATA: got "[^\n]+\n$/)
  })

  it('stops with one line when the database does not answer', async () => {
    const server = start({ DATABASE_URL: 'postgres://estrade:hunter2@127.0.0.1:9/estrade' })
    expect(await server.ended).toBe(1)
    expect(server.err()).toMatch(/^DATABASE_URL: got [^\n]+\n$/)
    expect(server.err()).not.toContain('hunter2')
  })

  it('says where it is and how to enter, keeps others off its data, and ends in peace', async () => {
    const server = start({})
    await expect.poll(server.out, { timeout: 30_000 }).toContain('demo-access.json')
    const lines = server.out().split('\n')
    expect(lines.filter((line) => /http:\/\/127\.0\.0\.1:\d+$/.test(line))).toHaveLength(1)
    expect(lines.filter((line) => /^ +http:\/\/127\.0\.0\.1:\d+\/compte#t=\S+$/.test(line))).toHaveLength(1)
    const credentials = lines.filter((line) => /@exemple\.fr +\w{4}-\w{4}-\w{4}$/.test(line))
    expect(credentials).toHaveLength(4)
    expect(credentials[0]).toContain('formatrice@exemple.fr')

    const second = start({})
    expect(await second.ended).toBe(1)
    expect(second.err()).toMatch(/^ESTRADE_DATA: got "[^\n]+\n$/)

    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(server.err()).toBe('')
  })

  it('ends when npm, which started it, was ended', async () => {
    const server = spawn('sh', ['-c', `"${process.execPath}" server/main.ts & echo pid $!; wait`], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        HOST: '127.0.0.1',
        ESTRADE_DATA: dataDir,
        npm_lifecycle_event: 'start',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let out = ''
    server.stdout.on('data', (chunk) => {
      out += chunk
    })
    await expect.poll(() => out, { timeout: 30_000 }).toContain('demo-access.json')
    const pid = Number(/^pid (\d+)$/m.exec(out)![1])
    server.kill('SIGTERM')
    const runs = () => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    }
    await expect.poll(runs, { timeout: 10_000 }).toBe(false)
  })
})

/** The real server as a child process on a temporary data folder: killed, restarted, read from outside only. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DemoAccess } from '#server/demo.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type TestServer = {
  url: string
  port: number
  dataDir: string
  /** The demo class and its credentials, read when the server first answered. */
  access: DemoAccess
  pid(): number
  /** Everything the server has written so far. */
  output(): string
  /** Ends the process as a crash would (SIGKILL by default) and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts again on the same port and data; resolves once it answers. */
  restart(): Promise<void>
  /** Ends the process and removes the data folder, unless the caller brought it. */
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 45_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the server ended while starting (code ${child.exitCode}):\n${output()}`)
    }
    const healthy = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await pause(40)
  }
  throw new Error(`the server did not answer within 45 s:\n${output()}`)
}

/** The demo class is made once the server listens, so a moment after its first answer. */
async function demoAccess(path: string): Promise<DemoAccess> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(30)) {
    if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as DemoAccess
  }
  throw new Error(`no demonstration class was made within 20 s: ${path} is missing`)
}

/** `env` is added to the server's environment; `dataDir` is kept at the end when given. */
export async function startServer(
  options: { dataDir?: string; port?: number; env?: Record<string, string> } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'estrade-')))
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const withDemo = options.env?.ESTRADE_DEMO !== '0' && !existsSync(join(dataDir, 'estrade.db'))
  let child: ChildProcess | undefined
  let written = ''

  async function boot() {
    const started = spawn(process.execPath, ['server/main.ts'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        ESTRADE_DATA: dataDir,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        written = (written + chunk.toString()).slice(-200_000)
      })
    }
    await untilHealthy(url, started, () => written)
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL') {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    await gone
  }

  try {
    await boot()
  } catch (error) {
    await kill()
    throw error
  }
  const access = withDemo ? await demoAccess(join(dataDir, 'demo-access.json')) : undefined

  return {
    url,
    port,
    dataDir,
    get access() {
      if (!access)
        throw new Error(`no demo-access.json in ${dataDir}: was ESTRADE_DEMO=0, or the folder not new?`)
      return access
    },
    pid: () => child?.pid ?? 0,
    output: () => written,
    kill,
    restart: boot,
    async stop() {
      await kill('SIGTERM')
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

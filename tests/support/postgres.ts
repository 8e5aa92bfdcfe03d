import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

export type TestDatabase = {
  /** Of an empty database nobody else uses. */
  url: string
  stop(): Promise<void>
}

/** To be shown where tests are skipped. */
export const NO_POSTGRES = 'no PostgreSQL on this machine: install it or set DATABASE_URL_TEST'

/**
 * An empty PostgreSQL database: on the server of DATABASE_URL_TEST, else on a throw-away local cluster. Undefined
 * when there is neither, after saying so.
 */
export async function postgresForTests(): Promise<TestDatabase | undefined> {
  const server = process.env.DATABASE_URL_TEST
  if (server) return databaseOn(server)
  const programs = findPrograms()
  if (programs) return startCluster(programs)
  console.warn(`PostgreSQL tests skipped: ${NO_POSTGRES}`)
  return undefined
}

async function databaseOn(server: string): Promise<TestDatabase> {
  const name = `estrade_test_${randomBytes(6).toString('hex')}`
  await query(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    stop: () => query(server, `drop database ${name} with (force)`),
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

type Programs = { initdb: string; postgres: string }

/** Debian keeps the server's programs out of the PATH, one folder per version: the newest that is whole. */
function findPrograms(): Programs | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a))
    : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders
    .map((folder) => ({ initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }))
    .find(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres))
}

/** PostgreSQL refuses to run as root: whom to run it as instead. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const name = spawnSync('id', ['-u', 'postgres']).status === 0 ? 'postgres' : 'nobody'
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function startCluster({ initdb, postgres }: Programs): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'estrade-pg-'))
  const user = serverUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const remove = () => rmSync(folder, { recursive: true, force: true })

  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'estrade', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { cwd: folder, encoding: 'utf8', ...user },
  )
  if (made.status !== 0) {
    remove()
    throw new Error(`${initdb} failed: ${made.error?.message ?? made.stderr}`)
  }

  // Reached by a socket in its own folder only: no port to choose. Nothing here is worth a wait for the disk.
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    shared_buffers: '16MB',
    max_connections: '60',
  }
  const server = spawn(
    postgres,
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...user },
  )
  let said = ''
  server.stderr.on('data', (text) => {
    said = (said + text).slice(-4000)
  })
  const over = new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
    server.once('error', () => resolve())
  })
  const killAtExit = () => {
    server.kill('SIGQUIT')
    remove()
  }
  process.once('exit', killAtExit)
  const stop = async () => {
    process.off('exit', killAtExit)
    // Immediate shutdown: what is in there will not be read again.
    server.kill('SIGQUIT')
    await over
    remove()
  }

  const url = `postgres://estrade@localhost/postgres?host=${encodeURIComponent(folder)}`
  const deadline = Date.now() + 30_000
  for (;;) {
    const failure = await query(url, 'select 1').then(
      () => undefined,
      (error: Error) => error,
    )
    if (failure === undefined) return { url, stop }
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`PostgreSQL did not start: ${failure.message}\n${said}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

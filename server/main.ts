/** Starts the server: reads the environment, opens everything, says where it is and how to enter. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError, readConfig } from './config.ts'
import type { FirstRun } from './demo.ts'

/** Longest wait at the end for what is under way, in ms. */
const CLOSE_MS = 10_000

enableCompileCache(join(fileURLToPath(new URL('..', import.meta.url)), '.cache', 'compiled'))

try {
  await start()
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const [{ createApp }, { firstRun }, { pino }] = await Promise.all([
    import('./app.ts'),
    import('./demo.ts'),
    import('pino'),
  ])
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
  let first: FirstRun = {}
  const app = await createApp({
    config,
    log,
    prepare: async (opened) => {
      first = await firstRun(opened)
    },
  })

  let closing = false
  const stop = () => {
    if (closing) process.exit(1)
    closing = true
    setTimeout(() => process.exit(1), CLOSE_MS).unref()
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'close')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (process.env.npm_lifecycle_event === 'start') whenOrphaned(stop)

  for (const course of app.library.list()) {
    for (const { file, line, column, problem, remedy } of course.problems) {
      console.error(`${file}:${line}:${column} ${problem}. ${remedy}`)
    }
  }
  console.log(greeting(config.publicUrl ?? app.url, config.dataDir, first))
}

/** npm's shell passes no signal on: when npm is ended, all we see is that our parent is another one. */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    then()
  }, 250)
  watch.unref()
}

function greeting(url: string, dataDir: string, { demo, organiser }: FirstRun): string {
  const lines = ['', `  Estrade est ouvert : ${url}`, '']
  if (demo) {
    const people = demo.participants.slice(0, 3)
    const width = Math.max(...[demo.trainer, ...people].map(({ login }) => login.length))
    const row = (who: string, { login, password }: { login: string; password: string }) =>
      `  ${who.padEnd(16)} ${login.padEnd(width)}  ${password}`
    lines.push(row('Formatrice', demo.trainer))
    lines.push(...people.map((person) => row(person.name, person)))
    lines.push('', `  Code de la classe : ${demo.class.code.replace(/^(.{3})/, '$1 ')}`)
    lines.push(`  Tous les accès de démonstration : ${join(dataDir, 'demo-access.json')}`, '')
  }
  if (organiser) {
    lines.push('  Compte responsable à ouvrir (ce lien sert une fois, pendant 24 heures) :')
    lines.push(`  ${organiser.link}`, '')
  }
  return lines.join('\n')
}

/** One line for what whoever starts the server can mend; the whole error for the rest. */
function explain(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return error
  const { PORT = '4600', HOST = '', ESTRADE_DATA = './data', DATABASE_URL } = process.env
  switch (error.code) {
    case 'EADDRINUSE':
      return `PORT: got "${PORT}", wants a free port (another program already listens on it)`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: got "${HOST}", wants an address of this machine`
    case 'EACCES':
      return 'syscall' in error && error.syscall === 'listen'
        ? `PORT: got "${PORT}", wants a port this user may open (1024 or above)`
        : `ESTRADE_DATA: got "${ESTRADE_DATA}", wants a folder this user may write to`
    case 'EPERM':
    case 'ENOSPC':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EROFS':
      return `ESTRADE_DATA: got "${ESTRADE_DATA}", wants a folder this user may write to`
    case 'in-use':
      return `ESTRADE_DATA: got "${ESTRADE_DATA}", wants a folder of its own (${error.message})`
    case 'storage':
    case 'invalid':
      return DATABASE_URL
        ? `DATABASE_URL: got a database that cannot be used, wants one that answers (${error.message})`
        : `ESTRADE_DATA: got "${ESTRADE_DATA}", wants a folder with sound data (${error.message})`
    default:
      return error
  }
}

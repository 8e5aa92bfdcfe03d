/** Puts the parts together: store, courses, live classes, HTTP. Tests run it on port 0 with their own data. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'
import { openLibrary } from './courses/library.ts'
import { createAuth } from './http/auth.ts'
import type { Context } from './http/context.ts'
import { keepFiles } from './http/files.ts'
import { startFollowUps } from './http/follow-ups-due.ts'
import { createPasswords } from './http/passwords.ts'
import { createHttp } from './http/router.ts'
import { createLive } from './live/index.ts'
import { createMailer } from './mail/mailer.ts'
import { startRetention } from './privacy/retention.ts'
import { openStore } from './store/index.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COURSES = `${ROOT}slides`
const PAGES = `${ROOT}dist/client`

/**
 * `courses` and `pages` are folders; `log` is silent unless given; `now` is in ms since 1970. `prepare` is done
 * before the server says that it is ready.
 */
export type AppOptions = {
  config: Config
  now?: () => number
  log?: Logger
  courses?: string
  pages?: string
  prepare?: (app: App) => Promise<void>
}

/** A running server. `url` is where this machine reaches it; `close` finishes what is under way. */
export type App = Context & { url: string; httpServer: Server; close(): Promise<void> }

/** Opens everything and listens. */
export async function createApp(options: AppOptions): Promise<App> {
  const {
    config,
    now = Date.now,
    log = pino({ level: 'silent' }),
    courses = COURSES,
    pages = PAGES,
  } = options
  const version: string = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version
  const build = buildOf(pages)

  const [store, library] = await Promise.all([openStore(config), openLibrary(courses)])
  // Whoever sends a request byte by byte must not hold a connection for long.
  const httpServer = createServer({ headersTimeout: 15_000, requestTimeout: 30_000 })
  const auth = createAuth({ store, secure: config.secure, now })
  const passwords = createPasswords(store.secret)
  const live = await createLive({
    store,
    auth,
    library,
    publicUrl: config.publicUrl,
    databaseUrl: config.databaseUrl,
    build,
    log,
    now,
  })
  const mailer = await createMailer({ store, config, log, now })
  const context: Context = {
    config,
    store,
    library,
    live,
    auth,
    passwords,
    mailer,
    log,
    now,
    version,
    build,
    ready: false,
  }
  httpServer.on('request', createHttp(context, pages))
  // After the ordinary requests' listener: sockets take their own path away from it.
  live.attach(httpServer)

  const keep = () =>
    keepFiles(context).catch((error: unknown) => log.error({ err: error }, 'course files not kept'))
  const stopKeeping = library.onChange(keep)
  const kept = keep()

  let followUps: { close(): void } | undefined
  let retention: { close(): void } | undefined
  async function close(): Promise<void> {
    followUps?.close()
    retention?.close()
    stopKeeping()
    httpServer.close()
    httpServer.closeIdleConnections()
    await live.close()
    await mailer.close()
    httpServer.closeAllConnections()
    await Promise.all([kept, library.close()])
    await store.close()
  }

  try {
    await listen()
    const { port } = httpServer.address() as AddressInfo
    const url = `http://${reachable(config.host)}:${port}`
    const app: App = Object.assign(context, { url, httpServer, close })
    await options.prepare?.(app)
    followUps = startFollowUps(context, config.publicUrl ?? url)
    retention = await startRetention({ store, live, keep: config.keep, now, log })
    context.ready = true
    return app
  } catch (error) {
    await close()
    throw error
  }

  function listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      httpServer.once('error', reject)
      httpServer.listen({ port: config.port, host: config.host }, () => {
        httpServer.off('error', reject)
        resolve()
      })
    })
  }
}

/** Where this machine reaches what listens on `host`. */
function reachable(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** The id of the built pages: clients of another build are told to reload. */
function buildOf(pages: string): string {
  const file = `${pages}/.build.json`
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).build : 'dev'
}

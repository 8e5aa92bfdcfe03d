/** What the routes work with. */
import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import type { Library } from '#server/courses/library.ts'
import type { LiveServer } from '#server/live/index.ts'
import type { Mailer } from '#server/mail/mailer.ts'
import type { Store } from '#server/store/index.ts'
import type { Auth } from './auth.ts'
import type { Passwords } from './passwords.ts'

/**
 * `now` in ms since 1970. `build` is the id of the pages served, `version` that of the package. `ready` turns
 * true once the first run is done.
 */
export type Context = {
  config: Config
  store: Store
  library: Library
  live: LiveServer
  auth: Auth
  passwords: Passwords
  mailer: Mailer
  log: Logger
  now: () => number
  version: string
  build: string
  ready: boolean
}

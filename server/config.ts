/** Everything the server takes from its environment, checked once at start. */
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

/**
 * `publicUrl`, when set, is an origin without a trailing slash; `secure` says that it is https.
 * `dataDir` is absolute. `trustProxy` is the number of reverse proxies in front (0: none is believed).
 */
export type Config = {
  port: number
  host?: string
  dataDir: string
  databaseUrl?: string
  publicUrl?: string
  secure: boolean
  smtpUrl?: string
  mailFrom?: string
  media: 'embedded' | 'off' | 'janus'
  janusUrl?: string
  turnUrl?: string
  turnSecret?: string
  demo: boolean
  metricsToken?: string
  /** How long what a class left behind is kept, in days. */
  keep: { classes: number; words: number }
  trustProxy: number
  logLevel: (typeof LOG_LEVELS)[number]
}

/** A wrong setting: `message` is the one line to print. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

const urlOf = (...protocols: string[]) =>
  z.string().refine((text) => {
    const url = URL.parse(text)
    return url !== null && protocols.includes(url.protocol) && url.hostname !== ''
  })

const origin = urlOf('http:', 'https:').refine((text) => {
  const url = URL.parse(text)
  return url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
})

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((n) => n >= min && n <= max)

/** Each variable: what it must be, said for people, and whether its value must stay out of messages. */
const VARIABLES = {
  PORT: { schema: whole(0, 65535), wants: 'a port number from 0 to 65535', otherwise: '4600' },
  HOST: { schema: z.string().regex(/^[\w.:-]{1,253}$/), wants: 'a host name or an IP address to listen on' },
  ESTRADE_DATA: { schema: z.string().max(1000), wants: 'a folder to keep the data in', otherwise: './data' },
  DATABASE_URL: {
    schema: urlOf('postgres:', 'postgresql:'),
    wants: 'an address such as postgres://user:password@host:5432/estrade',
    secret: true,
  },
  PUBLIC_URL: { schema: origin, wants: 'an address without a path, such as https://classe.exemple.fr' },
  SMTP_URL: {
    schema: urlOf('smtp:', 'smtps:'),
    wants: 'an address such as smtps://user:password@mail.exemple.fr',
    secret: true,
  },
  MAIL_FROM: {
    schema: z.string().regex(/^[^\r\n<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/),
    wants: 'an e-mail address such as Formation <formation@exemple.fr>',
  },
  MEDIA: {
    schema: z.enum(['embedded', 'off', 'janus']),
    wants: 'embedded, off or janus',
    otherwise: 'embedded',
  },
  JANUS_URL: {
    schema: urlOf('http:', 'https:', 'ws:', 'wss:'),
    wants: 'an address such as wss://janus.exemple.fr',
    secret: true,
  },
  TURN_URL: {
    schema: z.string().regex(/^turns?:[\w.[\]:-]+(\?transport=(udp|tcp))?$/),
    wants: 'an address such as turn:turn.exemple.fr:3478',
  },
  TURN_SECRET: { schema: z.string().min(16), wants: 'a secret of at least 16 characters', secret: true },
  ESTRADE_DEMO: { schema: z.enum(['0', '1']), wants: '0 (no demo data) or 1', otherwise: '1' },
  METRICS_TOKEN: { schema: z.string().min(16), wants: 'a token of at least 16 characters', secret: true },
  KEEP_CLASSES_DAYS: {
    schema: whole(1, 36_500),
    wants: 'a number of days from 1 to 36500',
    otherwise: '1826',
  },
  KEEP_WORDS_DAYS: { schema: whole(1, 36_500), wants: 'a number of days from 1 to 36500', otherwise: '365' },
  TRUST_PROXY: {
    schema: whole(0, 10),
    wants: 'how many reverse proxies stand in front, from 0 to 10',
    otherwise: '0',
  },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS), wants: 'silent, error, warn, info or debug', otherwise: 'info' },
} as const satisfies Record<
  string,
  { schema: z.ZodType<unknown, string>; wants: string; otherwise?: string; secret?: true }
>

type Name = keyof typeof VARIABLES

/**
 * Reads the configuration; an empty value counts as unset. Relative folders are resolved from `cwd`.
 * Throws ConfigError whose message names the variable, what it got and what it wants.
 */
export function readConfig(env: Record<string, string | undefined>, cwd = process.cwd()): Config {
  function value<N extends Name>(name: N): z.output<(typeof VARIABLES)[N]['schema']> | undefined {
    const rule = VARIABLES[name]
    const text = env[name]?.trim() || ('otherwise' in rule ? rule.otherwise : undefined)
    if (text === undefined) return undefined
    const parsed = rule.schema.safeParse(text)
    if (!parsed.success) {
      const got = 'secret' in rule ? `a value of ${text.length} characters (hidden)` : JSON.stringify(text)
      throw new ConfigError(`${name}: got ${got}, wants ${rule.wants}`)
    }
    return parsed.data as z.output<(typeof VARIABLES)[N]['schema']>
  }

  const publicUrl = value('PUBLIC_URL')?.replace(/\/$/, '')
  const dataDir = value('ESTRADE_DATA')!
  const config: Config = {
    port: value('PORT')!,
    host: value('HOST'),
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(cwd, dataDir),
    databaseUrl: value('DATABASE_URL'),
    publicUrl,
    secure: publicUrl?.startsWith('https:') ?? false,
    smtpUrl: value('SMTP_URL'),
    mailFrom: value('MAIL_FROM'),
    media: value('MEDIA')!,
    janusUrl: value('JANUS_URL'),
    turnUrl: value('TURN_URL'),
    turnSecret: value('TURN_SECRET'),
    demo: value('ESTRADE_DEMO') === '1',
    metricsToken: value('METRICS_TOKEN'),
    keep: { classes: value('KEEP_CLASSES_DAYS')!, words: value('KEEP_WORDS_DAYS')! },
    trustProxy: value('TRUST_PROXY')!,
    logLevel: value('LOG_LEVEL')!,
  }
  if (config.media === 'janus' && !config.janusUrl) {
    throw new ConfigError('JANUS_URL: got nothing, wants the address of Janus because MEDIA is "janus"')
  }
  if (config.turnUrl && !config.turnSecret) {
    throw new ConfigError('TURN_SECRET: got nothing, wants the secret shared with the server of TURN_URL')
  }
  return config
}

/**
 * The queue of mails: kept in the database before anything is sent, so that a restart loses none. A mail killed
 * between the server's « taken » and our own note of it is sent again under the same Message-ID.
 */
import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import { createSeal, type Mail, type MailOutcome, type Store } from '#server/store/index.ts'
import { type Addressed, asFile, type Content, isAddress, oneLine, travelling } from './message.ts'
import { OF_THE_SERVER, type Reason, sendOver } from './smtp.ts'

const MINUTE = 60_000
/** Waits before the next attempt, the last one again and again. */
const DELAYS = [1, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * MINUTE)
/** Longer than any conversation: what is still « sending » after it was left by a server that died. */
const LEASE_MS = 3 * MINUTE
const GIVE_UP_MS = 48 * 60 * MINUTE
/** Another server may have queued something, or died. */
const LOOK_MS = 30_000
const PURGE_EVERY_MS = 60 * MINUTE
/** Sealed passwords go with the passwords themselves: a day after the class. */
const UNSEAL_AFTER_MS = 24 * 60 * MINUTE

/** `expiresAt`: after it the mail is of no use. Texts may come from people: they are made safe here. */
export type MailToSend = {
  /** Set where the mail must exist once, whoever queues it. */
  id?: string
  kind: string
  to: { name: string; address: string }
  subject: string
  content: Content
  classId?: string
  personId?: string
  createdBy?: string
  expiresAt: number
}

/** Why nothing leaves at the moment, in the mail server's words. */
export type Trouble = { reason: Reason; said: string; at: number }

export type Mailer = {
  /** Whether there is a mail server. Without one, mails are kept for the office to read and pass on. */
  sends: boolean
  from: string
  /** Stores all of them, then sends in its own time. Throws, storing nothing, on what is not an address. → ids. */
  queue(mails: readonly MailToSend[]): Promise<string[]>
  /** Tries a mail again now. False when there is nothing left to send. */
  again(id: string): Promise<boolean>
  read(id: string): Promise<{ mail: Mail; content: Content } | undefined>
  /** The mail as an `.eml` file. */
  file(id: string): Promise<Buffer | undefined>
  trouble(): Trouble | undefined
  close(): Promise<void>
}

type Deps = {
  store: Store
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'databaseUrl'>
  log: Logger
  now: () => number
}

export async function createMailer({ store, config, log, now }: Deps): Promise<Mailer> {
  const { smtpUrl } = config
  const from = config.mailFrom ?? defaultFrom(config)
  const seal = createSeal(store.secret, 'mail')
  let trouble: (Trouble & { tries: number; until: number }) | undefined
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined
  let asked = false
  let closed = false

  await purge()
  const purging = setInterval(
    () => purge().catch((error: unknown) => log.error({ err: error }, 'mail purge')),
    PURGE_EVERY_MS,
  ).unref()
  if (smtpUrl) await store.mails.wake(now(), { alone: !config.databaseUrl, reasons: [...OF_THE_SERVER] })
  else await store.mails.keepAll()
  wake()

  async function purge(): Promise<void> {
    await store.mails.purge(now())
    await store.convocations.unseal(now() - UNSEAL_AFTER_MS)
  }

  async function queue(mails: readonly MailToSend[]): Promise<string[]> {
    for (const { to } of mails) {
      if (!isAddress(to.address)) throw new Error(`not an e-mail address: ${JSON.stringify(to.address)}`)
    }
    const at = now()
    const rows = mails.map(({ to, content, ...mail }, i) => ({
      ...mail,
      id: mail.id ?? idOf(at, i),
      address: to.address,
      name: oneLine(to.name),
      subject: oneLine(mail.subject),
      content: seal.close(JSON.stringify(content)),
      state: smtpUrl ? ('waiting' as const) : ('kept' as const),
      createdAt: at,
    }))
    if (rows.length > 0) await store.mails.add(rows)
    wake()
    return rows.map(({ id }) => id)
  }

  async function read(id: string) {
    const [mail, sealed] = await Promise.all([store.mails.get(id), store.mails.content(id)])
    return mail && sealed && { mail, content: JSON.parse(seal.open(sealed)) as Content }
  }

  const addressed = (mail: Mail, content: Content): Addressed => ({ ...mail, content })

  function wake(): void {
    if (!smtpUrl || closed) return
    asked = true
    working ??= work(smtpUrl)
      .catch((error: unknown) => log.error({ err: error }, 'mail queue'))
      .finally(async () => {
        working = undefined
        await plan()
      })
  }

  async function work(url: string): Promise<void> {
    while (asked && !closed) {
      asked = false
      for (let mail = await next(); mail; mail = await next()) {
        await store.mails.settle(mail.id, await attempt(url, mail))
      }
    }
  }

  async function next(): Promise<Mail | undefined> {
    if (closed || (trouble && trouble.until > now())) return undefined
    return store.mails.claim(now(), now() + LEASE_MS)
  }

  async function attempt(url: string, mail: Mail): Promise<MailOutcome> {
    if (mail.expiresAt <= now()) return { state: 'failed', reason: 'expired', keep: false }
    const found = await read(mail.id)
    if (!found) return { state: 'failed', reason: 'expired', keep: false }
    const sent = await sendOver(url, travelling(addressed(mail, found.content), from))
    if (sent.ok) {
      trouble = undefined
      return { state: 'sent', sentAt: now(), keep: false }
    }
    const { reason, said } = sent
    log.warn({ mail: mail.id, reason, said }, 'mail not taken')
    if (reason === 'recipient') return { state: 'refused', reason, said, keep: true }
    if (reason === 'rejected') return { state: 'failed', reason, said, keep: true }
    const wait = delay(mail.attempts)
    if (OF_THE_SERVER.includes(reason)) {
      const tries = (trouble?.tries ?? 0) + 1
      trouble = { reason, said, at: now(), tries, until: now() + delay(tries) }
    } else if (now() + wait > mail.createdAt + GIVE_UP_MS) {
      return { state: 'failed', reason: 'gave-up', said, keep: true }
    }
    return { state: 'retrying', reason, said, nextAt: now() + wait, keep: true }
  }

  async function plan(): Promise<void> {
    if (closed) return
    const due = await store.mails.nextAt().catch(() => undefined)
    if (closed) return
    const at = Math.max(due ?? Number.POSITIVE_INFINITY, trouble?.until ?? 0)
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(Math.max(at - now(), asked ? 0 : 50), LOOK_MS))
    timer.unref()
  }

  return {
    sends: smtpUrl !== undefined,
    from,
    queue,
    read,
    async again(id) {
      // Whoever asks has mended something: the mail server is tried at once.
      trouble = undefined
      const found = smtpUrl !== undefined && (await store.mails.again(id, now()))
      wake()
      return found
    },
    async file(id) {
      const found = await read(id)
      return found && asFile(addressed(found.mail, found.content), from)
    },
    trouble: () => trouble,
    async close() {
      closed = true
      clearTimeout(timer)
      clearInterval(purging)
      await working
    },
  }
}

const delay = (attempts: number) => DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? DELAYS[0]!

/** Sorts in the order mails were queued. */
const idOf = (at: number, n: number) =>
  at.toString(36).padStart(9, '0') + n.toString(36).padStart(3, '0') + randomBytes(12).toString('hex')

function defaultFrom({ smtpUrl, publicUrl }: Pick<Config, 'smtpUrl' | 'publicUrl'>): string {
  const user = smtpUrl ? decodeURIComponent(new URL(smtpUrl).username) : ''
  if (isAddress(user)) return user
  return `estrade@${publicUrl ? new URL(publicUrl).hostname : 'localhost'}`
}

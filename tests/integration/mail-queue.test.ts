import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { createMailer, type MailToSend } from '#server/mail/mailer.ts'
import { openStore } from '#server/store/index.ts'
import type { MailState } from '#shared/convocation.ts'
import { type Smtp, type SmtpOptions, startSmtp } from '#tests/support/smtp.ts'

const MINUTE = 60_000
const START = Date.parse('2026-11-20T10:00:00Z')
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function dataFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'estrade-mail-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

async function smtp(options: SmtpOptions = {}): Promise<Smtp> {
  const server = await startSmtp(options)
  closing.push(server.close)
  return server
}

/** The queue as a server has it; `stop` ends it as a restart does. */
async function open(dataDir: string, smtpUrl?: string, now = () => START) {
  const store = await openStore({ dataDir })
  const log = pino({ level: 'silent' })
  const config = { smtpUrl, mailFrom: 'Formation <formation@exemple.fr>' }
  const mailer = await createMailer({ store, config, log, now })
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await mailer.close()
    await store.close()
  }
  closing.push(stop)
  async function until(id: string, ...states: MailState[]) {
    for (const deadline = Date.now() + 20_000; ; ) {
      const mail = await store.mails.get(id)
      if (mail && states.includes(mail.state)) return mail
      if (Date.now() > deadline) throw new Error(`mail ${id} is ${mail?.state}, ${states} awaited`)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }
  return { store, mailer, stop, until }
}

const mailTo = (address: string, more: Partial<MailToSend> = {}): MailToSend => ({
  kind: 'test',
  to: { name: 'Łucja Nowak', address },
  subject: 'Votre convocation : « Gérer les factures »',
  content: { html: '<p>Bonjour</p>', text: 'Bonjour' },
  expiresAt: START + 30 * 24 * 60 * MINUTE,
  ...more,
})

it('sends in a real conversation and keeps no content afterwards', async () => {
  const server = await smtp()
  const { mailer, until } = await open(await dataFolder(), server.url)
  const [id] = await mailer.queue([mailTo('lucja@exemple.fr')])
  const mail = await until(id!, 'sent')
  expect(mail).toMatchObject({ sentAt: START, attempts: 1, readable: false })
  const [taken] = await server.until(1)
  expect(taken?.subject).toBe('Votre convocation : « Gérer les factures »')
  expect(taken?.to).toMatchObject({ value: [{ name: 'Łucja Nowak', address: 'lucja@exemple.fr' }] })
  expect(taken?.from).toMatchObject({ value: [{ name: 'Formation', address: 'formation@exemple.fr' }] })
  expect(taken?.messageId).toBe(`<${id}@exemple.fr>`)
  expect(await mailer.read(id!)).toBeUndefined()
})

it('tells a refused recipient in the server’s words and sends the others', async () => {
  const server = await smtp({
    recipient: (address) =>
      address.startsWith('inconnu') ? { code: 550, text: '5.1.1 Boîte inconnue' } : undefined,
  })
  const { mailer, until } = await open(await dataFolder(), server.url)
  const [bad, good] = await mailer.queue([mailTo('inconnu@exemple.fr'), mailTo('ana@exemple.fr')])
  const refused = await until(bad!, 'refused')
  expect(refused).toMatchObject({ reason: 'recipient', attempts: 1, readable: true })
  expect(refused.said).toContain('5.1.1 Boîte inconnue')
  await until(good!, 'sent')
  expect(server.mails).toHaveLength(1)
  expect(mailer.trouble()).toBeUndefined()
})

it('waits after a temporary failure, and sends after a restart', async () => {
  let busy = true
  const server = await smtp({
    recipient: () => (busy ? { code: 451, text: '4.7.1 Revenez plus tard' } : undefined),
  })
  const dataDir = await dataFolder()
  const first = await open(dataDir, server.url)
  const [id] = await first.mailer.queue([mailTo('ana@exemple.fr')])
  const waiting = await first.until(id!, 'retrying')
  expect(waiting).toMatchObject({ reason: 'temporary', nextAt: START + MINUTE, readable: true })
  expect(waiting.said).toContain('4.7.1 Revenez plus tard')
  await first.stop()

  // Too early: the wait survives the restart.
  busy = false
  const early = await open(dataDir, server.url, () => START + MINUTE - 1)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect((await early.store.mails.get(id!))?.state).toBe('retrying')
  await early.stop()

  const later = await open(dataDir, server.url, () => START + MINUTE)
  expect(await later.until(id!, 'sent')).toMatchObject({ attempts: 2 })
  expect(server.mails).toHaveLength(1)
})

it('gives up after two days of temporary failures', async () => {
  const server = await smtp({ recipient: () => ({ code: 451, text: '4.7.1 Revenez plus tard' }) })
  const dataDir = await dataFolder()
  let clock = START
  const { mailer, until } = await open(dataDir, server.url, () => clock)
  const [id] = await mailer.queue([mailTo('ana@exemple.fr')])
  await until(id!, 'retrying')
  clock = START + 48 * 60 * MINUTE
  await mailer.again(id!)
  expect(await until(id!, 'failed')).toMatchObject({ reason: 'gave-up', readable: true })
})

it('says plainly that credentials are wrong, stops hammering, and sends once they are right', async () => {
  const server = await smtp({ credentials: { user: 'envoi', pass: 'bon' } })
  const dataDir = await dataFolder()
  const wrong = await open(dataDir, server.url.replace(':bon@', ':faux@'))
  const ids = await wrong.mailer.queue([mailTo('ana@exemple.fr'), mailTo('bo@exemple.fr')])
  const tried = await wrong.until(ids[0]!, 'retrying')
  expect(tried.reason).toBe('auth')
  expect(tried.said).toContain('535 5.7.8 Identifiant ou mot de passe faux')
  expect(wrong.mailer.trouble()).toMatchObject({ reason: 'auth', at: START })
  const states = await Promise.all(ids.map(async (id) => (await wrong.store.mails.get(id))?.state))
  expect(states).toEqual(['retrying', 'waiting'])
  await wrong.stop()

  const right = await open(dataDir, server.url)
  for (const id of ids) await right.until(id, 'sent')
  expect(server.mails).toHaveLength(2)
})

it('says that the mail server does not answer', async () => {
  const server = await startSmtp()
  await server.close()
  const { mailer, until } = await open(await dataFolder(), server.url)
  const [id] = await mailer.queue([mailTo('ana@exemple.fr')])
  expect(await until(id!, 'retrying')).toMatchObject({ reason: 'connection' })
  expect(mailer.trouble()?.said).toContain('ECONNREFUSED')
})

it('lets nobody write headers', async () => {
  const server = await smtp()
  const { mailer, until } = await open(await dataFolder(), server.url)
  const evil = 'Ana\r\nBcc: victime@exemple.fr\r\n\r\nPiégé'
  const [id] = await mailer.queue([
    mailTo('ana@exemple.fr', { to: { name: evil, address: 'ana@exemple.fr' }, subject: `Bonjour ${evil}` }),
  ])
  await until(id!, 'sent')
  const [mail] = await server.until(1)
  expect(mail?.bcc).toBeUndefined()
  expect(mail?.headers.has('bcc')).toBe(false)
  expect(mail?.text?.trim()).toBe('Bonjour')
  expect(mail?.subject).toBe('Bonjour Ana Bcc: victime@exemple.fr Piégé')
  expect(server.named).toEqual(['ana@exemple.fr'])
  for (const address of ['a@b.fr\r\nRCPT TO:<x@y.fr>', 'a@b.fr, x@y.fr', 'A <a@b.fr>', 'pas une adresse']) {
    await expect(mailer.queue([mailTo(address)])).rejects.toThrow('not an e-mail address')
  }
})

it('keeps mails for the office when there is no mail server, and sends them once there is one', async () => {
  const dataDir = await dataFolder()
  const alone = await open(dataDir)
  const [id] = await alone.mailer.queue([mailTo('ana@exemple.fr')])
  expect(await alone.store.mails.get(id!)).toMatchObject({ state: 'kept', readable: true })
  expect((await alone.mailer.read(id!))?.content).toMatchObject({ text: 'Bonjour' })
  const file = await simpleParser((await alone.mailer.file(id!))!)
  expect(file.subject).toBe('Votre convocation : « Gérer les factures »')
  expect(await alone.mailer.again(id!)).toBe(false)
  await alone.stop()

  const server = await smtp()
  const connected = await open(dataDir, server.url)
  expect(await connected.store.mails.get(id!)).toMatchObject({ state: 'kept' })
  expect(await connected.mailer.again(id!)).toBe(true)
  await connected.until(id!, 'sent')
})

it('blanks what has expired', async () => {
  const dataDir = await dataFolder()
  const first = await open(dataDir)
  const [id] = await first.mailer.queue([mailTo('ana@exemple.fr', { expiresAt: START + MINUTE })])
  await first.stop()
  const later = await open(dataDir, undefined, () => START + MINUTE)
  expect(await later.store.mails.get(id!)).toMatchObject({
    state: 'failed',
    reason: 'expired',
    readable: false,
  })
})

it('seals what waits: the table alone tells nobody a password', async () => {
  const { store, mailer } = await open(await dataFolder())
  const content = { html: '<b>K7QM-3XTR-9WBD</b>', text: 'K7QM-3XTR-9WBD' }
  const [id] = await mailer.queue([mailTo('ana@exemple.fr', { content })])
  expect((await store.mails.content(id!))?.toString('latin1')).not.toContain('K7QM')
  expect((await mailer.read(id!))?.content).toEqual(content)
})

/** A real mail server on loopback that keeps what it takes, read back by mailparser. */
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Smtp = {
  url: string
  port: number
  /** What was taken, in order. */
  mails: ParsedMail[]
  /** Recipients named in every conversation, taken or not. */
  named: string[]
  /** Resolves once `n` mails were taken; throws after 20 s. */
  until(n: number): Promise<ParsedMail[]>
  close(): Promise<void>
}

export type SmtpOptions = {
  port?: number
  /** The only credentials it takes. */
  credentials?: { user: string; pass: string }
  /** An answer other than « taken » for a recipient. */
  recipient?: (address: string) => { code: number; text: string } | undefined
  /** Called before a mail is acknowledged. */
  taking?: (mail: ParsedMail) => Promise<void> | void
}

export async function startSmtp(options: SmtpOptions = {}): Promise<Smtp> {
  const mails: ParsedMail[] = []
  const named: string[] = []
  const { credentials } = options
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
  const server = new SMTPServer({
    disabledCommands: credentials ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    authOptional: !credentials,
    onAuth({ username, password }, _session, done) {
      if (username === credentials?.user && password === credentials?.pass) done(null, { user: username })
      else done(refusal(535, '5.7.8 Identifiant ou mot de passe faux'))
    },
    onRcptTo({ address }, _session, done) {
      named.push(address)
      const answer = options.recipient?.(address)
      done(answer ? refusal(answer.code, answer.text) : null)
    },
    onData(stream, _session, done) {
      simpleParser(stream)
        .then(async (mail) => {
          await options.taking?.(mail)
          mails.push(mail)
          done()
        })
        .catch((error: Error) => done(error))
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  // A client that is killed breaks its connection: that is part of what is tested.
  server.on('error', () => {})
  const { port } = server.server.address() as AddressInfo
  const login = credentials ? `${encodeURIComponent(credentials.user)}:${credentials.pass}@` : ''

  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    port,
    mails,
    named,
    async until(n) {
      for (const deadline = Date.now() + 20_000; mails.length < n; ) {
        if (Date.now() > deadline) throw new Error(`${mails.length} mails arrived, ${n} were awaited`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return mails
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** One conversation with the mail server, and what its refusal means. */
import type { SendMailOptions } from 'nodemailer'

/** A server that does not answer must not hold the others up. */
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
const SAID_MAX = 400

/**
 * `auth`, `sender`, `connection`: about the server, the same for every mail; `temporary`, `recipient`, `rejected`:
 * about this one.
 */
export type Reason = 'auth' | 'sender' | 'connection' | 'temporary' | 'recipient' | 'rejected'
export type Sending = { ok: true } | { ok: false; reason: Reason; said: string }

export const OF_THE_SERVER: readonly Reason[] = ['auth', 'sender', 'connection']

/** Sends one mail over a connection of its own. Never throws. */
export async function sendOver(smtpUrl: string, mail: SendMailOptions): Promise<Sending> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: smtpUrl,
    ...TIMEOUTS,
    // Nobody stands between us and our own machine, whose certificate is rarely signed.
    ...(isThisMachine(smtpUrl) ? { tls: { rejectUnauthorized: false } } : {}),
  })
  try {
    await transport.sendMail(mail)
    return { ok: true }
  } catch (error) {
    return { ok: false, ...reasonOf(error as SmtpError) }
  } finally {
    transport.close()
  }
}

const isThisMachine = (url: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string }

function reasonOf(error: SmtpError): { reason: Reason; said: string } {
  const { code = '', responseCode = 0, command = '' } = error
  const said = (error.response ?? error.message).replace(/\s+/g, ' ').trim().slice(0, SAID_MAX)
  if (code === 'EAUTH' || command.startsWith('AUTH')) return { reason: 'auth', said }
  if (responseCode === 421 || responseCode < 400) return { reason: 'connection', said }
  if (command === 'CONN' || command === 'EHLO' || command === 'HELO') return { reason: 'connection', said }
  if (responseCode === 530) return { reason: 'auth', said }
  if (responseCode < 500) return { reason: 'temporary', said }
  if (command === 'MAIL FROM') return { reason: 'sender', said }
  if (command === 'RCPT TO') return { reason: 'recipient', said }
  return { reason: 'rejected', said }
}

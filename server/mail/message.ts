/** A mail as it is written, and as it travels. */
import type { SendMailOptions } from 'nodemailer'

/** `ics`: an iTIP object, one event each: mail programs show the first and keep the others as files. */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; ics: string }

/** What is kept, sealed, until the mail is sent. */
export type Content = { html: string; text: string; calendars?: CalendarPart[]; replyTo?: string }

export type Message = Content & { subject: string }

const MAX_HEADER = 300

/** A header is one line: what could begin another becomes a space. */
export const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, MAX_HEADER)

const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/

/** Whether a text is one bare e-mail address and nothing else. */
export const isAddress = (text: string) => text.length <= 254 && ADDRESS.test(text)

export type Addressed = {
  id: string
  name: string
  address: string
  subject: string
  createdAt: number
  content: Content
}

/** `from` as MAIL_FROM has it. The Message-ID is the mail's own: a mail sent twice is known to be the same. */
export function travelling(mail: Addressed, from: string): SendMailOptions {
  const { html, text, calendars = [], replyTo } = mail.content
  const [first, ...others] = calendars
  return {
    from,
    to: { name: oneLine(mail.name), address: mail.address },
    ...(replyTo ? { replyTo } : {}),
    subject: oneLine(mail.subject),
    messageId: `<${mail.id}@${domainOf(from)}>`,
    date: new Date(mail.createdAt),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text,
    html,
    ...(first ? { icalEvent: { method: first.method, filename: 'invitation.ics', content: first.ics } } : {}),
    attachments: others.map(({ method, ics }, i) => ({
      filename: `invitation-${i + 2}.ics`,
      content: ics,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The domain of « Formation <formation@exemple.fr> ». */
const domainOf = (from: string) => /@([^\s<>@]+)>?$/.exec(from.trim())?.[1] ?? 'localhost'

/** The mail as a file that any mail program opens. */
export async function asFile(mail: Addressed, from: string): Promise<Buffer> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(travelling(mail, from))
  return message as Buffer
}

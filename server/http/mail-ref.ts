import type { Mail } from '#server/store/index.ts'
import type { MailRef } from '#shared/convocation.ts'

/** A mail as the office's screens list it. */
export const mailRef = (mail: Mail): MailRef => ({
  id: mail.id,
  kind: mail.kind,
  ...(mail.classId === undefined ? {} : { classId: mail.classId }),
  ...(mail.personId === undefined ? {} : { personId: mail.personId }),
  name: mail.name,
  address: mail.address,
  subject: mail.subject,
  state: mail.state,
  ...(mail.reason === undefined ? {} : { reason: mail.reason }),
  ...(mail.said === undefined ? {} : { said: mail.said }),
  attempts: mail.attempts,
  createdAt: mail.createdAt,
  ...(mail.sentAt === undefined ? {} : { sentAt: mail.sentAt }),
  ...(mail.state === 'retrying' ? { nextAt: mail.nextAt } : {}),
  readable: mail.readable,
})

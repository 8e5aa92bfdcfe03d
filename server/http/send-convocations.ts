/** Writes the convocations of a class and puts them in the queue. */
import { writeConvocation } from '#server/mail/convocation.ts'
import type { ClassRow, Seat } from '#server/store/index.ts'
import type { Credential } from '#shared/api.ts'
import type { ConvocationKind, ConvocationsToSend } from '#shared/convocation.ts'
import { validUntil } from './access.ts'
import { trainerOf } from './classes.ts'
import type { Context } from './context.ts'
import { HttpError } from './errors.ts'
import { readOrganisation } from './organisation.ts'
import { currentCredentials } from './sealed.ts'
import { testLink } from './urls.ts'

type Told = Pick<ClassRow, 'title' | 'timeZone' | 'halfDays'>

/** What those invited know of the class: another text is a change to tell them. */
export const announcement = ({ title, timeZone, halfDays }: Told) =>
  JSON.stringify({ title, timeZone, halfDays } satisfies Told)

/** Sends to `seats`, all participants of the class or some. → how many mails were queued. */
export async function sendConvocations(
  context: Context,
  klass: ClassRow,
  seats: readonly Seat[],
  wanted: ConvocationsToSend,
  { base, by, everybody }: { base: string; by: string; everybody: boolean },
): Promise<number> {
  const { store, mailer, now } = context
  const { kind } = wanted
  const notice = await nextNotice(context, klass, kind)
  // A convocation that was never delivered is replaced, not doubled.
  await store.mails.withdraw(
    klass.id,
    seats.map(({ personId }) => personId),
  )
  const credentials = await currentCredentials(context, klass, seats, base)
  const write = await writer(context, klass, { ...wanted, base, ...notice })
  const mails = await Promise.all(
    credentials.map(async (credential) => {
      const { subject, ...content } = await write(credential)
      const to = { name: credential.name, address: credential.login }
      const { personId } = credential
      const expiresAt = validUntil(klass)
      return { kind, to, subject, content, classId: klass.id, personId, createdBy: by, expiresAt }
    }),
  )
  const ids = await mailer.queue(mails)
  if (everybody || !notice.known) {
    await store.convocations.setNotice(klass.id, {
      sequence: notice.sequence,
      announced: announcement(klass),
      ...(kind === 'cancellation' ? { cancelledAt: now() } : {}),
    })
  }
  return ids.length
}

type Notice = { sequence: number; before?: Told['halfDays']; known: boolean }

/** The calendars' next version: it rises when there is something new to say. */
export async function nextNotice(
  { store }: Pick<Context, 'store'>,
  klass: ClassRow,
  kind: ConvocationKind,
): Promise<Notice> {
  const notice = await store.convocations.notice(klass.id)
  if (!notice) return { sequence: 0, known: false }
  const changed = notice.announced !== announcement(klass)
  const off = notice.cancelledAt !== undefined
  const news = changed || off !== (kind === 'cancellation')
  const before = changed ? { before: (JSON.parse(notice.announced) as Told).halfDays } : {}
  return { sequence: notice.sequence + (news ? 1 : 0), known: true, ...before }
}

/** → writes the message of one person. */
export async function writer(
  context: Context,
  klass: ClassRow,
  options: ConvocationsToSend & Omit<Notice, 'known'> & { base: string },
) {
  const { store, live, mailer, now } = context
  const { kind, base, sequence, before } = options
  const source = await live.courseOf(klass.id)
  if (!source) throw new HttpError(404, 'course')
  const { course } = source
  const everyone = await store.people.seats(klass.id)
  const trainer = everyone.find(({ role }) => role === 'trainer')
  const background = trainer ? await store.convocations.background(trainer.personId) : ''
  const organisation = await readOrganisation(context, course.organisation)
  const at = now()

  return ({ name, login, password, link }: Omit<Credential, 'personId'>) =>
    writeConvocation({
      kind,
      language: options.language ?? course.language,
      person: { name, login, password, link, testLink: testLink(base, login, password) },
      klass,
      validUntil: validUntil(klass),
      before,
      sequence,
      programme: {
        objectives: course.objectives.map(({ text }) => text),
        sections: course.sections.map(({ title, minutes }) => ({ title, minutes })),
      },
      trainer: { name: trainerOf(everyone), background },
      organisation,
      sender: /([^\s<>]+@[^\s<>]+?)>?$/.exec(mailer.from)?.[1] ?? mailer.from,
      site: base,
      at,
    })
}

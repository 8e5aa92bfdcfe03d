/** Sends the questionnaire of each class to its participants when its date has come. */

import { writeFollowUp } from '#server/mail/follow-up.ts'
import { isAddress } from '#server/mail/message.ts'
import type { ClassRow } from '#server/store/index.ts'
import type { SurveyDefinition } from '#shared/activities/survey/definition.ts'
import { survey } from '#shared/activities/survey/kind.ts'
import type { Course } from '#shared/course.ts'
import type { Context } from './context.ts'
import { followUpToken } from './follow-up-token.ts'
import { readOrganisation } from './organisation.ts'

const DAY_MS = 24 * 3_600_000
/** Between two and three months after. */
const AFTER_MS = 75 * DAY_MS
/** A server that slept longer does not write to people out of the blue. */
const OPEN_MS = 60 * DAY_MS
const LOOK_MS = 3_600_000

export const followUpDue = (klass: Pick<ClassRow, 'endsAt'>) => klass.endsAt + AFTER_MS
export const followUpEnds = (klass: Pick<ClassRow, 'endsAt'>) => followUpDue(klass) + OPEN_MS

/** The course's questionnaire for afterwards, if it has one. */
export function coldSurvey(course: Course | undefined): SurveyDefinition | undefined {
  for (const activity of Object.values(course?.activities ?? {})) {
    const read = activity.kind === 'survey' ? survey.definition.safeParse(activity) : undefined
    if (read?.success && read.data.moment === 'cold') return read.data
  }
  return undefined
}

/** Looks now and every hour. `base`: the address of the links. */
export function startFollowUps(context: Context, base: string): { close(): void } {
  const look = () =>
    sendFollowUps(context, base).catch((error: unknown) => context.log.error({ err: error }, 'follow-ups'))
  look()
  const timer = setInterval(look, LOOK_MS).unref()
  return { close: () => clearInterval(timer) }
}

/** A mail is queued once per person, whoever asks: its id says whose it is. → how many persons it concerned. */
export async function sendFollowUps(context: Context, base: string): Promise<number> {
  const { store, live, mailer, now } = context
  let concerned = 0
  for (const klass of await store.classes.list()) {
    const due = klass.phase === 'ended' && klass.cancelledAt === undefined
    if (!due || now() < followUpDue(klass) || now() >= followUpEnds(klass)) continue
    const course = (await live.courseOf(klass.id))?.course
    const definition = coldSurvey(course)
    if (!course || !definition) continue
    const organisation = await readOrganisation(context, course.organisation)
    const given = new Set(await store.followUps.given(klass.id))
    const seats = (await store.people.seats(klass.id)).filter(
      // Who asked to be forgotten has a seat and no address.
      ({ role, personId, email }) => role === 'participant' && !given.has(personId) && isAddress(email),
    )
    const mails = seats.map(({ personId, name, email }) => {
      const link = `${base}/a-froid#t=${followUpToken(store.secret, klass.id, personId)}`
      const { subject, ...content } = writeFollowUp({
        language: course.language,
        name,
        title: klass.title,
        startsAt: klass.startsAt,
        timeZone: klass.timeZone,
        anonymous: definition.anonymous,
        link,
        organisation,
      })
      return {
        id: `follow-up-${klass.id}-${personId}`,
        kind: 'follow-up',
        to: { name, address: email },
        subject,
        content,
        classId: klass.id,
        personId,
        expiresAt: followUpEnds(klass),
      }
    })
    await mailer.queue(mails)
    concerned += mails.length
  }
  return concerned
}

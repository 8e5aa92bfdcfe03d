/** Makes a class with its trainer and its participants, and tells the live part. */
import { isDuplicate } from '#server/store/index.ts'
import type { Credential, HalfDay } from '#shared/api.ts'
import type { NamedMail } from '#shared/people.ts'
import { validUntil } from './access.ts'
import type { Context } from './context.ts'
import { makeClassCode, makeId } from './credentials.ts'
import { issue } from './issue.ts'
import { keepSealed } from './sealed.ts'

/** `halfDays` in order, at least one; `trainerId` gets the trainer's seat; `base` is for personal links. */
export type ClassToMake = {
  courseId: string
  title: string
  halfDays: HalfDay[]
  timeZone: string
  trainerId: string
  cotrainerIds?: readonly string[]
  meetingUrl?: string
  /** By default the trainer. */
  createdBy?: string
  people: readonly NamedMail[]
  base: string
}

/** Draws the code, stores the class with all its seats or nothing, and gives the credentials to show once. */
export async function makeClass(
  context: Pick<Context, 'store' | 'live' | 'passwords' | 'now'>,
  wanted: ClassToMake,
): Promise<{ id: string; code: string; credentials: Credential[] }> {
  const { store, live } = context
  const { courseId, title, halfDays, timeZone, trainerId, meetingUrl } = wanted
  const id = makeId()
  const times = { startsAt: halfDays[0]!.startsAt, endsAt: halfDays.at(-1)!.endsAt }
  const people = wanted.people.map((person) => ({ personId: makeId(), ...person }))
  const issued = await issue(context, people, wanted.base)
  const seats = issued.map(({ personId, name, login, passwordHash }) => ({
    id: personId,
    name,
    email: login,
    role: 'participant' as const,
    passwordHash,
    expiresAt: validUntil(times),
  }))

  // Two classes drawing the same code is one chance in a billion: draw again.
  let code = makeClassCode()
  for (let attempt = 1; ; attempt++) {
    try {
      const row = {
        id,
        code,
        courseId,
        title,
        ...times,
        timeZone,
        halfDays,
        createdBy: wanted.createdBy ?? trainerId,
        meetingUrl,
      }
      await store.classes.create(row, seats)
      break
    } catch (error) {
      if (attempt === 5 || !isDuplicate(error, 'classes.code')) throw error
      code = makeClassCode()
    }
  }
  for (const personId of wanted.cotrainerIds ?? []) {
    await store.people.enrol({ classId: id, personId, role: 'cotrainer' })
  }
  await store.people.enrol({ classId: id, personId: trainerId, role: 'trainer' })
  await keepSealed(context, id, issued)
  await live.enrolled(id)
  return { id, code, credentials: issued.map(({ passwordHash: _, ...credential }) => credential) }
}

/** Who trains a class: one trainer, and those who help. */
import type { Role } from '#shared/types.ts'
import type { Context } from './context.ts'
import { HttpError } from './errors.ts'

/** Throws 400 unless each of them has an account. */
export async function checkAccounts(
  { store }: Pick<Context, 'store'>,
  asked: readonly { path: string; personId: string }[],
): Promise<void> {
  const accounts = new Set((await store.people.accounts()).map(({ personId }) => personId))
  const problems = asked
    .filter(({ personId }) => !accounts.has(personId))
    .map(({ path }) => ({ path, problem: 'must be somebody with an account' }))
  if (problems.length > 0) throw new HttpError(400, 'invalid', { problems })
}

/**
 * Gives the trainer's seat to `trainerId` and those of co-trainers to `cotrainerIds`; whoever had one and is no
 * longer named gives it up. Unset: as they are. Participants who help keep their seat.
 */
export async function seatTrainers(
  context: Pick<Context, 'store' | 'live' | 'now'>,
  classId: string,
  { trainerId, cotrainerIds }: { trainerId?: string; cotrainerIds?: readonly string[] },
): Promise<void> {
  const { store, live, now } = context
  if (trainerId === undefined && cotrainerIds === undefined) return
  await checkAccounts(context, [
    ...(trainerId === undefined ? [] : [{ path: 'trainerId', personId: trainerId }]),
    ...(cotrainerIds ?? []).map((personId) => ({ path: 'cotrainerIds', personId })),
  ])
  const accounts = new Set((await store.people.accounts()).map(({ personId }) => personId))
  const before = (await store.people.seats(classId)).filter(
    ({ personId, role }) => accounts.has(personId) && (role === 'trainer' || role === 'cotrainer'),
  )
  const trainer = trainerId ?? before.find(({ role }) => role === 'trainer')?.personId
  const helpers = cotrainerIds ?? before.filter(({ role }) => role === 'cotrainer').map((one) => one.personId)
  const wanted = new Map<string, Role>(helpers.map((personId) => [personId, 'cotrainer']))
  if (trainer !== undefined) wanted.set(trainer, 'trainer')

  const moved: string[] = []
  for (const [personId, role] of wanted) {
    if (before.some((seat) => seat.personId === personId && seat.role === role)) continue
    await store.people.enrol({ classId, personId, role })
    moved.push(personId)
  }
  for (const { personId } of before) {
    if (wanted.has(personId)) continue
    await store.people.withdraw(classId, personId, now())
    moved.push(personId)
  }
  if (moved.length === 0) return
  await live.enrolled(classId)
  // A socket keeps the role it came with: they come back with the new one.
  for (const personId of moved) live.disconnect(personId)
}

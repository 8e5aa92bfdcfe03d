/** Who leads the class: the plan, the stage and the activities are theirs to drive. */
import { own } from '#shared/own.ts'
import { type Actor, type Command, type Role, reject } from '#shared/types.ts'
import type { Payload } from './commands.ts'
import { type Decision, notLive } from './decision.ts'
import type { ClassState } from './state.ts'

export const authorOf = (actor: Actor) => (actor.role === 'system' ? 'system' : actor.personId)

/** Whether the plan, the stage and the activities are this person's to drive. */
export function leads(state: ClassState, actor: Actor): boolean {
  if (actor.role === 'system') return true
  return state.lead === undefined ? actor.role === 'trainer' : state.lead === actor.personId
}

export const drives = (state: ClassState, actor: Actor): Role =>
  leads(state, actor) ? 'trainer' : 'cotrainer'

export function passLead(state: ClassState, actor: Actor, { type, payload }: Command): Decision {
  if (state.phase === 'ended') return notLive(state)
  const personId = type === 'lead.take' ? authorOf(actor) : (payload as Payload<'lead.hand'>).personId
  const person = own(state.people, personId)
  if (!person || person.withdrawn || (person.role !== 'cotrainer' && person.role !== 'trainer'))
    return reject('not-found', `« ${personId} » n’est ni formateur ni co-formateur de cette classe.`)
  return state.lead === personId ? [] : [{ type: 'lead.handed', payload: { personId } }]
}

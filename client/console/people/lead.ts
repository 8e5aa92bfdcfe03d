/** Who leads, and who may. Pure. */
import type { ClassInfo } from '#shared/api.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import type { PeopleWords } from './words.ts'

export type Lead = {
  /** This page's person leads: plan, stage and activities are theirs. */
  mine: boolean
  /** This page's person is the class's trainer, who may hand the lead over and take it back. */
  trainer: boolean
  /** Name of whoever leads. */
  name: string
  /** Trainers and co-trainers who could be handed the lead. */
  others: { personId: string; name: string }[]
}

export function leadOf(
  { lead, people }: Pick<TrainerView, 'lead' | 'people'>,
  me: string | undefined,
  roster: ClassInfo['roster'],
  fallback: string,
): Lead {
  const role = me === undefined ? undefined : people[me]?.role
  const named = (personId: string) => ({ personId, name: roster[personId]?.name ?? fallback })
  const team = Object.entries(people).filter(
    ([, person]) => (person.role === 'trainer' || person.role === 'cotrainer') && !person.withdrawn,
  )
  return {
    mine: lead === '' ? role === 'trainer' : lead === me,
    trainer: role === 'trainer',
    name: named(lead).name,
    others: team.map(([personId]) => named(personId)).filter(({ personId }) => personId !== lead),
  }
}

/** Why the next key is not for this person, in words for the key; undefined: it is. */
export function notYours(
  { everyone, trainer, lead }: { everyone: EveryoneView; trainer: TrainerView; lead: Lead },
  t: PeopleWords,
): { main: string; more?: string } | undefined {
  // Starting and ending the class are the trainer's, whoever leads.
  if (everyone.phase === 'lobby') return lead.trainer ? undefined : { main: t.startNotYours(lead.name) }
  if (!lead.mine) return { main: t.notLead(lead.name), more: lead.trainer ? t.nextTaken : t.nextNotYours }
  if (trainer.plan.next.type === 'none' && !lead.trainer)
    return { main: t.endNotYours, more: t.endNotYoursMore }
  return undefined
}

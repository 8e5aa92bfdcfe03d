/** Who is in the class, as the people panel reads it. Pure. */
import type { ClassInfo } from '#shared/api.ts'
import type { Presence } from '#shared/protocol.ts'
import type { TrainerView } from '#shared/views.ts'

/** `pace`: what they last said of it. */
export type Person = {
  personId: string
  name: string
  presence?: Presence
  pace?: TrainerView['pace'][string]
}

/** Participants still enrolled, by name. `fallback` names someone whose name has not come yet. */
export function participants(
  trainer: Pick<TrainerView, 'people'> & Partial<Pick<TrainerView, 'pace'>>,
  roster: ClassInfo['roster'],
  presence: Record<string, Presence>,
  fallback: string,
): Person[] {
  return Object.entries(trainer.people)
    .filter(([, person]) => person.role === 'participant' && !person.withdrawn)
    .map(([personId]) => ({
      personId,
      name: roster[personId]?.name ?? fallback,
      presence: presence[personId],
      ...(trainer.pace?.[personId] && { pace: trainer.pace[personId] }),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** 4 good … 1 very weak, 0 cut, undefined when not measured yet. From the round trip in ms. */
export function networkLevel(presence: Presence | undefined): number | undefined {
  if (!presence?.online) return 0
  const { rtt } = presence
  if (rtt === undefined) return undefined
  if (rtt < 150) return 4
  if (rtt < 350) return 3
  return rtt < 900 ? 2 : 1
}

export type Attention = 'lost' | 'cut' | 'weak' | 'normal' | 'expected'

/** How much a person needs to be looked at. Someone never seen in this class is expected, not cut. */
export function attention({ presence, pace }: Person): Attention {
  if (!presence || (!presence.online && presence.since === undefined)) return 'expected'
  if (!presence.online) return 'cut'
  if (pace?.pace === 'lost') return 'lost'
  const level = networkLevel(presence)
  return level === 1 ? 'weak' : 'normal'
}

const URGENCY: Record<Attention, number> = { lost: 0, cut: 1, weak: 2, normal: 3, expected: 4 }

/** Those who need attention first; the most recent cut before older ones; then by name. */
export function byUrgency(people: readonly Person[]): Person[] {
  return people.toSorted(
    (a, b) =>
      URGENCY[attention(a)] - URGENCY[attention(b)] ||
      (attention(a) === 'cut' ? (b.presence?.since ?? 0) - (a.presence?.since ?? 0) : 0),
  )
}

/** The activity the « answered » column is about: the one on stage, else the last one opened. */
export function activityInView(
  stage: TrainerView['stage'],
  plan: readonly { activityId?: string }[],
  adhoc: TrainerView['plan']['adhoc'],
  phases: Record<string, { phase: string }>,
): string | undefined {
  if ('activityId' in stage) return stage.activityId
  const inOrder = [...plan.flatMap((item) => item.activityId ?? []), ...Object.keys(adhoc)]
  return inOrder.findLast((id) => phases[id] && phases[id].phase !== 'ready')
}

/** What the screens of an activity are given in the console. */
import type { TrainerScreenProps } from '#shared/activities/trainer-screen.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import type { Commands } from './commands.ts'
import type { Person } from './people.ts'
import { usePreferences } from './preferences.ts'
import { useNow } from './use-now.ts'

export type AroundActivity = {
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  commands: Commands
}

/** Undefined until the activity has been shown. */
export function useActivityProps(
  { everyone, trainer, people, commands }: AroundActivity,
  activityId: string,
): TrainerScreenProps | undefined {
  const now = useNow()
  const { namesHidden, set } = usePreferences()
  const activity = everyone.activities[activityId]
  const own = trainer.activities[activityId]
  if (!activity || !own) return undefined
  return {
    activityId,
    everyone: activity,
    trainer: own,
    people: Object.fromEntries(
      people.map(({ personId, name, presence }) => [
        personId,
        { name, online: presence?.online ?? false, since: presence?.since },
      ]),
    ),
    order: people.map((person) => person.personId),
    spoken: trainer.spoken,
    others: others(everyone, trainer),
    namesHidden,
    hideNames: (hidden) => set({ namesHidden: hidden }),
    now,
    online: commands.online,
    over: everyone.phase === 'ended',
    send: (type, payload = {}) => commands.run(type, payload, activityId),
  }
}

function others(everyone: EveryoneView, trainer: TrainerView): TrainerScreenProps['others'] {
  const both: TrainerScreenProps['others'] = {}
  for (const [id, own] of Object.entries(trainer.activities)) {
    const activity = everyone.activities[id]
    if (activity) both[id] = { everyone: activity, trainer: own }
  }
  return both
}

/** An activity on stage, or one that is corrected after the class: its kind's own screen. */
import { type ReactNode, Suspense } from 'react'
import type { Phase } from '#shared/types.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { trainerScreens, WIDE } from './activity-screens.ts'
import type { Commands } from './commands.ts'
import { LiveTag, Watching } from './LiveTag.tsx'
import type { Person } from './people.ts'
import { usePreferences } from './preferences.ts'
import { useNow } from './use-now.ts'
import { type ConsoleWords, useConsoleWords } from './words.ts'

type Props = {
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  commands: Commands
  activityId: string
  slab?: HTMLElement
  /** What stands under the screen, unless it takes the whole place. */
  children?: ReactNode
}

export function ActivityLive({ everyone, trainer, people, commands, activityId, slab, children }: Props) {
  const t = useConsoleWords()
  const now = useNow()
  const { namesHidden, set } = usePreferences()
  const activity = everyone.activities[activityId]
  const own = trainer.activities[activityId]
  const kind = activity?.kind ?? ''
  const Screen = trainerScreens[kind]
  const wide = WIDE.has(kind)
  const over = everyone.phase === 'ended'
  return (
    <div className={wide ? 'live q wide' : 'live q'}>
      {!over && (
        <div className="bar1">
          <LiveTag blank={trainer.blank} word={activity && phaseWords(kind, t)[activity.phase]} />
          {!wide && <span className="where">{activity?.title}</span>}
          <Watching people={people} />
        </div>
      )}
      {Screen && activity && own ? (
        <Suspense fallback={<p className="empty">{t.loading}</p>}>
          <Screen
            activityId={activityId}
            everyone={activity}
            trainer={own}
            people={Object.fromEntries(
              people.map(({ personId, name, presence }) => [
                personId,
                { name, online: presence?.online ?? false, since: presence?.since },
              ]),
            )}
            order={people.map((person) => person.personId)}
            others={others(everyone, trainer)}
            namesHidden={namesHidden}
            hideNames={(hidden) => set({ namesHidden: hidden })}
            now={now}
            online={commands.online}
            over={over}
            slab={slab}
            send={(type, payload = {}) => commands.run(type, payload, activityId)}
          />
        </Suspense>
      ) : (
        <p className="empty">{Screen ? t.loading : t.unknownKind}</p>
      )}
      {!wide && children}
    </div>
  )
}

const phaseWords = (kind: string, t: ConsoleWords): Record<Phase, string> => {
  switch (kind) {
    case 'open-question':
      return { ready: t.askReady, open: t.askOpen, closed: t.askClosed, revealed: t.askRevealed }
    case 'scenario':
      return { ready: t.caseReady, open: t.caseOpen, closed: t.caseClosed, revealed: t.caseRevealed }
    case 'survey':
      return { ready: t.surveyReady, open: t.surveyOpen, closed: t.surveyClosed, revealed: t.surveyRevealed }
    default:
      return { ready: t.voteReady, open: t.voteOpen, closed: t.voteClosed, revealed: t.voteRevealed }
  }
}

function others(everyone: EveryoneView, trainer: TrainerView) {
  const both: Record<
    string,
    { everyone: EveryoneView['activities'][string]; trainer: TrainerView['activities'][string] }
  > = {}
  for (const [id, own] of Object.entries(trainer.activities)) {
    const activity = everyone.activities[id]
    if (activity) both[id] = { everyone: activity, trainer: own }
  }
  return both
}

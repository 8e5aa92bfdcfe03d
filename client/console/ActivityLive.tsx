/** An activity on stage, or one that is corrected after the class: its kind's own screen. */
import { type ReactNode, Suspense } from 'react'
import { type AroundActivity, useActivityProps } from './activity-props.ts'
import { trainerScreens, WIDE } from './activity-screens.ts'
import { LiveTag, Watching } from './LiveTag.tsx'
import { phaseWord } from './next-words.ts'
import { useConsoleWords } from './words.ts'

type Props = AroundActivity & {
  activityId: string
  slab?: HTMLElement
  /** What stands under the screen, unless it takes the whole place. */
  children?: ReactNode
}

export function ActivityLive({ activityId, slab, children, ...around }: Props) {
  const t = useConsoleWords()
  const { everyone, trainer, people } = around
  const given = useActivityProps(around, activityId)
  const activity = everyone.activities[activityId]
  const kind = activity?.kind ?? ''
  const Screen = trainerScreens[kind]
  const wide = WIDE.has(kind)
  return (
    <div className={wide ? 'live q wide' : 'live q'}>
      {everyone.phase !== 'ended' && (
        <div className="bar1">
          <LiveTag blank={trainer.blank} word={activity && phaseWord(activity, t)} />
          {!wide && <span className="where">{activity?.title}</span>}
          <Watching people={people} />
        </div>
      )}
      {Screen && given ? (
        <Suspense fallback={<p className="empty">{t.loading}</p>}>
          <Screen {...given} slab={slab} />
        </Suspense>
      ) : (
        <p className="empty">{Screen ? t.loading : t.unknownKind}</p>
      )}
      {!wide && children}
    </div>
  )
}

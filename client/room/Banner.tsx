/** One line above the slab when the screen shows something else than what waits for the person. */
import { ownAnswer } from '#shared/activities/own-answers.ts'
import { own } from '#shared/own.ts'
import type { View } from '#shared/views.ts'
import type { Following } from './use-following.ts'
import { useRoomWords } from './words.ts'

/** Kinds one answers; the others one takes part in. */
const ANSWERED = new Set(['poll', 'mcq', 'open-question', 'survey'])

export function Banner({ view, following }: { view: View; following: Following }) {
  const t = useRoomWords()
  const { looking, look, follow } = following
  const { phase, stage, activities } = view.everyone
  const staged = phase === 'live' && 'activityId' in stage ? stage.activityId : undefined
  const displayed = looking ? ('activityId' in looking ? looking.activityId : undefined) : staged
  const open = Object.entries(activities).find(([id, one]) => one.phase === 'open' && id !== displayed)
  if (open && phase === 'live') {
    const [id, activity] = open
    if (looking || ownAnswer(activity, view.mine?.activities[id] ?? {}, false).due)
      return (
        <Line
          text={t.openNow(own(t.activity, activity.kind)?.open ?? '', activity.title ?? '')}
          action={ANSWERED.has(activity.kind) ? t.answer : t.participate}
          onAction={() => (id === staged ? follow() : look({ activityId: id }))}
        />
      )
  }
  if (!looking) return null
  const text = 'slide' in looking ? t.lookingBack(looking.slide) : t.lookingAtAnswer
  return <Line text={text} action={phase === 'ended' ? t.toEnd : t.toLive} onAction={follow} />
}

function Line({ text, action, onAction }: { text: string; action: string; onAction: () => void }) {
  return (
    <section className="spk" aria-label={text}>
      <span>{text}</span>
      <button type="button" className="btn lamp sm" onClick={onAction}>
        {action}
      </button>
    </section>
  )
}

/** Time left, when there is a limit. */
import { useRemaining } from '#client/live/hooks.ts'
import { clock } from '#shared/activities/question/Remaining.tsx'
import type { EveryoneActivity } from '#shared/views.ts'
import { useStageWords } from './words.ts'

export function StageLeft({ activity: { phase, closesAt, pausedLeft } }: { activity: EveryoneActivity }) {
  const t = useStageWords()
  const running = useRemaining(phase === 'open' && pausedLeft === undefined ? closesAt : undefined)
  const left = pausedLeft ?? running
  return left === undefined ? null : <span className="num">{t.left(clock(left))}</span>
}

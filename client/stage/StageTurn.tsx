/** The clock of a turn, large; at its end nothing rings. */
import { clock } from '#shared/activities/question/Remaining.tsx'
import { useTurnLeft } from '#shared/activities/TurnLeft.tsx'
import type { Turn } from '#shared/activities/turn.ts'

export function StageTurn({ turn }: { turn: Turn | undefined }) {
  const left = useTurnLeft(turn)
  if (left === undefined) return null
  return (
    <p className="turn-left num">
      <b role="timer" aria-live="off">
        {clock(left)}
      </b>
    </p>
  )
}

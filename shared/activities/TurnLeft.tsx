/** How much is left of a turn, in calm words. Announced by nobody each second: it is there to be looked at. */
import { words } from '#client/i18n/index.ts'
import { useRemaining } from '#client/live/hooks.ts'
import { clock } from './question/Remaining.tsx'
import type { Turn } from './turn.ts'

const useWords = words({
  fr: {
    paused: (left: string) => `minuteur arrêté, reste ${left}`,
    left: (left: string) => `reste ${left}`,
    over: 'temps écoulé, terminez tranquillement',
  },
  en: {
    paused: (left: string) => `timer stopped, ${left} left`,
    left: (left: string) => `${left} left`,
    over: 'time is up, finish in your own time',
  },
})

/** ms left; undefined: no turn, or no limit. */
export function useTurnLeft(turn: Turn | undefined): number | undefined {
  const running = useRemaining(turn?.endsAt)
  return turn?.limit === undefined ? undefined : (turn.pausedLeft ?? running ?? 0)
}

export function TurnLeft({ turn }: { turn: Turn | undefined }) {
  const t = useWords()
  const left = useTurnLeft(turn)
  if (left === undefined) return null
  const text =
    turn?.pausedLeft !== undefined ? t.paused(clock(left)) : left > 0 ? t.left(clock(left)) : t.over
  return (
    <span className="num left" role="timer" aria-live="off">
      {text}
    </span>
  )
}

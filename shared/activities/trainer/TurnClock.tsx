/** The clock of a turn to speak, and what the trainer may do of it. */
import { Pause, Play, Plus } from 'lucide-react'
import { clock } from '../question/Remaining.tsx'
import { elapsed, type Turn } from '../turn.ts'
import { useTurnWords } from './turn-words.ts'
import './turn.css'

const MORE_SECONDS = 30
const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Nobody is cut off: the clock goes on over its limit, and says so. */
export function TurnClock({ turn, now }: { turn: Turn; now: number }) {
  const t = useTurnWords()
  const { ms, limit } = elapsed(turn, now)
  const over = limit !== undefined && ms >= limit
  // Whole seconds gone: the clock begins at 0:00.
  const gone = clock(Math.floor(ms / 1000) * 1000)
  const words = () => {
    if (limit === undefined) return t.noLimit
    if (turn.pausedLeft !== undefined) return t.stopped(clock(limit))
    return over ? t.overTime(clock(limit)) : t.outOf(clock(limit))
  }
  return (
    <>
      <div className="turn-clock num">
        <b role="timer">{gone}</b>
        <span className={over ? 'label tx-warn' : 'label'}>{words()}</span>
      </div>
      {limit !== undefined && (
        <div className={over ? 'turn-gauge over' : 'turn-gauge'} aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * ms) / limit)}%` }} />
        </div>
      )}
    </>
  )
}

/** Nothing when the turn has no limit. */
export function TurnControls({
  turn,
  online,
  act,
}: {
  turn: Turn | undefined
  online: boolean
  act: (payload: { type: string; [key: string]: unknown }) => void
}) {
  const t = useTurnWords()
  if (turn?.limit === undefined) return null
  const stopped = turn.pausedLeft !== undefined
  return (
    <>
      <button
        type="button"
        className="btn sm"
        aria-label={t.moreLong}
        disabled={!online}
        onClick={() => act({ type: 'more', seconds: MORE_SECONDS })}
      >
        <Plus {...ICON} />
        {t.more}
      </button>
      <button
        type="button"
        className="btn sm"
        disabled={!online}
        onClick={() => act({ type: stopped ? 'resume' : 'pause' })}
      >
        {stopped ? <Play {...ICON} /> : <Pause {...ICON} />}
        {stopped ? t.resume : t.pause}
      </button>
    </>
  )
}

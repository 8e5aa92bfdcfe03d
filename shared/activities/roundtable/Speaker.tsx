/** Who speaks: their time, the line that is kept, what may be done of their turn. */
import { CornerUpRight, Pause, Play, Plus, UserX } from 'lucide-react'
import { clock } from '../question/Remaining.tsx'
import { LineField } from './LineField.tsx'
import { Prompts } from './Prompts.tsx'
import { elapsed } from './trainer-model.ts'
import { useTrainerWords } from './trainer-words.ts'
import type { RoundProps } from './use-round.tsx'

const MORE_SECONDS = 30
const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export function Speaker({ speaker, ...props }: RoundProps & { speaker: string }) {
  const t = useTrainerWords()
  const { round, own, nameOf, online, send } = props
  const { turn, next } = round
  const act = (payload: { type: string; [key: string]: unknown }) => void send('activity.do', payload)
  const stopped = turn?.pausedLeft !== undefined
  return (
    <section className="floor" aria-labelledby="rt-now">
      <div>
        <Prompts prompts={round.prompts} />
        <h2 id="rt-now">{nameOf(speaker)}</h2>
      </div>
      {turn && <TurnClock turn={turn} now={props.now} />}
      <LineField
        key={speaker}
        label={t.line}
        line={own.lines[speaker]}
        save={(text) => send('activity.do', { type: 'line', personId: speaker, text })}
      />
      <div className="tb">
        {turn?.limit !== undefined && (
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
        )}
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => act({ type: 'skip', personId: speaker })}
        >
          <CornerUpRight {...ICON} />
          {t.skip}
        </button>
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => act({ type: 'absent', personId: speaker, absent: true })}
        >
          <UserX {...ICON} />
          {t.absent}
        </button>
        <span className="label after">{next ? t.next(nameOf(next)) : t.last}</span>
      </div>
    </section>
  )
}

/** Nobody is cut off: the clock goes on over its limit, and says so. */
function TurnClock({ turn, now }: { turn: NonNullable<RoundProps['round']['turn']>; now: number }) {
  const t = useTrainerWords()
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
      <div className="tm num">
        <b role="timer">{gone}</b>
        <span className={over ? 'label tx-warn' : 'label'}>{words()}</span>
      </div>
      {limit !== undefined && (
        <div className={over ? 'gauge over' : 'gauge'} aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * ms) / limit)}%` }} />
        </div>
      )}
    </>
  )
}

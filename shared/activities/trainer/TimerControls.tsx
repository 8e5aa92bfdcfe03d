/** The clock of an open activity: time left, a minute more, stopped and set going, time for one person. */
import { Pause, Play, Plus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { clock } from '../question/Remaining.tsx'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import { PersonalTime } from './PersonalTime.tsx'
import { useSharedWords } from './words.ts'

type Props = Pick<
  TrainerScreenProps,
  'everyone' | 'people' | 'order' | 'namesHidden' | 'now' | 'online' | 'send'
> & {
  /** The limit set by the course, to read what is left against it. */
  seconds?: number
  /** Who is proposed first for more time: somebody who has not answered. */
  first?: string
}

const TICK_MS = 1500

/** Nothing when the activity has no time limit, or is not open. */
export function TimerControls({ seconds, ...props }: Props) {
  const { everyone, now, online, send } = props
  const t = useSharedWords()
  const [giving, setGiving] = useState(false)
  const { phase, closesAt, pausedLeft } = everyone
  const stopped = pausedLeft !== undefined
  const left = pausedLeft ?? (closesAt === undefined ? undefined : closesAt - now)
  if (phase !== 'open' || left === undefined) return null
  const limit = seconds === undefined ? undefined : seconds * 1000
  // Once lengthened, the limit says nothing any more; just opened, « 2:01 sur 2:00 » is only a stale tick.
  const whole = limit !== undefined && left < limit + TICK_MS ? limit : undefined
  return (
    <div className="timer">
      <h3>{stopped ? t.timeStopped : left <= 0 ? t.timeOver : t.timeLeft}</h3>
      <p className="left-of">
        <b className={stopped ? 'num stopped' : 'num'} role="timer">
          {clock(Math.max(0, whole && left > whole ? whole : left))}
        </b>
        {whole && <span className="num">{t.timeOf(clock(whole))}</span>}
      </p>
      <div className="trow">
        <button
          type="button"
          className="btn sm"
          aria-label={t.addMinuteLong}
          disabled={!online}
          onClick={() => void send('activity.extend', { seconds: 60 })}
        >
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.addMinute}
        </button>
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => void send(stopped ? 'activity.resume' : 'activity.pause')}
        >
          {stopped ? (
            <Play size={16} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Pause size={16} strokeWidth={1.75} aria-hidden="true" />
          )}
          {stopped ? t.resume : t.pause}
        </button>
      </div>
      <button
        type="button"
        className="btn sm quiet personal"
        disabled={!online || props.order.length === 0}
        onClick={() => setGiving(true)}
      >
        <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" />
        {t.personal}
      </button>
      <PersonalTime {...props} open={giving} onClose={() => setGiving(false)} />
    </div>
  )
}

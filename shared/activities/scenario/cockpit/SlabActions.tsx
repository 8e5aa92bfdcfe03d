/** On the slab: the clock, a minute more, a message, the model answer for all. */

import { BookCheck, MessageCircle, Pause, Play, Plus } from 'lucide-react'
import { useState } from 'react'
import { announce, Into } from '#client/kit/index.ts'
import type { Phase } from '#shared/types.ts'
import { clock } from '../../question/Remaining.tsx'
import { useCockpitWords } from '../trainer-words.ts'
import { MessageDialog } from './MessageDialog.tsx'
import type { CockpitProps, NameOf } from './props.ts'

type Props = CockpitProps & { nameOf: NameOf; phase: Phase }

export function SlabActions(props: Props) {
  const { slab, phase, trainer, online, over, send } = props
  const t = useCockpitWords()
  const [writing, write] = useState(false)
  const [sure, ask] = useState(false)
  if (!slab || phase === 'ready') return null
  const released = trainer.released || phase === 'revealed'

  async function release() {
    // Twice, because it cannot be taken back.
    if (!sure) {
      ask(true)
      announce(t.modelAsk)
      return
    }
    ask(false)
    const ack = await send('activity.do', { type: 'release' })
    if (ack.ok) announce(t.modelGiven)
  }

  return (
    <>
      <Into place={slab}>
        <Clock {...props} />
        {!over && (
          <button type="button" className="btn sm" disabled={!online} onClick={() => write(true)}>
            <MessageCircle size={16} strokeWidth={1.75} aria-hidden="true" />
            <span className="word">{t.message}</span>
          </button>
        )}
        <button
          type="button"
          className={sure ? 'btn sm sure' : 'btn sm'}
          title={sure ? t.modelAsk : undefined}
          disabled={!online || released}
          onClick={() => void release()}
          onBlur={() => ask(false)}
        >
          <BookCheck size={16} strokeWidth={1.75} aria-hidden="true" />
          {released ? t.modelGiven : sure ? t.modelToAll : t.model}
        </button>
      </Into>
      {/* Outside the slab: a dialog is not set on its ink. */}
      <MessageDialog {...props} open={writing} to={[]} onClose={() => write(false)} />
    </>
  )
}

/** Nothing without a time limit. */
function Clock({ everyone, now, online, send }: Props) {
  const t = useCockpitWords()
  const { phase, closesAt, pausedLeft } = everyone
  const left = pausedLeft ?? (closesAt === undefined ? undefined : closesAt - now)
  if (phase !== 'open' || left === undefined) return null
  const paused = pausedLeft !== undefined
  return (
    <>
      <span className="left num" role="timer">
        <b>{clock(Math.max(0, left))}</b> <span>{paused ? t.stopped : t.left}</span>
      </span>
      <button
        type="button"
        className="btn sm"
        aria-label={paused ? t.resume : t.pause}
        disabled={!online}
        onClick={() => void send(paused ? 'activity.resume' : 'activity.pause')}
      >
        {paused ? (
          <Play size={16} strokeWidth={1.75} aria-hidden="true" />
        ) : (
          <Pause size={16} strokeWidth={1.75} aria-hidden="true" />
        )}
      </button>
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
    </>
  )
}

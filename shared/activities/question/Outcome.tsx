/** What became of the answer, in words. Polite status: read out when it changes. */
import { CircleCheck, Clock, CloudOff } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { time } from '#client/i18n/format.ts'
import type { Chosen, Mode, Sending } from './types.ts'
import { useQuestionWords } from './words.ts'

/** On a live line an answer is stored in a blink: « waiting » only after this long. */
const BLINK_MS = 700

type Props = Sending & {
  mode: Mode
  answer?: Chosen
  multiple?: boolean
  /** It takes a press on « Envoyer » to send it. */
  deliberate?: boolean
  /** What is on screen differs from what was sent. */
  unsent?: boolean
  change?: string
}

export function Outcome(props: Props) {
  const { mode, answer, pending, connected, keptOn, unsent, deliberate } = props
  const t = useQuestionWords()
  const waiting = useWaiting(pending?.since, connected)
  const change = props.change ?? t.change
  if (pending) {
    if (!waiting)
      return <Line icon={<Clock size={24} strokeWidth={1.75} />} title={t.sending} text={change} />
    const kept = keptOn === 'device' ? t.waitingMore : t.waitingMemory
    return <Line icon={<CloudOff size={24} strokeWidth={1.75} />} tone="warn" title={t.waiting} text={kept} />
  }
  const answered = answer !== undefined && answer.choice.length > 0
  const canSend = mode === 'open' || mode === 'catch-up' || (mode === 'late' && answered)
  if (unsent && canSend)
    return <Line icon={<Clock size={24} strokeWidth={1.75} />} title={t.unsent} text={t.unsentMore} />
  if (answered) {
    const at = time(answer.at)
    const title = answer.caughtUp ? t.savedCaughtUp(at) : answer.late ? t.savedLate(at) : t.savedAt(at)
    const more = answer.caughtUp ? t.caughtUpMore : answer.late ? t.lateMore : t.closedMine
    const text = mode === 'open' ? change : mode === 'shown' && !answer.late ? '' : more
    return <Line icon={<CircleCheck size={24} strokeWidth={1.75} />} tone="ok" title={title} text={text} />
  }
  const texts: Record<Mode, string> = {
    soon: t.soonMore,
    open: deliberate ? t.tick : props.multiple ? t.tickNow : t.tap,
    late: t.closedNone,
    shut: t.none,
    shown: t.none,
    'catch-up': t.tapCatchUp,
  }
  return <Line text={texts[mode]} />
}

type LineProps = { icon?: ReactNode; tone?: 'ok' | 'warn'; title?: string; text: string }

function Line({ icon, tone, title, text }: LineProps) {
  const colour = tone ? `tx-${tone}` : undefined
  return (
    <p className="saved" role="status">
      {icon && (
        <span className={colour} aria-hidden="true">
          {icon}
        </span>
      )}
      <span>
        {title && <b className={colour}>{title}</b>}
        <span>{text}</span>
      </span>
    </p>
  )
}

/** True once a pending answer has waited long enough to say so. */
export function useWaiting(since: number | undefined, connected: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (since === undefined) return
    const timer = setTimeout(() => setLate(true), Math.max(0, since + BLINK_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [since])
  return since !== undefined && (late || !connected)
}

/** An answer of one's own: its words, what became of it, and what may still be done. */
import { CircleCheck, Clock, CloudOff, Pencil, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { time } from '#client/i18n/format.ts'
import { useForgetDraft } from '../text-draft.tsx'
import type { OpenQuestionEntry } from './definition.ts'
import { type OpenWords, useOpenWords } from './words.ts'

/** On a live line an answer is stored in a blink: « waiting » only after this long. */
const BLINK_MS = 700

type Props = {
  entry: OpenQuestionEntry
  draftAt: string
  pendingSince?: number
  connected: boolean
  keptOn: 'device' | 'memory'
  change?: () => void
  takeBack?: () => void
}

export function OwnEntry(props: Props) {
  const { entry, pendingSince, connected, draftAt, change, takeBack } = props
  const t = useOpenWords()
  const pending = pendingSince !== undefined
  const late = useLate(pendingSince)
  useForgetDraft(draftAt, pending ? undefined : entry.text)
  const waiting = pending && (late || !connected)
  return (
    <li className="own-entry">
      <p className="said">{entry.text}</p>
      <p className="became" role="status">
        {waiting ? (
          <>
            <CloudOff size={20} strokeWidth={1.75} aria-hidden="true" className="tx-warn" />
            <span>
              <b className="tx-warn">{t.waiting}</b>{' '}
              {props.keptOn === 'device' ? t.waitingMore : t.waitingMemory}
            </span>
          </>
        ) : pending ? (
          <>
            <Clock size={20} strokeWidth={1.75} aria-hidden="true" /> <span>{t.sending}</span>
          </>
        ) : (
          <>
            <CircleCheck size={20} strokeWidth={1.75} aria-hidden="true" className="tx-ok" />
            <span>
              <b className="tx-ok num">{savedAt(t, entry)}</b> · {where(t, entry)}
            </span>
          </>
        )}
      </p>
      {(change || takeBack) && (
        <div className="acts">
          {change && (
            <button type="button" className="btn" onClick={change}>
              <Pencil size={16} strokeWidth={1.75} aria-hidden="true" />
              {t.change}
              <span className="vh"> {t.about(entry.text)}</span>
            </button>
          )}
          {takeBack && (
            <button type="button" className="btn" onClick={takeBack}>
              <Undo2 size={16} strokeWidth={1.75} aria-hidden="true" />
              {t.takeBack}
              <span className="vh"> {t.about(entry.text)}</span>
            </button>
          )}
        </div>
      )}
    </li>
  )
}

function savedAt(t: OpenWords, { at, late, caughtUp }: OpenQuestionEntry): string {
  if (caughtUp) return t.savedCaughtUp(time(at))
  return late ? t.savedLate(time(at)) : t.savedAt(time(at))
}

function where(t: OpenWords, { late, caughtUp, shown }: OpenQuestionEntry): string {
  if (late || caughtUp) return t.withTrainer
  return shown ? t.shown : t.notShown
}

/** True once a pending answer has waited long enough to say so. */
function useLate(since: number | undefined): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (since === undefined) return
    const timer = setTimeout(() => setLate(true), Math.max(0, since + BLINK_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [since])
  return late
}

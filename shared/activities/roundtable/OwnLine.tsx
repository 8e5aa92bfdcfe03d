/** The line I keep of my turn: written by me or by the trainer, kept on this device until the server has it. */
import { CircleCheck, Clock, CloudOff, TriangleAlert } from 'lucide-react'
import { type FormEvent, useEffect, useId } from 'react'
import { time } from '#client/i18n/format.ts'
import { draftKey, useDraft } from '../text-draft.tsx'
import { LINE_MAX } from './limits.ts'
import type { RoundProps } from './props.ts'
import { useRoundtableWords } from './words.ts'

const NEAR = 60
const isLine = (payload: unknown) => (payload as { type?: string }).type === 'line'

export function OwnLine(props: RoundProps) {
  const { mine, draftsUnder, activityId, allRefused, send } = props
  const t = useRoundtableWords()
  const id = useId()
  const stored = mine.line?.text
  const refused = allRefused.findLast(({ payload }) => isLine(payload))
  const key = draftKey(`${draftsUnder}/${activityId}`, 'line')
  const draft = useDraft(key, stored)
  const returned = (refused?.payload as { text?: string } | undefined)?.text
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was not taken comes back into the field, once
  useEffect(() => {
    if (returned) draft.write(returned)
  }, [returned])
  const text = draft.text.trim()
  const left = LINE_MAX - draft.text.length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text === (stored ?? '')) return
    send({ type: 'line', text })
    // It is on its way, kept with what waits to be sent: from now on what is stored shows.
    draft.drop()
  }
  return (
    <form className="own-line" onSubmit={submit}>
      <label htmlFor={id}>{t.line}</label>
      <textarea
        id={id}
        className="in"
        rows={2}
        maxLength={LINE_MAX}
        value={draft.text}
        autoComplete="off"
        aria-describedby={`${id}-more`}
        onChange={(event) => draft.write(event.target.value)}
      />
      <p id={`${id}-more`} className="rules">
        {left < NEAR ? t.left280(left) : mine.line?.byTrainer ? t.lineByTrainer : t.lineHint}
      </p>
      {refused && (
        <p className="note stop" role="alert">
          <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
          <span>
            <b>{t.refused}</b> {refused.why.reason}
          </span>
        </p>
      )}
      <div className="go">
        <button type="submit" className="btn main send" disabled={text === (stored ?? '')}>
          {t.send}
        </button>
        <Kept {...props} />
      </div>
    </form>
  )
}

/** « Enregistré » only once the server has it. */
function Kept({ mine, allPending, connected, keptOn }: RoundProps) {
  const t = useRoundtableWords()
  const pending = allPending.some(({ payload }) => isLine(payload))
  return (
    <p className="became" role="status">
      {pending && !connected ? (
        <>
          <CloudOff size={20} strokeWidth={1.75} aria-hidden="true" className="tx-warn" />
          <span>
            <b className="tx-warn">{t.waiting}</b> {keptOn === 'device' ? t.waitingMore : t.waitingMemory}
          </span>
        </>
      ) : pending ? (
        <>
          <Clock size={20} strokeWidth={1.75} aria-hidden="true" /> <span>{t.sending}</span>
        </>
      ) : (
        mine.line &&
        mine.line.at > 0 && (
          <>
            <CircleCheck size={20} strokeWidth={1.75} aria-hidden="true" className="tx-ok" />
            <b className="tx-ok num">{t.savedAt(time(mine.line.at))}</b>
          </>
        )
      )}
    </p>
  )
}

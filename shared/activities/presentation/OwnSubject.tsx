/** What I am going to talk about, kept on this device until the server has it. */
import { type FormEvent, useEffect, useId } from 'react'
import { time } from '#client/i18n/format.ts'
import { draftKey, useDraft } from '../text-draft.tsx'
import { SUBJECT_MAX } from './limits.ts'
import type { OralProps } from './props.ts'
import { usePresentationWords } from './words.ts'

export function OwnSubject(props: OralProps) {
  const { mine, draftsUnder, activityId, allRefused, allPending, connected, send } = props
  const t = usePresentationWords()
  const id = useId()
  const stored = mine.subject?.text ?? ''
  const draft = useDraft(draftKey(`${draftsUnder}/${activityId}`, 'subject'), stored)
  const refused = allRefused.at(-1)
  const returned = (refused?.payload as { text?: string } | undefined)?.text
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was not taken comes back into the field, once
  useEffect(() => {
    if (returned) draft.write(returned)
  }, [returned])
  const text = draft.text.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text === stored) return
    send({ type: 'subject', text })
    draft.drop()
  }
  const pending = allPending.length > 0
  const at = mine.subject?.at
  return (
    <form className="own-subject" onSubmit={submit}>
      <label htmlFor={id}>{t.subject}</label>
      <div className="go">
        <input
          id={id}
          className="in"
          maxLength={SUBJECT_MAX}
          value={draft.text}
          autoComplete="off"
          enterKeyHint="send"
          aria-describedby={`${id}-more`}
          onChange={(event) => draft.write(event.target.value)}
        />
        <button type="submit" className="btn main" disabled={text === stored}>
          {t.send}
        </button>
      </div>
      <p id={`${id}-more`} className="rules">
        {t.subjectHint}
      </p>
      {refused && (
        <p className="note stop" role="alert">
          {t.refused} {refused.why.reason}
        </p>
      )}
      <p className="rules num" role="status">
        {pending
          ? connected
            ? t.sending
            : t.waiting
          : at !== undefined && at > 0 && <b className="tx-ok">{t.savedAt(time(at))}</b>}
      </p>
    </form>
  )
}

/** Writing one answer: the field, how much room is left, the button that sends. */
import { type FormEvent, type KeyboardEvent, useId, useRef } from 'react'
import { useDraft } from '../text-draft.tsx'
import { useOpenWords } from './words.ts'

/** Up to this length an answer holds on one line, and the Enter key sends it. */
const LINE = 60
/** The count is shown over this part of the length. */
const NEAR = 0.75

type Props = {
  label: string
  hint?: string
  /** Where the draft is kept. */
  draftAt: string
  stored?: string
  /** What the server did not take: there to be mended. */
  refused?: string
  maxLength: number
  rows: number
  autoFocus: boolean
  send: (text: string) => void
  /** Leaves what is stored as it stands. */
  cancel?: () => void
}

/** Mount anew for each place. */
export function Field(props: Props) {
  const { label, hint, draftAt, stored, maxLength, rows, send, cancel } = props
  const t = useOpenWords()
  const id = useId()
  const draft = useDraft(draftAt, stored, props.refused)
  // Each answer leaves once, even when the button is pressed twice.
  const sent = useRef<string>(undefined)
  const text = draft.text.trim()
  const room = maxLength - text.length
  const count = room < 0 ? t.tooLong(-room) : text.length > maxLength * NEAR ? t.left(room) : undefined
  const ready = text !== '' && room >= 0 && text !== stored
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (!ready || sent.current === text) return
    sent.current = text
    send(text)
  }
  const common = {
    id,
    value: draft.text,
    'aria-describedby': `${id}-more`,
    'aria-invalid': room < 0 || undefined,
    autoComplete: 'off',
    enterKeyHint: 'send' as const,
    autoFocus: props.autoFocus,
  }
  return (
    <form className="open-field" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      {maxLength <= LINE ? (
        <input {...common} className="in" onChange={(event) => draft.write(event.target.value)} />
      ) : (
        <textarea
          {...common}
          className="in"
          enterKeyHint="enter"
          rows={rows}
          onChange={(event) => draft.write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
          }}
        />
      )}
      <p id={`${id}-more`} className={room < 0 ? 'more tx-stop' : 'more'}>
        {count ? <span className="num">{count}</span> : hint}
      </p>
      <div className="go">
        <button type="submit" className="btn main send" disabled={!ready}>
          {stored ? t.sendChange : t.send}
        </button>
        {cancel && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              draft.drop()
              cancel()
            }}
          >
            {t.cancel}
          </button>
        )}
        {maxLength > LINE && <small className="keys">{t.keys}</small>}
      </div>
    </form>
  )
}

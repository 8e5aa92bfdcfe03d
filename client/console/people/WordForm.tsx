/** A few words to one person, alone or in answer to a question. */
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { usePeopleWords } from './words.ts'

const MOST = 1000

/** Opened by a press inside a dialog: the field is what comes next. */
const take = (field: HTMLTextAreaElement | null) => field?.focus()

type Props = {
  label: string
  how: string
  online: boolean
  focus?: boolean
  /** True when stored: the field is emptied. */
  onSend: (text: string) => Promise<boolean>
  children?: ReactNode
}

export function WordForm({ label, how, online, focus, onSend, children }: Props) {
  const t = usePeopleWords()
  const id = useId()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !text.trim()) return
    setBusy(true)
    const sent = await onSend(text)
    setBusy(false)
    if (sent) setText('')
  }
  return (
    <form className="word-form" onSubmit={submit}>
      <div className="f">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          ref={focus ? take : undefined}
          className="in"
          rows={3}
          maxLength={MOST}
          value={text}
          aria-describedby={`${id}-how`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}-how`} className="label">
          {how}
        </p>
      </div>
      <div className="actions">
        {children}
        <button
          type="submit"
          className="btn main"
          disabled={!online || !text.trim()}
          aria-busy={busy || undefined}
        >
          {t.send}
        </button>
      </div>
    </form>
  )
}

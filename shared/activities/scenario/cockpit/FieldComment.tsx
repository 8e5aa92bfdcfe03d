/** The trainer's words under a field: written, changed, taken back. */

import { useId, useState } from 'react'
import { fr, time } from '#client/i18n/format.ts'
import { announce } from '#client/kit/index.ts'
import type { Field } from '../definition.ts'
import { useCockpitWords } from '../trainer-words.ts'
import type { CopyProps } from './props.ts'
import { forget, keep, kept } from './unsent.ts'

const MAX = 1000

type Props = Pick<CopyProps, 'online' | 'send'> & {
  activityId: string
  copyId: string
  field: Field
  comment?: { text: string; at: number }
  onDone: () => void
}

export function FieldComment({ activityId, copyId, field, comment, onDone, online, send }: Props) {
  const t = useCockpitWords()
  const id = useId()
  const key = `${activityId}/${copyId}/${field.id}`
  const [text, write] = useState(kept(key) ?? comment?.text ?? '')
  const [changing, change] = useState(kept(key) !== undefined)

  async function put(words: string) {
    const ack = await send('activity.do', { type: 'comment', copyId, field: field.id, text: words })
    if (!ack.ok) return
    forget(key)
    write(words)
    change(false)
    onDone()
    if (words) announce(t.commented(field.label))
  }

  if (comment && !changing)
    return (
      <div className="cm">
        <p>
          <span className="by num">{t.you(time(comment.at))}</span>
          {fr(comment.text)}
        </p>
        <span className="acts">
          <button type="button" className="btn sm quiet" onClick={() => change(true)}>
            {t.change}
          </button>
          <button type="button" className="btn sm quiet" disabled={!online} onClick={() => void put('')}>
            {t.remove}
          </button>
        </span>
      </div>
    )
  return (
    <form
      className="cm"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) void put(text.trim())
      }}
    >
      <label className="vh" htmlFor={id}>
        {t.commentOn(field.label)}
      </label>
      <textarea
        id={id}
        className="in"
        rows={1}
        maxLength={MAX}
        placeholder={t.commentHint}
        // biome-ignore lint/a11y/noAutofocus: the trainer has just asked to write here
        autoFocus
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value)
          keep(key, event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }
          if (event.key === 'Escape') {
            event.preventDefault()
            change(false)
            onDone()
          }
        }}
      />
      <button type="submit" className="btn sm main" disabled={!online || text.trim() === ''}>
        {t.comment}
      </button>
    </form>
  )
}

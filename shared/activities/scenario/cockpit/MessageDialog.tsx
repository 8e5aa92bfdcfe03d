/** A message to the whole group, at the top of their screens, or a private word to one person. */

import { useId, useState } from 'react'
import { announce, Dialog } from '#client/kit/index.ts'
import { useCockpitWords } from '../trainer-words.ts'
import type { CockpitProps, NameOf } from './props.ts'
import { forget, keep, kept } from './unsent.ts'

type Props = CockpitProps & {
  open: boolean
  /** Whom it is proposed to; nobody: the group. */
  to: readonly string[]
  nameOf: NameOf
  onClose: () => void
}

export function MessageDialog({ open, onClose, ...props }: Props) {
  const t = useCockpitWords()
  return (
    <Dialog open={open} title={t.message} onClose={onClose}>
      <Form {...props} onClose={onClose} />
    </Dialog>
  )
}

const GROUP = ''

function Form({ activityId, to, order, nameOf, online, send, onClose }: Omit<Props, 'open'>) {
  const t = useCockpitWords()
  const id = useId()
  const key = `${activityId}/message`
  const [who, choose] = useState(to[0] ?? GROUP)
  const [text, write] = useState(kept(key) ?? '')
  return (
    <form
      className="message-form"
      onSubmit={async (event) => {
        event.preventDefault()
        const words = text.trim()
        if (!words) return
        const ack =
          who === GROUP
            ? await send('activity.do', { type: 'announce', text: words })
            : await send('word.say', { personId: who, text: words })
        if (!ack.ok) return
        forget(key)
        announce(t.messageSent(who === GROUP ? t.messageAll : nameOf([who])))
        onClose()
      }}
    >
      <div className="f">
        <label htmlFor={`${id}-who`}>{t.messageTo}</label>
        <select
          id={`${id}-who`}
          className="in"
          value={who}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value={GROUP}>{t.messageAll}</option>
          {order.map((personId) => (
            <option key={personId} value={personId}>
              {nameOf([personId])}
            </option>
          ))}
        </select>
      </div>
      <div className="f">
        <label htmlFor={`${id}-text`}>{t.messageText}</label>
        <textarea
          id={`${id}-text`}
          className="in"
          rows={3}
          maxLength={500}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write
          autoFocus
          onChange={(event) => {
            write(event.currentTarget.value)
            keep(key, event.currentTarget.value)
          }}
        />
      </div>
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="submit" className="btn main" disabled={!online || text.trim() === ''}>
          {t.messageSend}
        </button>
      </div>
    </form>
  )
}

/** One field of the form: what stands in it, and what is said of it. */
import { useId, useState } from 'react'
import { sendFocus } from '#client/live/draft.ts'
import { Control } from './Control.tsx'
import { formatProblem, messagesOf, type OwnCopy, type SheetField } from './participant-model.ts'
import type { Work } from './use-work.tsx'

type Props = { field: SheetField; activityId: string; copy: OwnCopy; work: Work }

export function FieldBox({ field, activityId, copy, work }: Props) {
  const id = useId()
  const [inHand, setInHand] = useState(false)
  const value = work.value(field.id)
  const problem = inHand ? undefined : formatProblem(field, value)
  const messages = messagesOf(copy, field.id)
  const bad = problem !== undefined || messages.length > 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only follows the focus of what it holds
    <div
      className={`f field-${field.type}`}
      onFocus={() => {
        setInHand(true)
        sendFocus(activityId, field.id)
      }}
      onBlur={() => {
        setInHand(false)
        sendFocus(activityId, undefined)
        work.flush()
      }}
    >
      <Control
        id={id}
        field={field}
        value={value}
        inHand={inHand}
        bad={bad}
        describedBy={`${id}-why`}
        disabled={!copy.editable.includes(field.id)}
        onType={(next) => work.type(field.id, next)}
      />
      <div id={`${id}-why`} className="said">
        {field.help && <p className="help">{field.help}</p>}
        {problem && <p className="why tx-stop">{problem}</p>}
        {messages.map((message) => (
          <p key={message} className="why tx-stop">
            {message}
          </p>
        ))}
      </div>
    </div>
  )
}

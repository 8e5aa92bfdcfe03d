/** One field of the form: what stands in it, what is said of it, what help there is. */
import { LifeBuoy, Lightbulb, MessageSquareText, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { time } from '#client/i18n/format.ts'
import { sendFocus } from '#client/live/draft.ts'
import { fr } from '#shared/typography.ts'
import { Control } from './Control.tsx'
import { OtherVersion } from './OtherVersion.tsx'
import { formatProblem, messagesOf, type SheetField } from './participant-model.ts'
import type { FormProps } from './props.ts'
import { ReadValue } from './ReadValue.tsx'
import { useScenarioWords } from './words.ts'

type Props = FormProps & { field: SheetField }

export function FieldBox(props: Props) {
  const { field, activityId, copy, work, setInHand, send, connected } = props
  const id = useId()
  const t = useScenarioWords()
  const [focused, setFocused] = useState(false)
  const value = work.value(field.id)
  const editable = copy.editable.includes(field.id)
  const problem = focused ? undefined : formatProblem(field, value)
  const messages = messagesOf(copy, field.id)
  const bad = problem !== undefined || messages.length > 0
  const written = copy.values[field.id]
  const comment = copy.comments[field.id]
  const hints = copy.hints[field.id] ?? []
  const left = field.hints - hints.length
  const stuckHere = copy.stuck?.field === field.id
  const wide = WIDE.includes(field.type)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only follows the focus of what it holds
    <div
      className={`f ${wide ? 'wide' : ''} ${editable && left > 0 ? 'hinted' : ''}`}
      data-field={field.id}
      onFocus={() => {
        setFocused(true)
        setInHand(field.id)
        if (editable) sendFocus(activityId, field.id)
      }}
      onBlur={() => {
        setFocused(false)
        sendFocus(activityId, undefined)
        work.flush()
      }}
    >
      {editable && left > 0 && (
        <button
          type="button"
          className="hint-key"
          disabled={!connected}
          onClick={() => send({ type: 'hint', field: field.id })}
        >
          <Lightbulb size={20} strokeWidth={1.75} aria-hidden="true" />
          {hints.length > 0 ? t.anotherHint(left) : t.oneHint}
          <span className="vh">{t.about(field.label)}</span>
        </button>
      )}
      {editable ? (
        <Control
          id={id}
          field={field}
          value={value}
          focused={focused}
          bad={bad}
          describedBy={`${id}-said`}
          onType={(next) => work.type(field.id, next)}
        />
      ) : (
        <ReadValue field={field} value={value} bad={bad} describedBy={`${id}-said`} />
      )}
      <div id={`${id}-said`} className="said">
        {editable && field.help && <p className="help">{fr(field.help)}</p>}
        {(messages.length > 0 ? messages : [problem]).map(
          (message) =>
            message && (
              <p key={message} className="why tx-stop">
                <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
                {fr(message)}
              </p>
            ),
        )}
        {comment && (
          <p className="note info">
            <MessageSquareText size={20} strokeWidth={1.75} aria-hidden="true" />
            <span>
              <b>{t.trainerAt(time(comment.at))}</b> {comment.text}
            </span>
          </p>
        )}
        {hints.map((hint) => (
          <p key={hint} className="note hint">
            <Lightbulb size={20} strokeWidth={1.75} aria-hidden="true" />
            <span>{fr(hint)}</span>
          </p>
        ))}
        {stuckHere && (
          <p className="note warn">
            <LifeBuoy size={20} strokeWidth={1.75} aria-hidden="true" />
            <span>{t.stuckHere}</span>
          </p>
        )}
      </div>
      {editable && written?.other && (
        <OtherVersion
          field={field}
          other={written.other}
          settle={(keep) => send({ type: 'settle', field: field.id, keep })}
        />
      )}
    </div>
  )
}

/** Types that take the whole width of the form. */
const WIDE: readonly SheetField['type'][] = ['long-text', 'choices', 'attachments', 'lines', 'iban']

/** The trainer's words under a question, to all or to one person: written, changed, taken back. */
import { MessageSquarePlus, MessageSquareText } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { fr } from '#client/i18n/format.ts'
import { announce } from '#client/kit/index.ts'
import { personName } from '../trainer/person-name.ts'
import { useSharedWords } from '../trainer/words.ts'
import type { QuestionProps } from './props.ts'
import { useTrainerWords } from './trainer-words.ts'

/** To whom: everybody when there is no person. */
export type Recipient = { personId?: string }

const MAX = 1000
/** How many characters are left is said only near the end. */
const NEAR = 200

type Props = QuestionProps & { writing?: Recipient; onWrite: (to: Recipient | undefined) => void }

export function TrainerFeedback(props: Props) {
  const { question, trainer, writing, onWrite, order, online } = props
  const t = useTrainerWords()
  const shared = useSharedWords()
  const said = trainer.feedback[question.id]
  const name = (to: Recipient) =>
    to.personId === undefined ? t.toAll : personName(to.personId, props, shared)
  const notes: (Recipient & { text: string })[] = [
    ...(said?.all === undefined ? [] : [{ text: said.all }]),
    ...order.flatMap((personId) => {
      const text = said?.people[personId]
      return text === undefined ? [] : [{ personId, text }]
    }),
  ]
  const put = async (to: Recipient, text: string) => {
    const ack = await props.send('activity.do', { type: 'feedback', questionId: question.id, ...to, text })
    if (ack.ok) announce(text ? t.sent(name(to)) : t.takenBack(name(to)))
    return ack.ok
  }
  return (
    <section className="words-under" aria-labelledby={`words-${question.id}`}>
      <h3 id={`words-${question.id}`}>
        <MessageSquareText size={16} strokeWidth={1.75} aria-hidden="true" />
        {t.feedback}
      </h3>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ text, ...to }) => (
            <li key={to.personId ?? ''}>
              <p>
                <b>{name(to)}</b> {fr(text)}
              </p>
              <span className="acts">
                <button
                  type="button"
                  className="btn sm quiet"
                  aria-label={t.changeTo(name(to))}
                  onClick={() => onWrite(to)}
                >
                  {t.change}
                </button>
                <button
                  type="button"
                  className="btn sm quiet"
                  aria-label={t.takeBackFrom(name(to))}
                  disabled={!online}
                  onClick={() => void put(to, '')}
                >
                  {t.takeBack}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {writing ? (
        <Write
          {...props}
          key={writing.personId ?? ''}
          to={writing}
          before={notes.find(({ personId }) => personId === writing.personId)?.text ?? ''}
          name={name}
          put={put}
        />
      ) : (
        <p className="start">
          <button type="button" className="btn sm" onClick={() => onWrite({})}>
            <MessageSquarePlus size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.writeAll}
          </button>
          {order.length > 0 && (
            <button type="button" className="btn sm" onClick={() => onWrite({ personId: order[0] })}>
              <MessageSquarePlus size={16} strokeWidth={1.75} aria-hidden="true" />
              {t.writeOne}
            </button>
          )}
          {notes.length === 0 && <span className="label">{t.feedbackNone}</span>}
        </p>
      )}
    </section>
  )
}

type WriteProps = Props & {
  to: Recipient
  before: string
  name: (to: Recipient) => string
  put: (to: Recipient, text: string) => Promise<boolean>
}

function Write({ to, before, name, put, order, online, onWrite }: WriteProps) {
  const t = useTrainerWords()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(before)
  const [state, setState] = useState<'writing' | 'sending' | 'refused'>('writing')
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.closest('form')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const left = MAX - text.length
  return (
    <form
      className="write"
      onSubmit={async (event) => {
        event.preventDefault()
        setState('sending')
        if (await put(to, text.trim())) onWrite(undefined)
        else setState('refused')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onWrite(undefined)
      }}
    >
      <div className="f">
        <label htmlFor={`${id}-to`}>{t.to}</label>
        <select
          id={`${id}-to`}
          className="in"
          value={to.personId ?? ''}
          onChange={(event) => onWrite({ personId: event.currentTarget.value || undefined })}
        >
          <option value="">{t.toAll}</option>
          {order.map((personId) => (
            <option key={personId} value={personId}>
              {name({ personId })}
            </option>
          ))}
        </select>
      </div>
      <div className="f">
        <label htmlFor={`${id}-text`}>
          {t.message}
          {left <= NEAR && <span className="num">{t.messageLeft(left)}</span>}
        </label>
        <textarea
          id={`${id}-text`}
          ref={box}
          className="in"
          rows={3}
          maxLength={MAX}
          value={text}
          aria-describedby={online ? undefined : `${id}-why`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {!online && (
        <p id={`${id}-why`} className="note warn" role="status">
          {t.offline}
        </p>
      )}
      {online && state === 'refused' && (
        <p className="note stop" role="alert">
          {t.refused}
        </p>
      )}
      <div className="acts">
        <button type="button" className="btn sm quiet" onClick={() => onWrite(undefined)}>
          {t.cancel}
        </button>
        <button
          type="submit"
          className="btn sm main"
          disabled={!online || state === 'sending' || text.trim() === '' || text.trim() === before}
        >
          {t.send}
        </button>
      </div>
    </form>
  )
}

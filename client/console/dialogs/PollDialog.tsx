import { useState } from 'react'
import { Dialog } from '#client/kit/index.ts'
import type { OpenQuestionDefinition } from '#shared/activities/open-question/definition.ts'
import type { PollDefinition } from '#shared/activities/poll/definition.ts'
import { type ConsoleWords, useConsoleWords } from '../words.ts'
import { useAskWords } from './ask-words.ts'
import { autofocus } from './autofocus.ts'

type PollShape = 'yesNo' | 'letters' | 'scale'
type OpenShape = 'open' | 'cloud'
type Form = PollShape | OpenShape
type Choice<F extends Form = Form> = { form: F; question: string; unnamed: boolean; live: boolean }
type Asked = PollDefinition | OpenQuestionDefinition

const DEFINITION_TITLE_MAX = 120

/** A title is one line: a longer question is cut. */
const titleOf = (text: string) =>
  text.length > DEFINITION_TITLE_MAX ? `${text.slice(0, DEFINITION_TITLE_MAX - 1)}…` : text

const isOpen = (form: Form): form is OpenShape => form === 'open' || form === 'cloud'

/** The poll asked on the spot, from the few choices made. */
function quickPoll({ form, question, unnamed, live }: Choice<PollShape>, t: ConsoleWords): PollDefinition {
  const fallback = { yesNo: t.defaultYesNo, letters: t.defaultLetters, scale: t.defaultScale }[form]
  const text = question.trim() || fallback
  const options: PollDefinition['options'] = {
    yesNo: [
      { id: 'a' as const, text: t.yes },
      { id: 'b' as const, text: t.no },
    ],
    letters: (['a', 'b', 'c', 'd'] as const).map((id) => ({ id, text: t.letter(id.toUpperCase()) })),
    scale: (['a', 'b', 'c', 'd', 'e'] as const).map((id, index) => ({ id, text: String(index + 1) })),
  }[form]
  const ends = form === 'scale' ? { lowLabel: t.low, highLabel: t.high } : {}
  return {
    kind: 'poll',
    title: titleOf(text),
    text,
    type: form === 'scale' ? 'scale' : 'single',
    options,
    ...ends,
    named: !unnamed,
    results: live ? 'live' : 'hidden',
  }
}

/** The free question asked on the spot: three short words each, or three answers that can be supported. */
function quickQuestion({
  form,
  question,
  unnamed,
  live,
  moderated,
}: Choice<OpenShape> & { moderated: boolean }): OpenQuestionDefinition {
  const text = question.trim()
  return {
    kind: 'open-question',
    title: titleOf(text),
    text,
    display: form === 'cloud' ? 'cloud' : 'list',
    moderated,
    named: !unnamed,
    results: live ? 'live' : 'hidden',
    perPerson: 3,
    maxLength: form === 'cloud' ? 40 : 400,
    votes: form === 'open',
  }
}

type Props = { open: boolean; onClose: () => void; onAsk: (definition: Asked) => Promise<boolean> }

export function PollDialog({ open, onClose, onAsk }: Props) {
  const t = useConsoleWords()
  return (
    <Dialog open={open} title={t.pollDialog} onClose={onClose}>
      <PollForm onAsk={onAsk} onDone={onClose} />
    </Dialog>
  )
}

function PollForm({ onAsk, onDone }: { onAsk: Props['onAsk']; onDone: () => void }) {
  const t = useConsoleWords()
  const ask = useAskWords()
  const [choice, setChoice] = useState<Choice>({ form: 'yesNo', question: '', unnamed: false, live: false })
  // What the group writes is read before it shows, unless the trainer says otherwise.
  const [moderated, setModerated] = useState(true)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part })
  const forms: [Form, string][] = [
    ['yesNo', t.pollYesNo],
    ['letters', t.pollLetters],
    ['scale', t.pollScale],
    ['open', ask.open],
    ['cloud', ask.cloud],
  ]
  const { form } = choice
  const free = isOpen(form)
  return (
    <form
      className="poll-form"
      onSubmit={async (event) => {
        event.preventDefault()
        if (busy || (free && choice.question.trim() === '')) return
        setBusy(true)
        const done = await onAsk(
          isOpen(form) ? quickQuestion({ ...choice, form, moderated }) : quickPoll({ ...choice, form }, t),
        )
        setBusy(false)
        if (done) onDone()
      }}
    >
      <fieldset>
        <legend>{t.pollForm}</legend>
        {forms.map(([each, label]) => (
          <label key={each} className="pick">
            <input
              type="radio"
              ref={form === each ? autofocus : undefined}
              name="form"
              checked={form === each}
              onChange={() => change({ form: each, live: isOpen(each) })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="f">
        <label htmlFor="poll-question">{free ? ask.question : t.pollQuestion}</label>
        <input
          id="poll-question"
          className="in"
          value={choice.question}
          maxLength={400}
          required={free}
          autoComplete="off"
          aria-describedby={free ? 'poll-needed' : undefined}
          onChange={(event) => change({ question: event.target.value })}
        />
        {free && (
          <p id="poll-needed" className="label">
            {ask.needed}
          </p>
        )}
      </div>
      {free && (
        <label className="tick">
          <input
            type="checkbox"
            checked={moderated}
            onChange={(event) => setModerated(event.target.checked)}
          />
          {ask.moderated}
        </label>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={choice.unnamed}
          onChange={(event) => change({ unnamed: event.target.checked })}
        />
        {free ? ask.unnamed : t.pollNames}
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={choice.live}
          onChange={(event) => change({ live: event.target.checked })}
        />
        {free ? ask.live : t.pollLive}
      </label>
      <p className="label">{free ? ask.how : t.pollAskHow}</p>
      <div className="actions">
        <button type="submit" className="btn main" aria-busy={busy || undefined}>
          {t.pollAsk}
        </button>
      </div>
    </form>
  )
}

import { useState } from 'react'
import { Dialog } from '#client/kit/index.ts'
import type { PollDefinition } from '#shared/activities/poll/definition.ts'
import { type ConsoleWords, useConsoleWords } from '../words.ts'
import { autofocus } from './autofocus.ts'

type Form = 'yesNo' | 'letters' | 'scale'
type Choice = { form: Form; question: string; unnamed: boolean; live: boolean }

const DEFINITION_TITLE_MAX = 120

/** The poll asked on the spot, from the few choices made. */
export function quickPoll({ form, question, unnamed, live }: Choice, t: ConsoleWords): PollDefinition {
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
    title: text.length > DEFINITION_TITLE_MAX ? `${text.slice(0, DEFINITION_TITLE_MAX - 1)}…` : text,
    text,
    type: form === 'scale' ? 'scale' : 'single',
    options,
    ...ends,
    named: !unnamed,
    results: live ? 'live' : 'hidden',
  }
}

type Props = { open: boolean; onClose: () => void; onAsk: (definition: PollDefinition) => Promise<boolean> }

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
  const [choice, setChoice] = useState<Choice>({ form: 'yesNo', question: '', unnamed: false, live: false })
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part })
  const forms: [Form, string][] = [
    ['yesNo', t.pollYesNo],
    ['letters', t.pollLetters],
    ['scale', t.pollScale],
  ]
  return (
    <form
      className="poll-form"
      onSubmit={async (event) => {
        event.preventDefault()
        if (busy) return
        setBusy(true)
        const done = await onAsk(quickPoll(choice, t))
        setBusy(false)
        if (done) onDone()
      }}
    >
      <fieldset>
        <legend>{t.pollForm}</legend>
        {forms.map(([form, label]) => (
          <label key={form} className="pick">
            <input
              type="radio"
              ref={choice.form === form ? autofocus : undefined}
              name="form"
              checked={choice.form === form}
              onChange={() => change({ form })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="f">
        <label htmlFor="poll-question">{t.pollQuestion}</label>
        <input
          id="poll-question"
          className="in"
          value={choice.question}
          maxLength={400}
          autoComplete="off"
          onChange={(event) => change({ question: event.target.value })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={choice.unnamed}
          onChange={(event) => change({ unnamed: event.target.checked })}
        />
        {t.pollNames}
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={choice.live}
          onChange={(event) => change({ live: event.target.checked })}
        />
        {t.pollLive}
      </label>
      <p className="label">{t.pollAskHow}</p>
      <div className="actions">
        <button type="submit" className="btn main" aria-busy={busy || undefined}>
          {t.pollAsk}
        </button>
      </div>
    </form>
  )
}

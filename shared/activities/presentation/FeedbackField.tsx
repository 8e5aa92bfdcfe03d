/** What is written back to a person, saved as one writes. Mount anew for each person. */
import { useId } from 'react'
import { time } from '#client/i18n/format.ts'
import type { Ack } from '#shared/types.ts'
import { useSavedText } from '../trainer/use-saved-text.tsx'
import { FEEDBACK_MAX } from './limits.ts'
import { useTrainerWords } from './trainer-words.ts'

const NEAR = 200

type Props = {
  label: string
  stored: string | undefined
  at: number | undefined
  save: (text: string) => Promise<Ack>
}

export function FeedbackField({ label, stored, at, save }: Props) {
  const t = useTrainerWords()
  const id = useId()
  const { text, unsaved, saving, left, write, flush } = useSavedText(stored ?? '', FEEDBACK_MAX, save)
  const kept = stored !== undefined && at !== undefined ? t.savedAt(time(at)) : ''
  return (
    <div className="oral-feedback">
      <label htmlFor={id}>
        <span>{label}</span>
        <span className="tx-mute num" role="status">
          {left < NEAR ? t.left(left) : saving ? t.saving : unsaved ? t.notSaved : kept}
        </span>
      </label>
      <textarea
        id={id}
        className="in"
        rows={3}
        maxLength={FEEDBACK_MAX}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void flush()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <p id={`${id}-hint`} className="label">
        {t.feedbackHint}
      </p>
    </div>
  )
}

/** The field in which the trainer keeps one line of what a person says. */
import { useEffect, useId, useRef } from 'react'
import { time } from '#client/i18n/format.ts'
import type { Ack } from '#shared/types.ts'
import { useSavedText } from '../trainer/use-saved-text.tsx'
import type { RoundtableLine } from './definition.ts'
import { LINE_MAX } from './limits.ts'
import { useTrainerWords } from './trainer-words.ts'

const NEAR = 60

type Props = {
  label: string
  line: RoundtableLine | undefined
  /** It was asked for: it takes the focus. */
  focus?: boolean
  save: (text: string) => Promise<Ack>
  /** The Enter key and Escape close the field, where it can be closed. */
  close?: () => void
}

/** Mount anew for each person. */
export function LineField({ label, line, focus, save, close }: Props) {
  const t = useTrainerWords()
  const id = useId()
  const { text, unsaved, saving, left, write, flush } = useSavedText(line?.text ?? '', LINE_MAX, save)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const state = saving ? t.saving : unsaved ? t.notSaved : line && savedAt(t, line)
  return (
    <div className="ln">
      <label htmlFor={id}>
        <span>{label}</span>
        <span className="tx-mute num" role="status">
          {left < NEAR ? t.left(left) : state}
        </span>
      </label>
      <input
        ref={field}
        id={id}
        className="in now"
        value={text}
        maxLength={LINE_MAX}
        autoComplete="off"
        onChange={(event) => write(event.target.value)}
        onBlur={() => void flush()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          void flush()
          if (close) close()
          else event.currentTarget.blur()
        }}
      />
    </div>
  )
}

const savedAt = (t: ReturnType<typeof useTrainerWords>, { at, byTrainer }: RoundtableLine) =>
  byTrainer ? t.savedAt(time(at)) : t.byThem(time(at))

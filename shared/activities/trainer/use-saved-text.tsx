/** A text being written by the trainer: saved after a rest, on leaving the field, and when its field goes away. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Ack } from '#shared/types.ts'

const REST_MS = 800

/** `stored`: what the server keeps. Mount anew for each person. */
export function useSavedText(stored: string, max: number, save: (text: string) => Promise<Ack>) {
  const [draft, setDraft] = useState<string>()
  const [saving, setSaving] = useState(false)
  const latest = useRef({ draft, stored, save })
  latest.current = { draft, stored, save }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const { draft: text, stored: kept, save: send } = latest.current
    if (text === undefined) return
    if (text.trim() === kept) return setDraft(undefined)
    setSaving(true)
    const ack = await send(text.trim())
    setSaving(false)
    // What was typed meanwhile, or was not taken, stays in the field.
    if (ack.ok) setDraft((now) => (now === text ? undefined : now))
  }, [])
  useEffect(() => () => void flush(), [flush])

  return {
    text: draft ?? stored,
    /** Typed and not stored yet. */
    unsaved: draft !== undefined && draft.trim() !== stored,
    saving,
    left: max - (draft ?? stored).length,
    write(text: string) {
      setDraft(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), REST_MS)
    },
    flush,
  }
}

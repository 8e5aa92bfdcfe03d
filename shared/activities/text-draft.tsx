/** What is being written, kept on this device until the server has stored it. */
import { useEffect, useState } from 'react'

const PREFIX = 'estrade-text'

/** `under` names the class, the person and the activity; `place` one's place in it. */
export const draftKey = (under: string, place: string) => `${PREFIX}/${under}/${place}`

/**
 * Lives through a refresh, a closed browser and a cut line. `stored`: what the server keeps at this place, shown until
 * something else is written.
 */
export function useDraft(key: string, stored: string | undefined, refused?: string) {
  const [text, setText] = useState(() => readDraft(key) ?? (refused || undefined))
  return {
    text: text ?? stored ?? '',
    write(next: string) {
      setText(next)
      writeDraft(key, next === (stored ?? '') ? undefined : next)
    },
    /** Back to what is stored. */
    drop() {
      setText(undefined)
      writeDraft(key, undefined)
    },
  }
}

/** Forgets the draft at `key` once what it says is stored. */
export function useForgetDraft(key: string, stored: string | undefined): void {
  useEffect(() => {
    if (stored !== undefined && readDraft(key)?.trim() === stored) writeDraft(key, undefined)
  }, [key, stored])
}

export function readDraft(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function writeDraft(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Storage refused by the browser: what is written lives as long as the page.
  }
}

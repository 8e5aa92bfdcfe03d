/** Copies a text in one press, and says whether the browser did it. */
import { useState } from 'react'
import { announce } from '../kit/LiveRegion.tsx'

/** `t`: what is said then. `copied`: it has been done. */
export function useCopy(t: { copied: string; copyFailed: string }) {
  const [copied, setCopied] = useState(false)

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(t.copied)
    } catch {
      announce(t.copyFailed)
    }
  }

  return { copied, copy }
}

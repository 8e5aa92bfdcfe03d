import { Copy } from 'lucide-react'
import { useState } from 'react'
import { announce } from '../kit/LiveRegion.tsx'
import { useWords } from './words.ts'

/** A link to give by hand: shown whole, copied in one press. */
export function CopyLink({ link, label }: { link: string; label: string }) {
  const t = useWords()
  const [copied, setCopied] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
      announce(t.copied)
    } catch {
      announce(t.copyFailed)
    }
  }

  return (
    <div className="office-copy">
      <input
        className="in"
        readOnly
        value={link}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="btn" onClick={copy}>
        <Copy size={20} strokeWidth={1.75} aria-hidden="true" />
        {copied ? t.copied : t.copyLink}
      </button>
    </div>
  )
}

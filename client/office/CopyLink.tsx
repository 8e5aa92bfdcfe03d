import { Copy } from 'lucide-react'
import { useCopy } from './use-copy.ts'
import { useWords } from './words.ts'

/** A link to give by hand: shown whole, copied in one press. */
export function CopyLink({ link, label }: { link: string; label: string }) {
  const t = useWords()
  const { copied, copy } = useCopy(t)

  return (
    <div className="office-copy">
      <input
        className="in"
        readOnly
        value={link}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="btn" onClick={() => copy(link)}>
        <Copy size={20} strokeWidth={1.75} aria-hidden="true" />
        {copied ? t.copied : t.copyLink}
      </button>
    </div>
  )
}

import { Check, Copy, MonitorUp } from 'lucide-react'
import { useState } from 'react'
import { codeUrl, spacedCode } from '#client/kit/class-code.ts'
import { Dialog } from '#client/kit/index.ts'
import { Qr } from '#client/kit/Qr.tsx'
import { useConsoleWords } from '../words.ts'

type Props = { open: boolean; onClose: () => void; code: string; onStage: () => void }

/** The class code and its QR, large enough to be shared on screen; the way to the projection link. */
export function CodeDialog({ open, onClose, code, onStage }: Props) {
  const t = useConsoleWords()
  const url = codeUrl(code)
  return (
    <Dialog open={open} title={t.codeDialog} onClose={onClose} className="code-dialog">
      <div className="code-sheet">
        <div>
          <p className="lobby-url">{url.replace(/^https?:\/\//, '')}</p>
          <p className="lobby-code">
            <span className="label">{t.classCode}</span>
            <b className="code">{spacedCode(code)}</b>
          </p>
          <p className="label">{t.codeHelp}</p>
        </div>
        <Qr text={url} label={t.qr(url)} />
      </div>
      <div className="actions">
        <CopyButton text={url} label={t.copy} />
        <button type="button" className="btn" onClick={onStage}>
          <MonitorUp size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.stageScreen}
        </button>
      </div>
    </Dialog>
  )
}

/** Copies a text; says so once the browser has really done it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useConsoleWords()
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <button
      type="button"
      className="btn"
      onClick={() =>
        navigator.clipboard?.writeText(text).then(
          () => setCopied(true),
          () => undefined,
        )
      }
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <span role="status">{copied ? t.copied : label}</span>
    </button>
  )
}

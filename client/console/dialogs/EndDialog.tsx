import { useState } from 'react'
import { Dialog } from '#client/kit/index.ts'
import type { Ack } from '#shared/types.ts'
import { useConsoleWords } from '../words.ts'

/** Ending cannot be undone: it is asked twice, in words. */
export function EndDialog({
  open,
  onClose,
  onEnd,
}: {
  open: boolean
  onClose: () => void
  onEnd: () => Promise<Ack>
}) {
  const t = useConsoleWords()
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    await onEnd()
    setBusy(false)
    onClose()
  }
  return (
    <Dialog open={open} title={t.endDialog} onClose={onClose}>
      <p>{t.endHelp}</p>
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="button" className="btn stop" aria-busy={busy || undefined} onClick={confirm}>
          {t.endConfirm}
        </button>
      </div>
    </Dialog>
  )
}

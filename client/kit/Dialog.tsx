import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { words } from '../i18n/index.ts'
import './dialog.css'

const useWords = words({ fr: { close: 'Fermer' }, en: { close: 'Close' } })

/**
 * A native modal dialog. Escape, the cross and a press outside ask to close through `onClose`; the focus
 * goes back where it was, also when the dialog is unmounted while open.
 */
export function Dialog({
  open,
  title,
  onClose,
  children,
  className = '',
}: {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  className?: string
}) {
  const t = useWords()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    const before = document.activeElement
    dialog.showModal()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      {open && (
        <div className="dialog-in">
          <header>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="btn quiet sm" onClick={onClose} aria-label={t.close}>
              <X size={20} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  )
}

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'ok' | 'warn' | 'stop'
const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, stop: CircleAlert }

/**
 * A bar, an icon and words. `role="alert"` for what has just gone wrong under the reader's hand,
 * `role="status"` for what has just gone well; none for what is simply there.
 */
export function Notice({
  tone = 'info',
  role,
  children,
}: {
  tone?: NoticeTone
  role?: 'alert' | 'status'
  children: ReactNode
}) {
  const Icon = ICONS[tone]
  return (
    <div className={`note ${tone}`} role={role}>
      <Icon size={20} strokeWidth={1.75} className="i" aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}

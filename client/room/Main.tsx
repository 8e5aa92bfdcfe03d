import type { ReactNode } from 'react'

/** The room's main part. It scrolls by itself, so it takes the focus: arrow keys read what lies below. */
export function Main({ className, children }: { className: string; children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <main className={className} id="main" tabIndex={0}>
      {children}
    </main>
  )
}

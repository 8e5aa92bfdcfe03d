import { Circle, CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useWords } from './words.ts'

export type StepState = 'todo' | 'busy' | 'ok' | 'trouble'
const ICONS = { todo: CircleDashed, busy: Circle, ok: CircleCheck, trouble: CircleAlert }

/** One thing to test: its name, how it stands in an icon and a word, and what to do. */
export function Step({ title, state, children }: { title: string; state: StepState; children: ReactNode }) {
  const t = useWords()
  const id = useId()
  const Icon = ICONS[state]
  return (
    <section className={`test-step ${state}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p className="state">
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.state[state]}
        </p>
      </header>
      {children}
    </section>
  )
}

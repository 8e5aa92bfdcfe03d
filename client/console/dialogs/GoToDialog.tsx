import { useState } from 'react'
import { Dialog } from '#client/kit/index.ts'
import type { PlanItem } from '#shared/course.ts'
import { findItems } from '../find-items.ts'
import { useConsoleWords } from '../words.ts'
import { autofocus } from './autofocus.ts'

type Props = { open: boolean; onClose: () => void; plan: readonly PlanItem[]; onGo: (itemId: string) => void }

/** Type a slide number or a few letters of a title; Enter goes to the first line found. */
export function GoToDialog({ open, onClose, plan, onGo }: Props) {
  const t = useConsoleWords()
  return (
    <Dialog open={open} title={t.goToDialog} onClose={onClose}>
      <Finder plan={plan} onGo={onGo} />
    </Dialog>
  )
}

function Finder({ plan, onGo }: Pick<Props, 'plan' | 'onGo'>) {
  const t = useConsoleWords()
  const [typed, setTyped] = useState('')
  const found = findItems(plan, typed).slice(0, 8)
  return (
    <form
      className="finder"
      onSubmit={(event) => {
        event.preventDefault()
        if (found[0]) onGo(found[0].id)
      }}
    >
      <div className="f">
        <label htmlFor="go-to">{t.goToField}</label>
        <input
          id="go-to"
          className="in"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          ref={autofocus}
        />
      </div>
      {typed && found.length === 0 && <p role="status">{t.goToNone}</p>}
      <ul aria-label={t.goToResults}>
        {found.map((item, index) => (
          <li key={item.id}>
            <button type="button" className={index === 0 ? 'first' : undefined} onClick={() => onGo(item.id)}>
              <span className="num">{item.slide ?? '·'}</span>
              {item.title}
              {index === 0 && (
                <span className="k" aria-hidden="true">
                  {t.enter}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

import { Dialog } from '#client/kit/index.ts'
import type { ClassInfo } from '#shared/api.ts'
import { ItemThumb } from '../ItemThumb.tsx'
import { sectionNumbers } from '../plan-times.ts'
import { useConsoleWords } from '../words.ts'
import { autofocus } from './autofocus.ts'

type Props = {
  open: boolean
  onClose: () => void
  info: ClassInfo
  currentId?: string
  /** Absent before the start and after the end: the overview is then only looked at. */
  onGo?: (itemId: string) => void
}

/** Every line of the plan at a glance, by section; a press goes there. */
export function OverviewDialog({ open, onClose, info, currentId, onGo }: Props) {
  const t = useConsoleWords()
  const plan = info.plan ?? []
  const numbers = sectionNumbers(info.sections)
  return (
    <Dialog open={open} title={t.overviewDialog} onClose={onClose} className="overview">
      {info.sections.map((section) => (
        <section key={section.id} aria-labelledby={`ov-${section.id}`}>
          <h3 id={`ov-${section.id}`}>
            <span className="num">{numbers[section.id]}</span> {section.title}
          </h3>
          <ul>
            {plan
              .filter((item) => item.sectionId === section.id)
              .map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    ref={item.id === currentId ? autofocus : undefined}
                    aria-current={item.id === currentId ? 'step' : undefined}
                    aria-disabled={onGo ? undefined : true}
                    onClick={() => onGo?.(item.id)}
                  >
                    <ItemThumb item={item} />
                    <span className="cap">
                      <span className="num">{item.slide}</span> {item.title}
                      {item.kind && <small>{t.kinds[item.kind] ?? t.activity}</small>}
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}

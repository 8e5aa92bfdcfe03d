/** The documents beside the work: one at a time, under tabs. */
import { type KeyboardEvent, useRef, useState } from 'react'
import { Sheet } from '#client/kit/documents/Sheet.tsx'
import { Actors } from './Actors.tsx'
import { useScenarioWords } from './words.ts'
import type { Sheet as FormSheet } from './work.ts'

type Props = { documents: FormSheet['documents']; actors: FormSheet['actors']; id: string }

/** The tab that says who is who; only where the story does not stand beside it. */
const ACTORS = ' actors'

export function Documents({ documents, actors, id }: Props) {
  const t = useScenarioWords()
  const tabs = [
    ...documents.map((one) => ({ id: one.id, title: one.title })),
    { id: ACTORS, title: t.actors },
  ]
  const [asked, setAsked] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const open = tabs.find((one) => one.id === asked) ?? tabs[0]!
  const shown = documents.find((one) => one.id === open.id)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = (tabs.indexOf(open) + step + tabs.length) % tabs.length
    setAsked(tabs[at]!.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
  }
  return (
    <aside className="scenario-documents" id={id} aria-label={t.documentsOf}>
      <div ref={list} className="document-tabs" role="tablist" aria-label={t.documentsOf} onKeyDown={walk}>
        {tabs.map((one) => (
          <button
            key={one.id}
            type="button"
            className={one.id === ACTORS ? 'only-wide' : undefined}
            role="tab"
            id={`${id}-tab-${one.id.trim()}`}
            aria-selected={one === open}
            aria-controls={`${id}-sheet`}
            tabIndex={one === open ? 0 : -1}
            onClick={() => setAsked(one.id)}
          >
            {one.title}
          </button>
        ))}
      </div>
      <div
        className="document"
        role="tabpanel"
        id={`${id}-sheet`}
        aria-labelledby={`${id}-tab-${open.id.trim()}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
        tabIndex={0}
      >
        {shown ? <Sheet key={shown.id} document={shown} /> : <Actors actors={actors} />}
      </div>
    </aside>
  )
}

import { Check, CircleAlert } from 'lucide-react'
import { useDeferredValue, useEffect, useId } from 'react'
import type { PeopleProblem } from '#shared/api.ts'
import { readPeople } from '#shared/people.ts'
import { useLanguage } from '../i18n/index.ts'
import { announce } from '../kit/LiveRegion.tsx'
import { Notice } from '../kit/Notice.tsx'
import { SheetImport } from './people/SheetImport.tsx'
import { useWords } from './words.ts'

const FEWEST = 3
const MOST = 12
const SETTLED_MS = 1200

/** A box to paste names in, and beside it the list as it is understood, line by line: the server reads it with the same rules. */
export function PeopleField({
  as,
  text,
  onChange,
  missing,
}: {
  /** Who reads a file. */
  as: string
  text: string
  onChange: (text: string) => void
  missing: boolean
}) {
  const t = useWords()
  const language = useLanguage()
  const typed = useDeferredValue(text)
  const { people, problems } = readPeople(typed, language)
  const empty = typed.trim() === ''
  const ids = { field: useId(), hint: useId(), say: useId(), why: useId() }
  const summary = empty ? '' : t.peopleSay(people.length, problems.length)
  const unusual = !empty && problems.length === 0 && (people.length < FEWEST || people.length > MOST)

  // Told once the typing has stopped, not at every key.
  useEffect(() => {
    if (!summary) return
    const timer = setTimeout(() => announce(summary), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [summary])

  const lines = [
    ...people.map((person) => ({ ...person, fault: undefined })),
    ...(empty ? [] : problems).map((fault) => ({ line: fault.line, fault })),
  ].toSorted((a, b) => a.line - b.line)

  return (
    <div className="office-people">
      <div className="f">
        <label htmlFor={ids.field}>{t.people}</label>
        <p className="hint" id={ids.hint}>
          {t.peopleHint}
        </p>
        <SheetImport as={as} onLines={onChange} />
        <textarea
          className={`in ${missing || (!empty && problems.length) ? 'bad' : ''}`}
          id={ids.field}
          name="people"
          rows={12}
          spellCheck={false}
          autoComplete="off"
          placeholder={'Corinne Estèbe <c.estebe@exemple.fr>\nKarim Oualid <k.oualid@exemple.fr>'}
          value={text}
          aria-invalid={missing || (!empty && problems.length > 0) || undefined}
          aria-describedby={`${ids.hint} ${ids.say}${missing ? ` ${ids.why}` : ''}`}
          onChange={(event) => onChange(event.target.value)}
        />
        {missing && (
          <p className="why tx-stop" id={ids.why}>
            {t.peopleMissing}
          </p>
        )}
      </div>
      <section className="office-read" aria-label={t.peoplePreview}>
        <p className="office-read-say" id={ids.say}>
          {empty ? t.peopleNone : summary}
        </p>
        {unusual && <Notice tone="warn">{t.few(people.length)}</Notice>}
        <ol>
          {lines.map((one) =>
            one.fault ? (
              <Fault key={`f${one.line}`} fault={one.fault} />
            ) : (
              <li key={one.line}>
                <Check size={16} strokeWidth={2} className="tx-ok" aria-hidden="true" />
                <b>{one.name}</b>
                <span>{one.email}</span>
              </li>
            ),
          )}
        </ol>
      </section>
    </div>
  )
}

function Fault({ fault }: { fault: PeopleProblem }) {
  const t = useWords()
  return (
    <li className="bad">
      <CircleAlert size={16} strokeWidth={2} className="tx-stop" aria-hidden="true" />
      <b>{t.lineFault(fault.line, fault.problem)}</b>
      {fault.text && <code>{fault.text}</code>}
      <span>{fault.remedy}.</span>
    </li>
  )
}

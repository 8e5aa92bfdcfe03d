/** One's places: the field being written first, what was sent below, and a way to add one more. */
import { Plus, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Rejection } from '#shared/types.ts'
import { draftKey, readDraft } from '../text-draft.tsx'
import type { OpenQuestionEntry } from './definition.ts'
import { Field } from './Field.tsx'
import { OwnEntry } from './OwnEntry.tsx'
import { isWritten, placesOf } from './places.ts'
import { useOpenWords } from './words.ts'

export type WritingWords = {
  field: (n: number | undefined) => string
  hint?: string
  another: string
  own: string
}

type Props = {
  entries: Record<string, OpenQuestionEntry>
  perPerson: number
  maxLength: number
  rows: number
  /** The next place is offered at once: words come one after the other. */
  inARow: boolean
  words: WritingWords
  /** Where drafts are kept. */
  under: string
  pending: Record<string, number>
  refused?: { place: string; text: string; why: Rejection }
  connected: boolean
  keptOn: 'device' | 'memory'
  mayWrite: boolean
  /** What is stored may be changed or taken back. */
  mayChange: boolean
  send: (place: string, text: string) => void
}

export function Writing(props: Props) {
  const { entries, words, under, mayWrite, mayChange, refused, send } = props
  const t = useOpenWords()
  const places = placesOf(props.perPerson)
  const written = places.filter((place) => isWritten(entries[place]))
  const free = places.filter((place) => !isWritten(entries[place]))
  const [asked, ask] = useState<string | undefined>(() => unsent(places, entries, under))
  const touched = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  const place = mayWrite ? placeNow(asked, written, free, props.inARow) : undefined
  const known = places.includes(asked ?? '') && mayChange
  const at = place !== undefined && (known || !isWritten(entries[place])) ? place : undefined
  // What the server refused comes back into its field.
  const refusedAt = refused?.place
  const why = refused?.why
  useEffect(() => {
    if (why) ask(refusedAt)
  }, [why, refusedAt])
  const leave = (next?: string) => {
    touched.current = true
    ask(next)
  }
  // A field that closes takes the focus with it: it goes to what can be done next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the field changes, and only then
  useEffect(() => {
    if (!touched.current || (document.activeElement && document.activeElement !== document.body)) return
    box.current?.querySelector<HTMLElement>('input, textarea, .another, .own-entry button')?.focus()
  }, [at])
  return (
    <div ref={box} className="open-writing">
      {refused && (
        <div className="note stop" role="alert">
          <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
          <div>
            <b>{t.refused}</b> {refused.text && t.about(refused.text)} {refused.why.reason}
          </div>
        </div>
      )}
      {at && (
        <Field
          key={refusedAt === at ? `${at} again` : at}
          label={words.field(places.length > 1 ? places.indexOf(at) + 1 : undefined)}
          hint={words.hint}
          draftAt={draftKey(under, at)}
          stored={entries[at]?.text || undefined}
          refused={refusedAt === at ? refused?.text : undefined}
          maxLength={props.maxLength}
          rows={props.rows}
          autoFocus={touched.current}
          send={(text) => {
            send(at, text)
            leave()
          }}
          cancel={written.length > 0 && !props.inARow ? () => leave() : undefined}
        />
      )}
      {mayWrite && !at && free[0] && (
        <button type="button" className="btn another" onClick={() => leave(free[0])}>
          <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
          {words.another}
          <small className="num">{t.places(free.length)}</small>
        </button>
      )}
      {written.some((one) => one !== at) && (
        <>
          <h2>{words.own}</h2>
          <ul className="own-entries">
            {written.map(
              (one) =>
                one !== at && (
                  <OwnEntry
                    key={one}
                    entry={entries[one]!}
                    draftAt={draftKey(under, one)}
                    pendingSince={props.pending[one]}
                    connected={props.connected}
                    keptOn={props.keptOn}
                    change={mayChange ? () => leave(one) : undefined}
                    takeBack={mayChange ? () => send(one, '') : undefined}
                  />
                ),
            )}
          </ul>
        </>
      )}
    </div>
  )
}

/** The place asked for; without one, the first while nothing is written, or the next when words come in a row. */
function placeNow(asked: string | undefined, written: string[], free: string[], inARow: boolean) {
  if (asked) return asked
  return written.length === 0 || inARow ? free[0] : undefined
}

/** A place whose draft was left unsent, by a refresh for instance. */
function unsent(places: string[], entries: Record<string, OpenQuestionEntry>, under: string) {
  return places.find((place) => {
    const draft = readDraft(draftKey(under, place))
    return draft !== undefined && draft.trim() !== (entries[place]?.text ?? '')
  })
}

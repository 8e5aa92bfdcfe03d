/** One copy, over the shoulder: what stands in each field as it is typed, what is wrong, the trainer's words. */

import { ChevronLeft, ChevronRight, Presentation, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { fr, time } from '#client/i18n/format.ts'
import { announce } from '#client/kit/index.ts'
import { useDraft, useFocus } from '#client/live/draft.ts'
import { useCockpitWords } from '../trainer-words.ts'
import { CopyActs } from './CopyActs.tsx'
import { CopyFields } from './CopyFields.tsx'
import { CopyMore } from './CopyMore.tsx'
import { openCopy, typedNow } from './model.ts'
import type { CopyProps } from './props.ts'
import { SIGNS } from './Tile.tsx'

type Props = CopyProps & { onGo: (step: number) => void; onClose: () => void }

export function CopyPanel({ onGo, onClose, ...props }: Props) {
  const { tile, trainer, now, nameOf } = props
  const t = useCockpitWords()
  const typed = useDraft(tile.copyId)
  const focus = useFocus()
  const { copy } = tile
  const name = nameOf(tile.people)
  const read = copy && openCopy(trainer.definition, copy, typedNow(typed, copy, now))
  return (
    <aside className="copy" aria-label={t.copyOf(name)}>
      <header>
        <div>
          <Title name={name} />
          <p className="num">
            <Where {...props} />
            {read && copy && copy.state !== 'not-started' && (
              <span className={read.wrong > 0 ? 'tx-stop' : ''}> · {t.fieldsToReview(read.wrong)}</span>
            )}
          </p>
        </div>
        <div className="nav">
          {tile.copyId && <ShowKey {...props} copyId={tile.copyId} />}
          <button
            type="button"
            className="btn sm quiet"
            aria-label={t.previous}
            aria-keyshortcuts="K"
            onClick={() => onGo(-1)}
          >
            <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn sm quiet"
            aria-label={t.next}
            aria-keyshortcuts="J"
            onClick={() => onGo(1)}
          >
            <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn sm quiet"
            aria-label={t.close}
            aria-keyshortcuts="Escape"
            onClick={onClose}
          >
            <X size={20} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className="copy-body" tabIndex={0} aria-label={t.copyOf(name)}>
        {copy && read && tile.copyId ? (
          <>
            <CopyFields
              {...props}
              copyId={tile.copyId}
              copy={copy}
              read={read}
              inHand={focus[tile.copyId]?.field}
            />
            <CopyMore {...props} copy={copy} mistakes={read.mistakes} />
          </>
        ) : (
          <p className="empty">{t.notBegun}</p>
        )}
      </section>
      <CopyActs {...props} />
    </aside>
  )
}

/** Takes the focus when the copy opens: the trainer has just asked for it. */
function Title({ name }: { name: string }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return (
    <h2 ref={ref} tabIndex={-1}>
      {name}
    </h2>
  )
}

function Where({ tile: { state, copy } }: CopyProps) {
  const t = useCockpitWords()
  const { icon: Icon, tone } = SIGNS[state]
  const last = Object.values(copy?.attempts ?? {}).at(-1)
  const words =
    state === 'submitted' && last
      ? t.handedInAt(time(last.at))
      : state === 'accepted' && copy?.accepted
        ? t.acceptedAt(time(copy.accepted.at))
        : state === 'returned' && copy?.returned
          ? t.returnedAt(time(copy.returned.at))
          : t.state[state]
  return (
    <>
      <b className={`state ${tone}`}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        {words}
      </b>
      {copy && ` · ${fr(copy.status.label)}`}
      {copy?.savedOnly && <b className="tx-warn"> · {t.savedOnly}</b>}
    </>
  )
}

/** Puts the copy on the stage without its author's name, and takes it off. */
function ShowKey({ copyId, trainer, online, over, send }: CopyProps & { copyId: string }) {
  const t = useCockpitWords()
  const [busy, setBusy] = useState(false)
  const shown = trainer.shown === copyId
  if (over) return null
  return (
    <button
      type="button"
      className={shown ? 'btn sm main' : 'btn sm'}
      aria-pressed={shown}
      aria-busy={busy || undefined}
      disabled={!online}
      onClick={async () => {
        setBusy(true)
        const ack = await send('activity.do', { type: 'show', ...(!shown && { copyId }) })
        setBusy(false)
        if (ack.ok && !shown) announce(t.shownSaid)
      }}
    >
      <Presentation size={16} strokeWidth={1.75} aria-hidden="true" />
      {shown ? (
        t.unshow
      ) : (
        <span>
          {t.show} <span className="wide">{t.showMore}</span>
        </span>
      )}
    </button>
  )
}

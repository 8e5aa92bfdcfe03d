import { NOTES_SIZES, usePreferences } from './preferences.ts'
import { useConsoleWords } from './words.ts'

/** The speaker's notes, a paragraph per blank line, at the size the trainer likes. */
export function Notes({ text, loading }: { text?: string; loading: boolean }) {
  const t = useConsoleWords()
  const { notesSize, set } = usePreferences()
  const at = Math.max(0, NOTES_SIZES.indexOf(notesSize as (typeof NOTES_SIZES)[number]))
  const resize = (by: number) => set({ notesSize: NOTES_SIZES[at + by] ?? notesSize })
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((paragraph) => paragraph.trim())
  return (
    <section className="notes" aria-labelledby="notes">
      <div className="nh">
        <h2 id="notes">{t.notes}</h2>
        <span className="label">{t.notesYours}</span>
        <span className="r">
          <button
            type="button"
            className="btn sm quiet"
            aria-label={t.notesSmaller}
            disabled={at === 0}
            onClick={() => resize(-1)}
          >
            A−
          </button>
          <button
            type="button"
            className="btn sm quiet"
            aria-label={t.notesLarger}
            disabled={at === NOTES_SIZES.length - 1}
            onClick={() => resize(1)}
          >
            A+
          </button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <div className="tx scroll" tabIndex={0} style={{ fontSize: `${notesSize / 16}rem` }}>
        {paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
          <p key={index}>{paragraph}</p>
        ))}
        {paragraphs.length === 0 && !loading && <p className="tx-mute">{t.notesEmpty}</p>}
      </div>
    </section>
  )
}

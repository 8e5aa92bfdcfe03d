/** Answers given after the close: shown, marked, never counted. */
import { useSharedWords } from './words.ts'

/** `who`: one text per person, or how many when no name may be shown. */
export function Late({ who }: { who: readonly string[] | number }) {
  const t = useSharedWords()
  if (typeof who === 'number') return who > 0 ? <p className="late">{t.lateCount(who)}</p> : null
  if (who.length === 0) return null
  return (
    <p className="late">
      <b>{t.late}</b> {who.join(', ')}
    </p>
  )
}

/** A participant's question that the trainer shows to all, without a name. */
import { useLive } from '#client/live/hooks.ts'
import { useFloorWords } from './floor-words.ts'

export function Asked() {
  const t = useFloorWords()
  const asked = useLive((s) => (s.view?.everyone.phase === 'live' ? s.view.everyone.asked : undefined))
  if (!asked) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="asked-now" aria-label={t.asked} tabIndex={0}>
      <p className="label">{t.asked}</p>
      <p>{asked.text}</p>
    </section>
  )
}

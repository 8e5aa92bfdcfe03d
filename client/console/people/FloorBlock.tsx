/** First in the panel: who speaks, who waits, who has not been heard. Silent when there is nothing. */
import { usePreferences } from '../preferences.ts'
import { unheard } from './floor-times.ts'
import { Hands } from './Hands.tsx'
import { Turn } from './Turn.tsx'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

const SHOWN = 4
/** Early in the day nobody has been heard, and the list says nothing. */
const FEW = 4

export function FloorBlock({ onAll, ...props }: PeopleProps & { onAll: () => void }) {
  const t = usePeopleWords()
  const { namesHidden, shortcuts } = usePreferences()
  const { everyone, trainer, people } = props
  const { hands, speaker } = everyone.floor
  if (hands.length === 0 && speaker === undefined) return null
  const silent = unheard(people, everyone.floor, trainer.spoken)
  return (
    <section className="blk floor" aria-labelledby="hands">
      <Turn {...props} />
      <h2 id="hands">
        {t.hands}
        <button type="button" className="all num" onClick={onAll}>
          {hands.length} · {t.seeAll}
          {shortcuts && (
            <span className="k" aria-hidden="true">
              H
            </span>
          )}
        </button>
      </h2>
      <Hands {...props} most={SHOWN} />
      {hands.length > SHOWN && (
        <button type="button" className="all" onClick={onAll}>
          {t.others(hands.length - SHOWN)}
        </button>
      )}
      {hands.length > 0 && silent.length > 0 && silent.length <= FEW && !namesHidden && (
        <p className="label">{t.unheard(silent.map((person) => person.name).join(', '))}</p>
      )}
    </section>
  )
}

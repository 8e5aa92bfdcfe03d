/** The mood or the words of the group; who said what is for the trainer alone. */
import { fr } from '#client/i18n/format.ts'
import { MOODS } from './limits.ts'
import { MoodSign } from './MoodSign.tsx'
import { useTrainerWords } from './trainer-words.ts'
import type { RoundProps } from './use-round.tsx'
import { useRoundtableWords } from './words.ts'

export function Moods({ mood, own, nameOf, namesHidden }: RoundProps & { mood: 'mood' | 'word' }) {
  const t = useTrainerWords()
  const room = useRoundtableWords()
  const given = Object.entries(own.answers)
  const names = (ids: string[]) => (namesHidden ? '' : ids.map(nameOf).join(', '))
  return (
    <section className="capt" aria-labelledby="rt-moods">
      <h3 id="rt-moods">{mood === 'mood' ? t.moods : t.words}</h3>
      {given.length === 0 && <p className="label">{t.noMood}</p>}
      <ul className="felt">
        {mood === 'mood'
          ? given.length > 0 &&
            MOODS.map((one) => {
              const who = given.filter(([, answer]) => answer.mood === one).map(([id]) => id)
              return (
                <li key={one}>
                  <b>
                    <MoodSign mood={one} size={20} /> {room.moods[one]}
                  </b>
                  <span>
                    <span className="num">{who.length}</span> <span className="tx-mute">{names(who)}</span>
                  </span>
                </li>
              )
            })
          : given.map(([id, { word = '' }]) => (
              <li key={id}>
                <b>{names([id])}</b>
                <span>{fr(word)}</span>
              </li>
            ))}
      </ul>
    </section>
  )
}

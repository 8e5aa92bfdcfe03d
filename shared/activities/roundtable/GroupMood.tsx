/** The mood or the words of the group, without names: in the room and on the stage. */
import { fr } from '#client/i18n/format.ts'
import type { RoundtableEveryone } from './definition.ts'
import { MOODS } from './limits.ts'
import { MoodSign } from './MoodSign.tsx'
import { useRoundtableWords } from './words.ts'

export function GroupMood({
  everyone: { moods = {}, words = {}, mood },
  size = 24,
}: {
  everyone: Pick<RoundtableEveryone, 'mood' | 'moods' | 'words'>
  size?: number
}) {
  const t = useRoundtableWords()
  const given = mood === 'mood' ? Object.values(moods).some((n) => n > 0) : Object.keys(words).length > 0
  if (!given) return <p className="rules">{t.noneYet}</p>
  if (mood === 'word')
    return (
      <ul className="group-words">
        {Object.entries(words).map(([id, word]) => (
          <li key={id}>{fr(word)}</li>
        ))}
      </ul>
    )
  return (
    <ul className="group-moods">
      {MOODS.map((one) => (
        <li key={one}>
          <MoodSign mood={one} size={size} />
          <span>{t.moods[one]}</span>
          <b className="num">{moods[one] ?? 0}</b>
        </li>
      ))}
    </ul>
  )
}

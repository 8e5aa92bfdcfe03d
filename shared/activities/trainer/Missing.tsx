/** Who has not answered, by name unless names are hidden. */
import type { TrainerScreenProps } from '../trainer-screen.ts'
import { useSharedWords } from './words.ts'

type Props = Pick<TrainerScreenProps, 'people' | 'namesHidden'> & {
  missing: readonly string[]
  title?: string
  none?: string
}

export function Missing({ missing, people, namesHidden, title, none }: Props) {
  const t = useSharedWords()
  return (
    <div className="miss">
      <h3>{title ?? t.missing}</h3>
      {missing.length === 0 && <p className="label">{none ?? t.missingNone}</p>}
      {namesHidden && missing.length > 0 && <p className="label">{t.missingHidden(missing.length)}</p>}
      {!namesHidden && (
        <ul>
          {missing.map((id) => (
            <li key={id}>
              {people[id]?.name}
              {!people[id]?.online && <span>{t.offline}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

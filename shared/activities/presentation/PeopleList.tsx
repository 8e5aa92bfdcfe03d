/** Everyone, in the order in which they present: press a name to see their sheet. */
import type { OralScreenProps } from './props.ts'
import { useTrainerWords } from './trainer-words.ts'

type Props = OralScreenProps & { all: string[]; chosen?: string; choose: (personId: string) => void }

export function PeopleList({ all, chosen, choose, ...props }: Props) {
  const t = useTrainerWords()
  const { oral, nameOf } = props
  const of = all.filter((id) => oral.people[id] !== 'skipped').length
  return (
    <section aria-labelledby="oral-people">
      <h3 id="oral-people">{t.people}</h3>
      <p className="label num">{t.presented(oral.answeredCount, of)}</p>
      <ul className="oral-people">
        {all.map((id) => (
          <li key={id} className={oral.people[id]}>
            <button type="button" aria-pressed={id === chosen} onClick={() => choose(id)}>
              <span>{nameOf(id)}</span>
              <small className="num">{stateOf(t, props, id)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf(
  t: ReturnType<typeof useTrainerWords>,
  { oral, own, people }: OralScreenProps,
  id: string,
): string {
  const sheet = own.sheets[id]
  const graded = Object.keys(sheet?.grades ?? {}).length
  const standing = oral.people[id]
  const words = [
    standing === 'presenting' && t.presents,
    standing === 'done' && t.done,
    standing === 'skipped' && t.skipped,
    sheet?.releasedAt !== undefined
      ? t.released
      : graded > 0 && t.graded(graded, own.definition.criteria.length),
    people[id]?.online === false && standing !== 'done' && t.offline,
  ]
  return words.filter(Boolean).join(' · ')
}

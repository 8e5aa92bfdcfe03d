/** The grading grid: a level for each criterion, or none. */
import { useId } from 'react'
import { fr } from '#client/i18n/format.ts'
import type { PresentationDefinition } from './definition.ts'
import { useTrainerWords } from './trainer-words.ts'

type Props = {
  definition: PresentationDefinition
  grades: Record<string, number>
  disabled: boolean
  /** Without a level: not graded. */
  grade: (criterionId: string, level?: number) => void
}

export function Grid({ definition: { criteria, levels }, grades, disabled, grade }: Props) {
  const t = useTrainerWords()
  const group = useId()
  return (
    <section className="oral-grid" aria-label={t.grid}>
      {criteria.map(({ id, text, objective }) => (
        <fieldset key={id} disabled={disabled}>
          <legend>
            {fr(text)} {objective !== undefined && <small>{t.objective(objective)}</small>}
          </legend>
          <div className="levels">
            {[undefined, ...levels.keys()].map((i) => {
              const level = i === undefined ? undefined : i + 1
              return (
                <label key={level ?? 0} className={level === undefined ? 'level none' : 'level'}>
                  <input
                    type="radio"
                    className="vh"
                    name={`${group}-${id}`}
                    checked={grades[id] === level}
                    onChange={() => grade(id, level)}
                  />
                  <span>
                    {level !== undefined && <b className="num">{level}</b>}{' '}
                    {i === undefined ? t.none : fr(levels[i] ?? '')}
                  </span>
                </label>
              )
            })}
          </div>
        </fieldset>
      ))}
    </section>
  )
}

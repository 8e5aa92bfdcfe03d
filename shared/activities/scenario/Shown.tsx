/** One copy that the trainer shows to all, without anybody's name. */
import { fr } from '#shared/typography.ts'
import { shown as text } from './participant-model.ts'
import { useScenarioWords } from './words.ts'
import type { ScenarioEveryone, Sheet } from './work.ts'

type Props = { sheet: Sheet; shown: NonNullable<ScenarioEveryone['shown']> }

export function Shown({ sheet, shown }: Props) {
  const t = useScenarioWords()
  return (
    <details className="model shown-copy" open>
      <summary>{t.shownCopy}</summary>
      <dl>
        {sheet.fields
          .filter(({ id }) => Object.hasOwn(shown.values, id))
          .map((field) => (
            <div key={field.id}>
              <dt>{field.label}</dt>
              <dd className="num">
                {text(field, shown.values[field.id]) || t.empty}
                {shown.wrong[field.id] && <span className="why tx-stop">{fr(shown.wrong[field.id]!)}</span>}
              </dd>
            </div>
          ))}
      </dl>
    </details>
  )
}

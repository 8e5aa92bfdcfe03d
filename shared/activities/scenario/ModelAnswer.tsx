/** The model answer, once the trainer has given it, beside one's own. */
import { Check } from 'lucide-react'
import { fr } from '#shared/typography.ts'
import { type OwnCopy, sameValue, shown } from './participant-model.ts'
import { useScenarioWords } from './words.ts'
import type { Model, Sheet } from './work.ts'

export function ModelAnswer({ sheet, model, copy }: { sheet: Sheet; model: Model; copy: OwnCopy }) {
  const t = useScenarioWords()
  return (
    <details className="model" open>
      <summary>{t.model}</summary>
      <p>{fr(model.comment)}</p>
      <dl>
        {sheet.fields
          .filter(({ id }) => Object.hasOwn(model.values, id))
          .map((field) => {
            const expected = model.values[field.id]!
            const own = copy.values[field.id]?.value
            const words = model.expected[field.id]
            const right = sameValue(field, own, expected)
            return (
              <div key={field.id}>
                <dt>{field.label}</dt>
                <dd className="num">
                  {shown(field, expected)}
                  {words && <small>{fr(words)}</small>}
                  {right ? (
                    <span className="same tx-ok">
                      <Check size={16} strokeWidth={2} aria-hidden="true" /> {t.same}
                    </span>
                  ) : (
                    <span className="tx-mute">{t.yours(shown(field, own) || t.empty)}</span>
                  )}
                </dd>
              </div>
            )
          })}
      </dl>
    </details>
  )
}

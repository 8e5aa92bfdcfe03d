/** The form: its steps, and the final gestures. */
import { FieldBox } from './FieldBox.tsx'
import type { OwnCopy, ScenarioProps } from './participant-model.ts'
import type { Work } from './use-work.tsx'
import { useScenarioWords } from './words.ts'
import type { Sheet } from './work.ts'

export type FormProps = ScenarioProps & { sheet: Sheet; copy: OwnCopy; work: Work }

export function Form(props: FormProps) {
  const { sheet, copy, work, send, activityId } = props
  const t = useScenarioWords()
  return (
    <form className="scenario-form" onSubmit={(event) => event.preventDefault()} aria-label={t.form}>
      {sheet.steps.map(({ id, title }) => (
        <fieldset key={id}>
          <legend>{title}</legend>
          {sheet.fields
            .filter(({ step }) => step === id)
            .map((field) => (
              <FieldBox key={field.id} field={field} activityId={activityId} copy={copy} work={work} />
            ))}
        </fieldset>
      ))}
      <div className="scenario-actions">
        {sheet.actions
          .filter(({ id }) => copy.actions.includes(id))
          .map(({ id, label, sends }) => (
            <button
              key={id}
              type="button"
              className={sends ? 'btn main' : 'btn'}
              onClick={() => {
                work.flush()
                send({ type: 'act', action: id })
              }}
            >
              {label}
            </button>
          ))}
      </div>
    </form>
  )
}

/** The form: its steps and fields. Steps of other roles are there to be read. */
import { fr } from '#shared/typography.ts'
import { FieldBox } from './FieldBox.tsx'
import type { FormProps } from './props.ts'
import { useScenarioWords } from './words.ts'

export function Form(props: FormProps) {
  const { sheet, mine } = props
  const t = useScenarioWords()
  const roles = Object.keys(mine.roles ?? {})
  return (
    <form className="scenario-form" onSubmit={(event) => event.preventDefault()} aria-label={t.form}>
      <p className="form-kind">{t.form}</p>
      {sheet.steps.map(({ id, title, role }) => {
        const fields = sheet.fields.filter(({ step }) => step === id)
        const theirs = role !== undefined && !roles.includes(role)
        const by = sheet.roles.find((one) => one.id === role)?.title ?? ''
        return (
          <section key={id} aria-labelledby={`step-${props.activityId}-${id}`}>
            <h2 id={`step-${props.activityId}-${id}`}>
              {fr(title)} <small>{theirs ? t.filledBy(fr(by)) : t.fields(fields.length)}</small>
            </h2>
            {fields.map((field) => (
              <FieldBox key={field.id} {...props} field={field} />
            ))}
          </section>
        )
      })}
    </form>
  )
}

/** What a field is filled in with, by its type; its label with it. */
import { Attachments } from './Attachments.tsx'
import { Lines } from './Lines.tsx'
import { type SheetField, settled } from './participant-model.ts'
import type { ControlProps } from './props.ts'
import { Ticks } from './Ticks.tsx'
import { useScenarioWords } from './words.ts'

export function Control(props: ControlProps) {
  const t = useScenarioWords()
  switch (props.field.type) {
    case 'choices':
      return <Ticks {...props} />
    case 'attachments':
      return <Attachments {...props} />
    case 'lines':
      return <Lines {...props} />
    default:
      return (
        <>
          <label htmlFor={props.id}>
            {props.field.label}
            {props.field.required && <small>{t.required}</small>}
          </label>
          <OneValue {...props} />
        </>
      )
  }
}

/** The keyboard a phone shows. */
const KEYBOARDS: Partial<Record<SheetField['type'], 'decimal' | 'numeric'>> = {
  money: 'decimal',
  percent: 'decimal',
  number: 'decimal',
  siret: 'numeric',
  date: 'numeric',
}
const UNITS: Partial<Record<SheetField['type'], string>> = { money: '€', percent: '%' }

function OneValue({ id, field, value, focused, bad, describedBy, onType }: ControlProps) {
  const t = useScenarioWords()
  const text = typeof value === 'string' ? value : ''
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': bad || undefined,
    className: bad ? 'in bad' : 'in',
  }
  if (field.type === 'choice')
    return (
      <select {...common} value={text} onChange={(event) => onType(event.target.value)}>
        <option value="">{t.choose}</option>
        {(field as { options?: { value: string; label: string }[] }).options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  if (field.type === 'long-text')
    return <textarea {...common} rows={4} value={text} onChange={(event) => onType(event.target.value)} />
  const unit = UNITS[field.type]
  const codes = field.type === 'iban' || field.type === 'vat' || field.type === 'identifier'
  const input = (
    <input
      {...common}
      type="text"
      className={`${common.className} num`}
      inputMode={KEYBOARDS[field.type]}
      autoCapitalize={codes ? 'characters' : undefined}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={field.type === 'text' && undefined}
      placeholder={field.type === 'date' ? t.datePlaceholder : undefined}
      value={focused ? text : settled(field, value)}
      onChange={(event) => onType(event.target.value)}
    />
  )
  if (unit === undefined) return input
  return (
    <span className="with-unit">
      {input}
      <span className="unit" aria-hidden="true">
        {unit}
      </span>
    </span>
  )
}

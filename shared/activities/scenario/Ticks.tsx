/** Several answers to tick. */
import type { ControlProps } from './props.ts'

/** A group of boxes; `boxes` are what can be ticked, in order. */
export function TickGroup({
  id,
  field,
  value,
  describedBy,
  onType,
  boxes,
}: ControlProps & { boxes: { value: string; label: string; more?: string }[] }) {
  const picked = Array.isArray(value) ? (value as string[]) : []
  const toggle = (one: string, on: boolean) =>
    onType(boxes.map((box) => box.value).filter((each) => (each === one ? on : picked.includes(each))))
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldsets of the form are its steps
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <span className="lab" id={`${id}-label`}>
        {field.label}
      </span>
      {boxes.map((box) => (
        <label key={box.value} className="tick">
          <input
            type="checkbox"
            checked={picked.includes(box.value)}
            onChange={(event) => toggle(box.value, event.target.checked)}
          />
          <span>
            {box.label}
            {box.more && <small>{box.more}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

export function Ticks(props: ControlProps) {
  const { options = [] } = props.field as { options?: { value: string; label: string }[] }
  return <TickGroup {...props} boxes={options} />
}

/** The choices of a question: native radios or boxes, a row of degrees for a scale. */
import { Check } from 'lucide-react'
import { useRef } from 'react'
import { ChoiceShape } from '#client/kit/index.ts'
import type { Asked } from './types.ts'
import { useQuestionWords } from './words.ts'

type Props = {
  question: Asked
  /** Groups the radios. */
  name: string
  labelledBy: string
  choice: readonly string[]
  disabled: boolean
  /** The whole new choice. `byPointer`: with a finger or a mouse, not by walking with the arrow keys. */
  onChoose: (choice: string[], byPointer: boolean) => void
}

const POINTER_MS = 1000

export function Choices({ question, name, labelledBy, choice, disabled, onChoose }: Props) {
  const t = useQuestionWords()
  const pointerAt = useRef(Number.NEGATIVE_INFINITY)
  const { multiple, order, options, scale } = question
  const choose = (id: string, checked: boolean) => {
    const others = multiple ? choice.filter((other) => other !== id) : []
    const next = checked ? order.filter((other) => other === id || others.includes(other)) : others
    onChoose(next, performance.now() - pointerAt.current < POINTER_MS)
  }
  return (
    <fieldset
      className={`choices${scale ? ' scale' : ''}`}
      aria-labelledby={labelledBy}
      disabled={disabled}
      onPointerDown={() => {
        pointerAt.current = performance.now()
      }}
    >
      {multiple && <p className="quiet-line">{t.several}</p>}
      <div
        className={scale ? 'degrees' : 'chs'}
        style={
          scale ? { gridTemplateColumns: `repeat(${Math.min(order.length, 6)}, minmax(0, 1fr))` } : undefined
        }
      >
        {order.map((id) => (
          <label key={id} className={scale ? 'deg' : 'ch'} data-option={id}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={`choice-${name}`}
              value={id}
              className="vh"
              checked={choice.includes(id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
            />
            {!scale && <span className="lt">{id.toUpperCase()}</span>}
            {!scale && <ChoiceShape id={id} />}
            <span className="tx num">{options[id]?.text}</span>
            <Check className="tk" size={20} strokeWidth={2} aria-hidden="true" />
          </label>
        ))}
      </div>
      {scale && (
        <p className="ends">
          <span>
            {options[order[0] ?? '']?.text} : {scale.low}
          </span>
          <span>
            {options[order.at(-1) ?? '']?.text} : {scale.high}
          </span>
        </p>
      )}
    </fieldset>
  )
}

/** The choices of a question at projection size, before any result. */
import { ChoiceShape } from '#client/kit/index.ts'
import type { Asked } from '#shared/activities/question/types.ts'
import '#shared/activities/question/results.css'

export function StageOptions({ question: { order, options, scale } }: { question: Asked }) {
  if (scale)
    return (
      <div className="scale-stage">
        <ol>
          {order.map((id) => (
            <li key={id} className="num">
              {options[id]?.text}
            </li>
          ))}
        </ol>
        <p>
          <span>{scale.low}</span>
          <span>{scale.high}</span>
        </p>
      </div>
    )
  return (
    <ol className="results rows for-stage options">
      {order.map((id) => (
        <li key={id} data-option={id}>
          <span className="lt">{id.toUpperCase()}</span>
          <ChoiceShape id={id} />
          <span className="tx">{options[id]?.text}</span>
        </li>
      ))}
    </ol>
  )
}

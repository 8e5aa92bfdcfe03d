/** Who speaks, and when: the whole order, folded until somebody wants it. */
import type { RoundProps } from './props.ts'
import { useRoundtableWords } from './words.ts'

export function OrderList({ everyone, me, nameOf }: RoundProps) {
  const t = useRoundtableWords()
  const { order, people, answeredCount } = everyone
  return (
    <details className="round-order">
      <summary>
        {t.order} <span className="num">{t.heard(answeredCount, order.length)}</span>
      </summary>
      <ol>
        {order.map((id) => {
          const standing = people[id] ?? 'waiting'
          return (
            <li key={id} className={standing} aria-current={standing === 'speaking' || undefined}>
              <span>
                {nameOf(id)}
                {id === me && ` (${t.you})`}
              </span>
              <span className="st">{t.states[standing]}</span>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

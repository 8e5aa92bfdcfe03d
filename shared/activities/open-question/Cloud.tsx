/** Words of a group, the more often written the larger. */
import type { CSSProperties } from 'react'
import { inOrder } from './Answers.tsx'
import type { OpenQuestionGroup } from './definition.ts'
import { useOpenWords } from './words.ts'
import './answers.css'

/** `weight`: 0 for the rarest word, 1 for the most frequent one; area follows frequency, not height. */
export function Cloud({ groups }: { groups: Record<string, OpenQuestionGroup> }) {
  const t = useOpenWords()
  const words = inOrder(groups)
  const most = Math.max(1, ...words.map(([, { count }]) => count))
  return (
    <ul className="open-cloud">
      {words.map(([id, { text, count }]) => (
        <li
          key={id}
          style={{ '--weight': most === 1 ? 0 : Math.sqrt((count - 1) / (most - 1)) } as CSSProperties}
        >
          {text}
          {count > 1 && (
            <sup className="num">
              <span aria-hidden="true">{count}</span>
              <span className="vh"> {t.same(count)}</span>
            </sup>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The questions of a sheet with one's answers, as a list; a touch goes back to one of them. */
import { CircleCheck, CircleDashed, CloudOff } from 'lucide-react'
import type { McqAsked } from './definition.ts'
import { given } from './own-answer.ts'
import type { McqProps } from './props.ts'
import { sendingOf } from './sending.ts'
import { useMcqWords } from './words.ts'

type Props = McqProps & { questions: McqAsked[]; onGo?: (index: number) => void }

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

export function SheetList({ questions, onGo, ...props }: Props) {
  const t = useMcqWords()
  return (
    <ol className="sheet-list">
      {questions.map((question, index) => {
        const answer = props.mine.answers[question.id]
        const answered = given(answer)
        const waiting = sendingOf(props, question.id, 'answer').pending && !props.connected
        const said = answer?.choice
          .map((id) => `${id.toUpperCase()} ${question.options[id]?.text ?? ''}`)
          .join(' · ')
        const line = (
          <>
            <span className="n num">{question.n}</span>
            <span className="what">
              <span className="q">{question.text}</span>
              <span className={answered ? 'a' : 'a none'}>{answered ? said : t.unanswered}</span>
              {waiting && <span className="a tx-warn">{t.waiting}</span>}
            </span>
            {waiting ? (
              <CloudOff {...ICON} />
            ) : answered ? (
              <CircleCheck {...ICON} />
            ) : (
              <CircleDashed {...ICON} />
            )}
          </>
        )
        return (
          <li key={question.id} className={answered ? 'answered' : 'open'}>
            {onGo ? (
              <button type="button" onClick={() => onGo(index)}>
                {line}
              </button>
            ) : (
              <div>{line}</div>
            )}
          </li>
        )
      })}
    </ol>
  )
}

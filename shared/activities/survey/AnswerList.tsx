/** The items with one's answers, as a list; a touch goes back to one of them. */
import { CircleCheck, CircleDashed } from 'lucide-react'
import type { SurveyAnswers, SurveyItemView } from './definition.ts'
import { type GradeWords, isGiven } from './participant-model.ts'
import { type SurveyWords, useSurveyWords } from './words.ts'

type Props = {
  items: SurveyItemView[]
  answers: SurveyAnswers
  grades: GradeWords
  onGo?: (index: number) => void
}

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

export function AnswerList({ items, answers, grades, onGo }: Props) {
  const t = useSurveyWords()
  return (
    <ol className="sheet-list">
      {items.map((item, index) => {
        const answer = answers[item.id]
        const given = isGiven(answer)
        const line = (
          <>
            <span className="n num">{index + 1}</span>
            <span className="what">
              <span className="q">{item.text}</span>
              <span className={given || !item.required ? 'a' : 'a none'}>
                {given && answer
                  ? saidIn(item, answer, grades, t)
                  : item.required
                    ? t.required
                    : t.unanswered}
              </span>
            </span>
            {given ? <CircleCheck {...ICON} /> : <CircleDashed {...ICON} />}
          </>
        )
        return (
          <li key={item.id} className={given ? 'answered' : item.required ? 'open' : undefined}>
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

export function saidIn(
  item: SurveyItemView,
  answer: SurveyAnswers[string],
  grades: GradeWords,
  t: SurveyWords,
): string {
  if ('abstains' in answer) return t.abstain
  if ('text' in answer) return answer.text
  if ('choice' in answer)
    return answer.choice.map((id) => item.options?.[id]?.text ?? id.toUpperCase()).join(', ')
  if (item.type === 'nps') return t.noteOf(answer.value)
  return `${answer.value} · ${grades[`g${answer.value}` as keyof GradeWords]}`
}

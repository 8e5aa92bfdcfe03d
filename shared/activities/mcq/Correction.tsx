/** A question corrected: right answers marked, one's own too, a verdict in kind words, why. */
import { CircleCheck, CircleDashed, CircleMinus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Results } from '../question/Results.tsx'
import type { Chosen, Counted } from '../question/types.ts'
import { useQuestionWords } from '../question/words.ts'
import { askedOf } from './asked.ts'
import type { McqAsked } from './definition.ts'
import { points } from './points.ts'
import { useMcqWords } from './words.ts'

type Props = {
  question: McqAsked & { right: string[]; explanation?: string; results?: Counted; before?: Counted }
  answer?: Chosen
  feedback?: ReactNode
  /** What became of the answer. */
  children?: ReactNode
}

export function Correction({ question, answer, feedback, children }: Props) {
  const q = useQuestionWords()
  const t = useMcqWords()
  const { results, right, explanation } = question
  return (
    <>
      <Verdict question={question} answer={answer} />
      <Results
        question={askedOf(question)}
        results={results}
        before={question.before}
        mine={answer?.choice}
        right={right}
      />
      {results && <p className="quiet-line num">{q.answers(results.total)}</p>}
      {question.before && <p className="quiet-line">{t.firstCounts}</p>}
      {explanation && (
        <div className="explanation">
          <b>{t.explanation}</b>
          <p>{explanation}</p>
        </div>
      )}
      {feedback}
      {children}
    </>
  )
}

const ICON = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The verdict in words: `all` right, `not` quite, `none` given. */
function useVerdict({ question, answer }: Pick<Props, 'question' | 'answer'>) {
  const t = useMcqWords()
  if (!answer || answer.choice.length === 0)
    return { tone: 'none', Icon: CircleDashed, word: t.noAnswer } as const
  const { got, of } = points(question, answer.choice)
  const mark = answer.caughtUp ? t.caughtUp : answer.late ? t.late : undefined
  if (got === of) return { tone: 'all', Icon: CircleCheck, word: t.right, mark } as const
  const word = question.multiple && got > 0 ? t.partly(`${got} / ${of}`) : t.notQuite
  return { tone: 'not', Icon: CircleMinus, word, mark } as const
}

function Verdict(props: Pick<Props, 'question' | 'answer'>) {
  const t = useMcqWords()
  const { tone, Icon, word, mark } = useVerdict(props)
  return (
    <p className={`verdict ${tone}`}>
      <Icon {...ICON} />
      <span>
        <b>{word}</b> {tone === 'none' && <span>{t.noAnswerMore}</span>}
        {mark && <span className="mark-late">{mark}</span>}
      </span>
    </p>
  )
}

/** The verdict on one line, for a list. */
export function Brief(props: Pick<Props, 'question' | 'answer'>) {
  const { tone, Icon, word, mark } = useVerdict(props)
  return (
    <span className={`brief ${tone}`}>
      <Icon {...ICON} />
      {word}
      {mark && <span className="mark-late">{mark}</span>}
    </span>
  )
}

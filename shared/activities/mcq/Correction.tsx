/** A question corrected: right answers marked, one's own too, a verdict in kind words, why. */
import { CircleCheck, CircleDashed, CircleMinus } from 'lucide-react'
import type { ReactNode } from 'react'
import { number } from '#client/i18n/format.ts'
import { Results } from '../question/Results.tsx'
import type { Chosen, Counted } from '../question/types.ts'
import { useQuestionWords } from '../question/words.ts'
import { askedOf } from './asked.ts'
import type { McqAsked } from './definition.ts'
import { given } from './own-answer.ts'
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
      {explanation && (
        <div className="explanation">
          <Explained text={explanation} />
        </div>
      )}
      {feedback}
      {children}
    </>
  )
}

function Explained({ text }: { text: string }) {
  const t = useMcqWords()
  return (
    <>
      <b>{t.explanation}</b>
      <p>{text}</p>
    </>
  )
}

const ICON = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const

function Verdict({ question, answer }: Pick<Props, 'question' | 'answer'>) {
  const t = useMcqWords()
  if (!given(answer as never)) {
    return (
      <p className="verdict none">
        <CircleDashed {...ICON} />
        <span>
          <b>{t.noAnswer}</b> <span>{t.noAnswerMore}</span>
        </span>
      </p>
    )
  }
  const { got, of } = points(question, answer?.choice ?? [])
  const all = got === of
  const mark = answer?.caughtUp ? t.caughtUp : answer?.late ? t.late : undefined
  const word = all ? t.right : question.multiple && got > 0 ? t.partly(`${number(got)} / ${of}`) : t.notQuite
  return (
    <p className={`verdict ${all ? 'all' : 'not'}`}>
      {all ? <CircleCheck {...ICON} /> : <CircleMinus {...ICON} />}
      <span>
        <b>{word}</b> {mark && <span className="mark-late">{mark}</span>}
      </span>
    </p>
  )
}

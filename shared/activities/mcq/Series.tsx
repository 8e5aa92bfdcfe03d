/** The questions of a series in one strip: done, on stage, to come, and how well each went. */
import { Check, ListOrdered, Users } from 'lucide-react'
import type { Known } from './trainer-model.ts'
import { useTrainerWords } from './trainer-words.ts'

/** What the trainer looks at: one question, all of them, or all the people. */
export type Shown = { questionId: string } | { series: true } | { people: true }

type Props = {
  questions: readonly Known[]
  shown: Shown
  /** Without the questions: what is shown lists them already. */
  short: boolean
  onShow: (shown: Shown) => void
}

export function Series({ questions, shown, short, onShow }: Props) {
  const t = useTrainerWords()
  return (
    <nav className="series" aria-label={t.series}>
      {!short && (
        <ol>
          {questions.map((question) => (
            <li key={question.id}>
              <One
                question={question}
                pressed={'questionId' in shown && shown.questionId === question.id}
                onPress={() => onShow({ questionId: question.id })}
              />
            </li>
          ))}
        </ol>
      )}
      <span className="views">
        <button
          type="button"
          className="btn sm quiet"
          aria-pressed={'series' in shown}
          onClick={() => onShow({ series: true })}
        >
          <ListOrdered size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.byQuestion}
        </button>
        <button
          type="button"
          className="btn sm quiet"
          aria-pressed={'people' in shown}
          onClick={() => onShow({ people: true })}
        >
          <Users size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.byPerson}
        </button>
      </span>
    </nav>
  )
}

type OneProps = { question: Known; pressed: boolean; onPress: () => void }

function One({ question: { n, state, corrected, rate }, pressed, onPress }: OneProps) {
  const t = useTrainerWords()
  const said = [t.questionN(n), t[state], corrected && (rate === undefined ? t.noRate : t.rateSaid(rate))]
  return (
    <button
      type="button"
      className={`q ${state}`}
      aria-pressed={pressed}
      aria-current={state === 'current' ? 'step' : undefined}
      aria-label={said.filter(Boolean).join(', ')}
      onClick={onPress}
    >
      <span className="n">
        {n}
        {corrected && <Check size={14} strokeWidth={2.25} aria-hidden="true" />}
      </span>
      {corrected && rate !== undefined && <small className="num">{t.rate(rate)}</small>}
    </button>
  )
}

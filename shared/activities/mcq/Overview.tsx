/** The whole series question by question: which went wrong, said in words. */
import { TriangleAlert } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import type { Shown } from './Series.tsx'
import { type Known, leastSuccessful } from './trainer-model.ts'
import { useTrainerWords } from './trainer-words.ts'

type Props = { questions: readonly Known[]; onShow: (shown: Shown) => void }

export function Overview({ questions, onShow }: Props) {
  const t = useTrainerWords()
  const worst = leastSuccessful(questions)
  return (
    <section className="overview-q" aria-labelledby="mcq-overview">
      <h2 id="mcq-overview">{t.overview}</h2>
      <ol>
        {questions.map((question) => (
          <Row
            key={question.id}
            question={question}
            flag={worst.includes(question.id) ? (worst.length > 1 ? t.worstTied : t.worst) : undefined}
            onOpen={() => onShow({ questionId: question.id })}
          />
        ))}
      </ol>
      <p className="label">{t.overviewMore}</p>
    </section>
  )
}

type RowProps = { question: Known; flag?: string; onOpen: () => void }

function Row({ question: { n, text, rate, rateBefore, results, state }, flag, onOpen }: RowProps) {
  const t = useTrainerWords()
  return (
    <li className={flag ? 'flagged' : undefined}>
      <span className="n">{n}</span>
      <span className="tx">
        {fr(text)}
        {flag && (
          <span className="flag">
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
            {flag}
          </span>
        )}
      </span>
      {rate === undefined ? (
        <span className="label none">{state === 'coming' ? t.notAsked : t.noRate}</span>
      ) : (
        <span className="went">
          <span className="meter" aria-hidden="true">
            <i style={{ width: `${rate}%` }} />
          </span>
          <b className="num">{t.rateSaid(rate)}</b>
          <small className="num">
            {t.answersOf(results.total)}
            {rateBefore !== undefined && ` · ${t.retakenFrom(rateBefore)}`}
          </small>
        </span>
      )}
      <button type="button" className="btn sm" aria-label={t.openQuestion(n)} onClick={onOpen}>
        {t.see}
      </button>
    </li>
  )
}

/** One person, question by question: right, partly or wrong, when it was asked, for which objective. */
import { Check, EqualApproximately, Minus, X } from 'lucide-react'
import type { OutcomeSeries, PersonOutcomes, QuestionScore } from '#shared/api.ts'
import type { Objective } from '#shared/course.ts'
import { own } from '#shared/own.ts'
import { points } from './OutcomeCell.tsx'
import { useOutcomeWords } from './words.ts'

export const sheetId = (personId: string) => `personne-${personId}`

/** Unfolds a person's sheet, before the page moves to it. */
export function openSheet(personId: string): void {
  const details = document.getElementById(sheetId(personId))
  if (details instanceof HTMLDetailsElement) details.open = true
}

type Props = {
  person: PersonOutcomes
  name: string
  series: readonly OutcomeSeries[]
  objectives: readonly Objective[]
}

export function PersonSheet({ person, name, series, objectives }: Props) {
  const t = useOutcomeWords()
  const scoreOf = (activityId: string, questionId: string) =>
    own(own(person.scores, activityId) ?? {}, questionId)
  const asked = series.flatMap(({ activityId, questions }) => questions.map(({ id }) => ({ activityId, id })))
  const answered = asked.filter(({ activityId, id }) => {
    const score = scoreOf(activityId, id)
    return score && !score.unanswered
  })
  return (
    <details id={sheetId(person.personId)}>
      <summary>
        <b>{name}</b>
        <span>{t.answeredOf(answered.length, asked.length)}</span>
      </summary>
      {series.map(({ activityId, title, moment, questions }) => (
        <table key={activityId} className="oc-sheet">
          <caption>
            {title} <span>· {t.moments[moment]}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.question}</th>
              <th scope="col">{t.objective}</th>
              <th scope="col">{t.result}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, text, objective }) => (
              <tr key={id}>
                <th scope="row">{text}</th>
                <td className="oc-what">
                  {objectives.find((one) => one.id === objective)?.text ?? t.noObjective}
                </td>
                <td className="oc-how">
                  <Result score={scoreOf(activityId, id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  )
}

function Result({ score }: { score?: QuestionScore }) {
  const t = useOutcomeWords()
  const [Icon, word, tone] = !score
    ? [Minus, t.notMeasured, 'tx-mute']
    : score.unanswered
      ? [Minus, t.unanswered, 'tx-stop']
      : score.points >= 1
        ? [Check, t.right, 'tx-ok']
        : score.points > 0
          ? [EqualApproximately, t.partly(points(score.points)), 'tx-warn']
          : [X, t.wrong, 'tx-stop']
  return (
    <>
      <span className={`state ${tone}`}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        {word}
      </span>
      {score?.late && <small>{t.caughtUp}</small>}
    </>
  )
}

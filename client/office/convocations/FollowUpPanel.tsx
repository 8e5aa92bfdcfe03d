/** After the class: when the questionnaire leaves, and what it brought back. */

import { Figures } from '#shared/activities/survey/Figures.tsx'
import { inOrder } from '#shared/activities/survey/participant-model.ts'
import type { LoginAnswer } from '#shared/api.ts'
import type { BoardAnswer, FollowUpResults } from '#shared/convocation.ts'
import { date } from '../../i18n/format.ts'
import { useAnswer } from '../asked.tsx'
import { useWords } from './words.ts'

export function FollowUpPanel({ login, board }: { login: LoginAnswer; board: BoardAnswer }) {
  const t = useWords()
  const { data } = useAnswer<FollowUpResults>(`/api/classes/${board.id}/follow-up`, login.personId)
  // A course without such a questionnaire: nothing to say.
  if (!data) return null
  const { name, dueAt, sent, survey, results } = data
  return (
    <section className="board-after" aria-labelledby="board-after">
      <h2 id="board-after">{name}</h2>
      <p className="hint">
        {sent === 0 ? t.afterDue(date(dueAt, board.timeZone)) : t.afterSent(sent, results.returns)}
      </p>
      {results.returns > 0 && (
        <Figures items={inOrder(survey)} results={results} low={survey.low} high={survey.high} />
      )}
    </section>
  )
}

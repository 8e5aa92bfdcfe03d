/** After the class: thanks, and what one answered. */
import type { View } from '#shared/views.ts'
import { AnswerList, askedActivities } from './Answers.tsx'
import { useLaterWords } from './later-words.ts'
import { Main } from './Main.tsx'
import { OwnOutcomes } from './OwnOutcomes.tsx'
import type { Following } from './use-following.ts'

export function Ended({ view, following }: { view: View; following: Following }) {
  const t = useLaterWords()
  const asked = askedActivities(view)
  const answered = asked.reduce((sum, { own }) => sum + own.answered, 0)
  const of = asked.reduce((sum, { own }) => sum + own.asked, 0)
  return (
    <Main className="ended scroll">
      <div>
        <h1>{t.endedTitle}</h1>
        <p className="more">{t.endedMore}</p>
        {of > 0 && <p className="more">{t.endedAnswered(answered, of)}</p>}
        {view.everyone.seen > 0 && (
          <button type="button" className="btn" onClick={() => following.look({ slide: 1 })}>
            {t.endedReview}
          </button>
        )}
        {view.mine && <OwnOutcomes outcomes={view.mine.outcomes} />}
        {asked.length > 0 && <h2>{t.answersTitle}</h2>}
        <AnswerList view={view} onOpen={(activityId) => following.look({ activityId })} />
      </div>
    </Main>
  )
}

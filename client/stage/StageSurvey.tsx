/** A questionnaire at projection size: how many have returned it; its figures once the trainer shows them. */
import type { SurveyEveryone } from '#shared/activities/survey/definition.ts'
import { Figures } from '#shared/activities/survey/Figures.tsx'
import { inOrder } from '#shared/activities/survey/participant-model.ts'
import { useSurveyWords } from '#shared/activities/survey/words.ts'
import type { EveryoneActivity } from '#shared/views.ts'
import type { StageProps } from './props.ts'
import { StageFoot } from './StageFoot.tsx'
import { StageLeft } from './StageLeft.tsx'
import './survey.css'
import { useStageWords } from './words.ts'

export default function StageSurvey({ id, everyone }: StageProps) {
  const t = useStageWords()
  const s = useSurveyWords()
  const survey = everyone.activities[id] as (EveryoneActivity & SurveyEveryone) | undefined
  if (survey?.anonymous === undefined) return <main className="stage-page" />
  const { phase, results, answeredCount } = survey
  const states = { ready: s.soon, open: s.open, closed: s.closed, revealed: s.results }
  const lines = { ready: '', open: t.ownPace, closed: t.thanks, revealed: '' }
  return (
    <main className={`stage-page survey-stage${results?.items ? ' with-figures' : ''}`}>
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : undefined}>{states[phase]}</span>
        <span>{survey.anonymous ? s.anonymousTag : s.namedTag}</span>
        <StageLeft activity={survey} />
      </p>
      <h1>{survey.title}</h1>
      <div className="body">
        {results ? (
          <Figures items={inOrder(survey)} results={results} low={survey.low} high={survey.high} />
        ) : (
          <>
            {phase !== 'ready' && (
              <p className="figure num">
                <b>{answeredCount}</b> <span>{t.handedInOf(answeredCount, everyone.enrolled)}</span>
              </p>
            )}
            <p className="big">{lines[phase]}</p>
          </>
        )}
      </div>
      <StageFoot>{results && s.returns(results.returns)}</StageFoot>
    </main>
  )
}

/** A poll at projection size: the question and its choices, then the results of all. */
import { askedOf } from '#shared/activities/poll/asked.ts'
import type { PollEveryone } from '#shared/activities/poll/definition.ts'
import { Results } from '#shared/activities/question/Results.tsx'
import type { EveryoneActivity } from '#shared/views.ts'
import type { StageProps } from './props.ts'
import { StageFoot } from './StageFoot.tsx'
import { StageLeft } from './StageLeft.tsx'
import { StageOptions } from './StageOptions.tsx'
import { useStageWords } from './words.ts'

export default function StagePoll({ id, everyone }: StageProps) {
  const t = useStageWords()
  const poll = everyone.activities[id] as (EveryoneActivity & PollEveryone) | undefined
  const question = poll && askedOf(poll)
  if (!question) return <main className="stage-page" />
  const earlier = everyone.activities[poll.compareWith ?? ''] as PollEveryone | undefined
  const states = { ready: t.soonOpen, open: t.open, closed: t.closed, revealed: t.results }
  const total = poll.results?.total ?? poll.answeredCount
  return (
    <main className={`stage-page poll-stage n${question.order.length}${earlier?.results ? ' compared' : ''}`}>
      <p className="kick">
        <span className={poll.phase === 'open' ? 'live-tag' : undefined}>{states[poll.phase]}</span>
        {poll.named === false && <span>{t.unnamed}</span>}
        <StageLeft activity={poll} />
      </p>
      <h1>{question.text}</h1>
      <div className="body">
        {poll.results ? (
          <Results
            question={question}
            results={poll.results}
            before={poll.phase === 'revealed' ? earlier?.results : undefined}
            size="stage"
          />
        ) : (
          <StageOptions question={question} />
        )}
      </div>
      <StageFoot>{poll.phase !== 'ready' && t.answersOf(total, everyone.enrolled)}</StageFoot>
    </main>
  )
}

/** A poll at projection size: the question and its choices, then the results of all. */
import { spacedCode } from '#client/kit/class-code.ts'
import { ChoiceShape, Mark } from '#client/kit/index.ts'
import { useClassInfo, useRemaining } from '#client/live/hooks.ts'
import type { PollEveryone } from '#shared/activities/poll/definition.ts'
import { Results } from '#shared/activities/poll/Results.tsx'
import type { EveryoneActivity, EveryoneView } from '#shared/views.ts'
import { useStageWords } from './words.ts'

export function StagePoll({ id, everyone }: { id: string; everyone: EveryoneView }) {
  const t = useStageWords()
  const poll = everyone.activities[id] as (EveryoneActivity & PollEveryone) | undefined
  const remaining = useRemaining(poll?.phase === 'open' ? poll.closesAt : undefined)
  if (!poll?.question) return <main className="stage-page" />
  const earlier = everyone.activities[poll.compareWith ?? ''] as PollEveryone | undefined
  const states = { ready: t.soonOpen, open: t.open, closed: t.closed, revealed: t.results }
  const total = poll.results?.total ?? poll.answeredCount
  return (
    <main
      className={`stage-page poll-stage n${poll.order?.length ?? 0}${earlier?.results ? ' compared' : ''}`}
    >
      <p className="kick">
        <span className={poll.phase === 'open' ? 'live-tag' : undefined}>{states[poll.phase]}</span>
        {poll.named === false && <span>{t.unnamed}</span>}
        {remaining !== undefined && <span className="num">{t.left(clock(remaining))}</span>}
      </p>
      <h1>{poll.question.text}</h1>
      <div className="body">
        {poll.results ? (
          <Results
            poll={poll}
            results={poll.results}
            before={poll.phase === 'revealed' ? earlier?.results : undefined}
            size="stage"
          />
        ) : (
          <Options poll={poll} />
        )}
      </div>
      <Foot n={total} of={everyone.enrolled} asked={poll.phase !== 'ready'} />
    </main>
  )
}

function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function Options({ poll }: { poll: PollEveryone }) {
  const order = poll.order ?? []
  const texts = poll.question?.options
  if (poll.pollType === 'scale')
    return (
      <div className="scale-stage">
        <ol>
          {order.map((id) => (
            <li key={id} className="num">
              {texts?.[id]?.text}
            </li>
          ))}
        </ol>
        <p>
          <span>{poll.lowLabel}</span>
          <span>{poll.highLabel}</span>
        </p>
      </div>
    )
  return (
    <ol className="results rows for-stage options">
      {order.map((id) => (
        <li key={id}>
          <span className="lt">{id.toUpperCase()}</span>
          <ChoiceShape id={id} />
          <span className="tx">{texts?.[id]?.text}</span>
        </li>
      ))}
    </ol>
  )
}

function Foot({ n, of, asked }: { n: number; of: number; asked: boolean }) {
  const t = useStageWords()
  const code = useClassInfo()?.code
  return (
    <footer>
      <Mark />
      {asked && <span className="num">{t.answersOf(n, of)}</span>}
      {code && (
        <span>
          {t.code} <b className="code">{spacedCode(code)}</b>
        </span>
      )}
    </footer>
  )
}

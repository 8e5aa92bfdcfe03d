/** A QCM at projection size: the question on stage, or how a series at everyone's own pace goes. */
import { askedOf, inOrder, successRate } from '#shared/activities/mcq/asked.ts'
import type { McqEveryone } from '#shared/activities/mcq/definition.ts'
import { useMcqWords } from '#shared/activities/mcq/words.ts'
import { Results } from '#shared/activities/question/Results.tsx'
import type { EveryoneActivity } from '#shared/views.ts'
import type { StageProps } from './props.ts'
import { StageFoot } from './StageFoot.tsx'
import { StageLeft } from './StageLeft.tsx'
import { StageOptions } from './StageOptions.tsx'
import { useStageWords } from './words.ts'

type Props = { mcq: EveryoneActivity & McqEveryone; enrolled: number }

export default function StageMcq({ id, everyone }: StageProps) {
  const mcq = everyone.activities[id] as Props['mcq'] | undefined
  if (!mcq?.pace) return <main className="stage-page" />
  const Screen = mcq.pace === 'trainer' ? OneQuestion : OwnPace
  return <Screen mcq={mcq} enrolled={everyone.enrolled} />
}

function OneQuestion({ mcq, enrolled }: Props) {
  const t = useStageWords()
  const q = useMcqWords()
  const { question, revealed, phase } = mcq
  if (!question) return <main className="stage-page" />
  const asked = askedOf(question)
  const states = { ready: q.soon, open: t.answersOpen, closed: q.closed, revealed: q.correction }
  const total = revealed ? revealed.results.total : mcq.answeredCount
  const words = revealed?.explanation?.length ?? 0
  const explained = words > WORDY ? ' explained wordy' : words > 0 ? ' explained' : ''
  const more = `${revealed?.before ? ' compared' : ''}${explained}`
  return (
    <main className={`stage-page mcq-stage n${asked.order.length}${more}${lengthOf(question.text)}`}>
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : undefined}>{q.position(question.n, mcq.count)}</span>
        <span>{states[phase]}</span>
        <StageLeft activity={mcq} />
      </p>
      <h1>{question.text}</h1>
      <div className="body">
        {revealed ? (
          <Results
            question={asked}
            results={revealed.results}
            before={revealed.before}
            right={revealed.right}
            size="stage"
          />
        ) : (
          <StageOptions question={asked} />
        )}
        {revealed?.explanation && (
          <p className="why">
            <b>{q.explanation}</b>
            <span>{revealed.explanation}</span>
          </p>
        )}
      </div>
      <StageFoot>{phase !== 'ready' && t.answersOf(total, enrolled)}</StageFoot>
    </main>
  )
}

/** Characters from which an explanation stands beside the results instead of under them. */
const WORDY = 240

/** A long question is set smaller, so that its choices keep their place. */
function lengthOf(text: string): string {
  if (text.length > 220) return ' very-long'
  return text.length > 90 ? ' long' : ''
}

/** While people work, nothing to read on the wall but how far the group is. */
function OwnPace({ mcq, enrolled }: Props) {
  const t = useStageWords()
  const q = useMcqWords()
  const { phase, past, answeredCount, count } = mcq
  const questions = inOrder(past)
  const lines = { ready: q.opensSoon, open: t.ownPace, closed: t.ownPaceClosed, revealed: t.ownPaceDone }
  if (phase === 'revealed' && questions.length > 0)
    return (
      <main className="stage-page mcq-stage rates">
        <p className="kick">
          <span>{q.correction}</span>
        </p>
        <h1>{mcq.title}</h1>
        <Rates questions={questions} />
        <StageFoot>{t.handedIn(answeredCount, enrolled)}</StageFoot>
      </main>
    )
  return (
    <main className="stage-page mcq-stage own-pace">
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : undefined}>{q.ready(count)}</span>
        <StageLeft activity={mcq} />
      </p>
      <h1>{mcq.title}</h1>
      <div className="body">
        {phase !== 'ready' && (
          <p className="figure num">
            <b>{answeredCount}</b> <span>{t.handedInOf(answeredCount, enrolled)}</span>
          </p>
        )}
        <p className="big">{lines[phase]}</p>
      </div>
      <StageFoot />
    </main>
  )
}

function Rates({ questions }: { questions: ReturnType<typeof inOrder<McqEveryone['past'][string]>> }) {
  const t = useStageWords()
  const many = questions.length > 10
  const rows = `repeat(${Math.ceil(questions.length / 2)}, minmax(0, 1fr))`
  return (
    <ol
      className={`body rate-list${many ? ' many' : ''}`}
      style={many ? { gridTemplateRows: rows } : undefined}
    >
      {questions.map((question) => {
        const rate = successRate(question)
        const percent = rate === undefined ? undefined : Math.round(100 * rate)
        return (
          <li key={question.id}>
            <span className="n num">{question.n}</span>
            <span className="tx">{question.text}</span>
            <span className="v num">{percent === undefined ? t.noAnswer : t.percent(percent)}</span>
            <span className="b" aria-hidden="true">
              <i style={{ width: `${percent ?? 0}%` }} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

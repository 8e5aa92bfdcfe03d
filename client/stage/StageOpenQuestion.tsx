/** An open question at projection size: the answers let through, or the case that is worked on. No names. */
import { Answers } from '#shared/activities/open-question/Answers.tsx'
import { Cloud } from '#shared/activities/open-question/Cloud.tsx'
import type { OpenQuestionEveryone } from '#shared/activities/open-question/definition.ts'
import { useOpenWords } from '#shared/activities/open-question/words.ts'
import type { EveryoneActivity } from '#shared/views.ts'
import type { StageProps } from './props.ts'
import { StageFoot } from './StageFoot.tsx'
import { StageLeft } from './StageLeft.tsx'
import { useStageWords } from './words.ts'

export default function StageOpenQuestion({ id, everyone }: StageProps) {
  const t = useStageWords()
  const q = useOpenWords()
  const open = everyone.activities[id] as (EveryoneActivity & OpenQuestionEveryone) | undefined
  if (!open?.question) return <main className="stage-page" />
  const { phase, picked, groups, display, votes } = open
  const states = { ready: q.soon, open: t.answersOpen, closed: q.closed, revealed: q.results }
  const shown = picked?.contributions ?? groups ?? {}
  const some = Object.keys(shown).length > 0
  return (
    <main className="stage-page open-stage">
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : undefined}>
          {picked ? q.casePicked : states[phase]}
        </span>
        <StageLeft activity={open} />
      </p>
      <h1>{picked ? picked.text : open.question.text}</h1>
      <div className="body">
        {some &&
          (display === 'cloud' && !picked ? (
            <Cloud groups={shown} />
          ) : (
            <Answers groups={shown} votes={votes} />
          ))}
      </div>
      <StageFoot>{phase !== 'ready' && t.answersOf(open.answeredCount, everyone.enrolled)}</StageFoot>
    </main>
  )
}

/** A tour de table at projection size: what to say, how long is left, how far the group is. No names, no lines. */

import { fr } from '#client/i18n/format.ts'
import type { RoundtableEveryone } from '#shared/activities/roundtable/definition.ts'
import { GroupMood } from '#shared/activities/roundtable/GroupMood.tsx'
import { useRoundtableWords } from '#shared/activities/roundtable/words.ts'
import type { EveryoneActivity } from '#shared/views.ts'
import type { StageProps } from './props.ts'
import { StageFoot } from './StageFoot.tsx'
import { StageTurn } from './StageTurn.tsx'

type Round = EveryoneActivity & RoundtableEveryone

export default function StageRoundtable({ id, everyone }: StageProps) {
  const t = useRoundtableWords()
  const round = everyone.activities[id] as Round | undefined
  if (!round?.prompts) return <main className="stage-page" />
  const { phase, prompts, order, people, mood, title, answeredCount } = round
  const states = { ready: t.soon, open: t.title, closed: t.over, revealed: t.over }
  const heard = order.filter((one) => ['spoken', 'passed', 'speaking'].includes(people[one] ?? '')).length
  const of = order.filter((one) => people[one] !== 'absent').length
  return (
    <main className={mood && phase !== 'ready' ? 'stage-page round-stage felt' : 'stage-page round-stage'}>
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : undefined}>{states[phase]}</span>
        {round.turn && <span className="num">{t.stageTurn(heard, of)}</span>}
      </p>
      <h1>{fr(title ?? t.title)}</h1>
      <div className="body">
        <ol className="prompts">
          {Object.entries(prompts).map(([key, prompt]) => (
            <li key={key}>{fr(prompt)}</li>
          ))}
        </ol>
        {phase === 'open' && <StageTurn turn={round.turn} />}
        {mood && phase !== 'ready' && <GroupMood everyone={round} size={56} />}
      </div>
      <StageFoot>{order.length > 0 && t.heard(answeredCount, of)}</StageFoot>
    </main>
  )
}

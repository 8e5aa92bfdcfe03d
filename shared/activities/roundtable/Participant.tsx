/** A tour de table in the participant's hand: whose turn it is, mine, and the line I keep of it. */
import { useEffect, useRef } from 'react'
import { fr } from '#client/i18n/format.ts'
import { announce } from '#client/kit/index.ts'
import { useClassInfo, useLive } from '#client/live/hooks.ts'
import { Feeling } from './Feeling.tsx'
import { OrderList } from './OrderList.tsx'
import { OwnLine } from './OwnLine.tsx'
import type { Given, RoundProps } from './props.ts'
import { Turn } from './Turn.tsx'
import { useRoundtableWords } from './words.ts'
import '../question/question.css'
import '../turn.css'
import './participant.css'

export function Participant(given: Given) {
  const t = useRoundtableWords()
  const roster = useClassInfo()?.roster
  const me = useLive((s) => s.view?.mine?.personId)
  const props: RoundProps = { ...given, me, nameOf: (id) => roster?.[id]?.name ?? t.somebody }
  const { everyone, activityId, again, over } = props
  const { phase, prompts, seconds } = everyone
  const open = phase === 'open' && !over
  useTurnsSaid(props)
  const heading = `rt-${activityId}`
  return (
    <section className="asked-question round-table" aria-labelledby={heading}>
      <p className="kick">
        <span className={open ? 'live-tag' : 'state'}>
          {phase === 'ready' ? t.soon : open ? t.title : t.over}
        </span>
      </p>
      <h1 id={heading}>{fr(everyone.title ?? t.title)}</h1>
      {open && <Turn {...props} />}
      <ol className="prompts">
        {Object.entries(prompts).map(([id, prompt]) => (
          <li key={id}>{fr(prompt)}</li>
        ))}
      </ol>
      {phase === 'ready' && <p className="rules">{seconds ? t.each(seconds) : t.eachFree}</p>}
      {everyone.mood && phase !== 'ready' && <Feeling {...props} mood={everyone.mood} />}
      {phase !== 'ready' && <OwnLine {...props} />}
      {everyone.order.length > 0 && !again && <OrderList {...props} />}
    </section>
  )
}

/** Said aloud to those who cannot see it: my turn, and that it comes next. The room leaves it to the activity. */
function useTurnsSaid({ everyone, me, again }: RoundProps) {
  const { phase, speaker, next } = everyone
  const away = again || me === undefined || phase !== 'open'
  const now = away ? '' : speaker === me ? 'now' : next === me ? 'next' : ''
  const before = useRef('')
  useEffect(() => {
    if (before.current === now) return
    before.current = now
    const t = useRoundtableWords.now()
    if (now === 'now') announce(t.yoursSaid, { assertive: true })
    if (now === 'next') announce(t.youNextSaid)
  }, [now])
}

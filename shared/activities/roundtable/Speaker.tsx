/** Who speaks: their time, the line that is kept, what may be done of their turn. */
import { CornerUpRight, UserX } from 'lucide-react'
import { TurnClock, TurnControls } from '../trainer/TurnClock.tsx'
import { LineField } from './LineField.tsx'
import { Prompts } from './Prompts.tsx'
import { useTrainerWords } from './trainer-words.ts'
import type { RoundProps } from './use-round.tsx'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export function Speaker({ speaker, ...props }: RoundProps & { speaker: string }) {
  const t = useTrainerWords()
  const { round, own, nameOf, online, send } = props
  const { turn, next } = round
  const act = (payload: { type: string; [key: string]: unknown }) => void send('activity.do', payload)
  return (
    <section className="floor" aria-labelledby="rt-now">
      <div>
        <Prompts prompts={round.prompts} />
        <h2 id="rt-now">{nameOf(speaker)}</h2>
      </div>
      {turn && <TurnClock turn={turn} now={props.now} />}
      <LineField
        key={speaker}
        label={t.line}
        line={own.lines[speaker]}
        save={(text) => send('activity.do', { type: 'line', personId: speaker, text })}
      />
      <div className="tb">
        <TurnControls turn={turn} online={online} act={act} />
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => act({ type: 'skip', personId: speaker })}
        >
          <CornerUpRight {...ICON} />
          {t.skip}
        </button>
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => act({ type: 'absent', personId: speaker, absent: true })}
        >
          <UserX {...ICON} />
          {t.absent}
        </button>
        <span className="label after">{next ? t.next(nameOf(next)) : t.last}</span>
      </div>
    </section>
  )
}

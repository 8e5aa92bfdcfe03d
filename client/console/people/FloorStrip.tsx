/** On a narrow console, under the stage: who speaks, else who waits first, with the one gesture that follows. */
import { Hand, Mic } from 'lucide-react'
import { useNow } from '#client/live/hooks.ts'
import { useGrant } from './Hands.tsx'
import { TurnTime } from './Turn.tsx'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

export function FloorStrip({ everyone, name, commands }: PeopleProps) {
  const t = usePeopleWords()
  const now = useNow()
  const grant = useGrant(commands)
  const { turn, hands } = everyone.floor
  // A turn that an activity gives ends there.
  const speaker = turn?.via === undefined ? everyone.floor.speaker : undefined
  const first = hands[0]
  if (speaker === undefined && first === undefined) return null
  const waiting = hands.length > 0 && ` · ${t.handsN(hands.length)}`
  return (
    <section className="floor-strip" aria-label={t.floorTitle}>
      {speaker !== undefined && turn ? (
        <>
          <Mic {...ICON} />
          <p>
            <b>{name(speaker)}</b> <TurnTime turn={turn} now={now} />
            {waiting}
          </p>
          <button
            type="button"
            className="btn"
            disabled={!commands.online}
            aria-label={`${t.release}, ${name(speaker)}`}
            onClick={() => void commands.run('floor.release', { personId: speaker })}
          >
            {t.release}
          </button>
        </>
      ) : (
        first !== undefined && (
          <>
            <Hand {...ICON} />
            <p>
              <b>{name(first)}</b>
              {waiting}
            </p>
            <button
              type="button"
              className="btn main"
              disabled={!commands.online}
              aria-label={`${t.give}, ${name(first)}`}
              onClick={() => void grant(first)}
            >
              {t.give}
            </button>
          </>
        )
      )}
    </section>
  )
}

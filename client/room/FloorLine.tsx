/** Lines above the slab: who speaks and whose turn comes, what failed. They push the page up, and cover nothing. */
import { Hand, Mic, X } from 'lucide-react'
import { elapsed } from '#client/i18n/format.ts'
import { useNow } from '#client/live/hooks.ts'
import { useFloorWords } from './floor-words.ts'
import { type Floor, useName } from './use-floor.ts'

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

export function FloorLine({ floor, onQueue }: { floor: Floor; onQueue: () => void }) {
  const t = useFloorWords()
  const { speaks, rank, hands, gesture } = floor
  const speaker = floor.shown ? undefined : floor.speaker
  return (
    <>
      {gesture.problem && (
        <p className="spk problem" role="alert">
          <span>{gesture.problem}</span>
          <button type="button" className="btn quiet sm" onClick={gesture.forget} aria-label={t.close}>
            <X {...ICON} />
          </button>
        </p>
      )}
      {speaks ? (
        <section key="turn" className="spk turn" aria-label={t.speaking}>
          <Mic {...ICON} />
          <span>
            <b>{t.yourTurn}</b> <TurnTime turn={floor.turn} />
          </span>
          <button
            type="button"
            className="btn main sm"
            onClick={floor.press}
            aria-busy={gesture.busy || undefined}
          >
            {t.done}
          </button>
        </section>
      ) : (
        (speaker !== undefined || hands.length > 0) && (
          <section key="queue" className={rank > 0 ? 'spk' : 'spk calm'} aria-label={t.speaking}>
            {rank > 0 || speaker === undefined ? <Hand {...ICON} /> : <Mic {...ICON} />}
            <Situation floor={{ ...floor, speaker }} />
            {hands.length > 0 && (
              <button type="button" className="btn sm" onClick={onQueue} aria-label={t.queueOf(hands.length)}>
                {t.queue} <span className="num">{hands.length}</span>
              </button>
            )}
          </section>
        )
      )}
    </>
  )
}

function Situation({ floor: { rank, speaker, turn, hands } }: { floor: Floor }) {
  const t = useFloorWords()
  const name = useName()
  return (
    <span>
      {rank === 1 && t.raisedFirst}
      {rank > 1 && (
        <>
          {t.raised}{' '}
          <b>
            {rank}
            <sup>{t.suffix(rank)}</sup>
          </b>
          .
        </>
      )}
      {rank > 0 && ' '}
      {speaker === undefined
        ? rank === 0 && t.hands(hands.length)
        : rank > 0
          ? `${t.speaks(name(speaker))}.`
          : t.speaks(name(speaker))}
      {speaker !== undefined && rank === 0 && (
        <>
          {' '}
          <TurnTime turn={turn} />
        </>
      )}
    </span>
  )
}

/** Time left of a turn, or how long it has lasted when it has no limit. Nobody is cut off. */
export function TurnTime({ turn }: { turn: Floor['turn'] }) {
  const t = useFloorWords()
  const now = useNow()
  if (!turn) return null
  const { since, endsAt } = turn
  const text =
    endsAt === undefined
      ? t.since(elapsed(now - since))
      : endsAt > now
        ? t.left(elapsed(endsAt - now + 999))
        : t.timeOver
  return (
    <span className="num time" role="timer">
      {text}
    </span>
  )
}

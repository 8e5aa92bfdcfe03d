/** Who has the floor: how long, the time left when there is a limit, more time, the end. */
import { elapsed } from '#client/i18n/format.ts'
import { useNow } from '#client/live/hooks.ts'
import type { FloorView } from '#shared/views.ts'
import { thirtyMore } from './floor-times.ts'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

const MINUTE_S = 60

export function Turn({ everyone, name, commands }: PeopleProps) {
  const t = usePeopleWords()
  const now = useNow()
  const { speaker, turn } = everyone.floor
  if (speaker === undefined || !turn) return null
  const { endsAt, via } = turn
  const extend = () =>
    commands.run('floor.grant', {
      personId: speaker,
      seconds: endsAt === undefined ? MINUTE_S : thirtyMore(endsAt, now),
    })
  return (
    <div className="turn">
      <p className="live-tag">{t.hasFloor}</p>
      <p className="by">
        <b>{name(speaker)}</b> <TurnTime turn={turn} now={now} />
      </p>
      {via === undefined && (
        <div className="trow">
          <button
            type="button"
            className="btn sm"
            disabled={!commands.online}
            aria-label={endsAt === undefined ? undefined : t.more30Long}
            onClick={() => void extend()}
          >
            {endsAt === undefined ? t.oneMinute : t.more30}
          </button>
          <button
            type="button"
            className="btn sm"
            disabled={!commands.online}
            aria-label={`${t.release}, ${name(speaker)}`}
            onClick={() => void commands.run('floor.release', { personId: speaker })}
          >
            {t.release}
          </button>
        </div>
      )}
    </div>
  )
}

export function TurnTime({
  turn: { since, endsAt },
  now,
}: {
  turn: NonNullable<FloorView['turn']>
  now: number
}) {
  const t = usePeopleWords()
  const over = endsAt !== undefined && now >= endsAt
  const text =
    endsAt === undefined
      ? t.since(elapsed(now - since))
      : over
        ? t.over(elapsed(now - endsAt))
        : t.left(elapsed(endsAt - now + 999))
  return (
    <span className={over ? 'num tx-warn' : 'num tx-mute'} role="timer">
      {text}
    </span>
  )
}

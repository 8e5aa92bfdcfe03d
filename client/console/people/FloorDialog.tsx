/** H: the whole queue, how turns are given, and how long each has spoken. Enter gives the floor to the first. */
import { Mic } from 'lucide-react'
import { elapsed } from '#client/i18n/format.ts'
import { Dialog } from '#client/kit/index.ts'
import { useNow } from '#client/live/hooks.ts'
import { usePreferences } from '../preferences.ts'
import { spokenBy } from './floor-times.ts'
import { Hands, useGrant } from './Hands.tsx'
import { Turn } from './Turn.tsx'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

type Props = PeopleProps & { open: boolean; onClose: () => void }

export function FloorDialog({ open, onClose, ...props }: Props) {
  const t = usePeopleWords()
  return (
    <Dialog open={open} title={t.floorTitle} onClose={onClose} className="floor-dialog">
      <Turn {...props} />
      <section aria-labelledby="queue">
        <h3 id="queue">{t.handsN(props.everyone.floor.hands.length)}</h3>
        {props.everyone.floor.hands.length === 0 ? (
          <p className="label">{t.floorEmpty}</p>
        ) : (
          <Hands {...props} inDialog={{ close: onClose }} />
        )}
        <Order {...props} />
      </section>
      <Times {...props} onClose={onClose} />
    </Dialog>
  )
}

const LIMITS_S = [0, 60, 120, 180, 300]

function Order({ everyone, commands }: PeopleProps) {
  const t = usePeopleWords()
  const { turnSeconds, set } = usePreferences()
  const quiet = everyone.floor.order === 'quiet'
  return (
    <div className="order">
      <label className="tick">
        <input
          type="checkbox"
          checked={quiet}
          disabled={!commands.online}
          onChange={() => void commands.run('floor.order', { order: quiet ? 'asked' : 'quiet' })}
        />
        {t.quietFirst}
      </label>
      <label className="limit">
        {t.limit}
        <select
          className="in sm"
          value={turnSeconds}
          onChange={(event) => set({ turnSeconds: Number(event.currentTarget.value) })}
        >
          {LIMITS_S.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds === 0 ? t.noLimit : t.minutes(seconds / 60)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** Those who have spoken least first: they are the ones to be called. */
function Times({ everyone, trainer, people, name, commands, onClose }: Omit<Props, 'open'>) {
  const t = usePeopleWords()
  const now = useNow()
  const grant = useGrant(commands)
  const rows = people
    .map(({ personId }) => ({ personId, ms: spokenBy(personId, everyone.floor, trainer.spoken, now) }))
    .sort((a, b) => a.ms - b.ms)
  const most = Math.max(1, ...rows.map(({ ms }) => ms))
  return (
    <section aria-labelledby="times">
      <h3 id="times">{t.times}</h3>
      <ul className="times">
        {rows.map(({ personId, ms }) => (
          <li key={personId}>
            <span>{name(personId)}</span>
            <span className="meter" aria-hidden="true">
              <i style={{ width: `${(100 * ms) / most}%` }} />
            </span>
            <span className={ms > 0 ? 'num' : 'tx-mute'}>{ms > 0 ? elapsed(ms) : t.notYet}</span>
            <button
              type="button"
              className="btn sm quiet"
              aria-label={`${t.give}, ${name(personId)}`}
              title={t.giveTo(name(personId))}
              disabled={!commands.online || everyone.floor.speaker === personId}
              onClick={async () => (await grant(personId)) && onClose()}
            >
              <Mic size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

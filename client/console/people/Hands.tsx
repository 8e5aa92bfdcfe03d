/** Raised hands in order, with how long each has waited; the floor is given in one press. */
import { Mic, X } from 'lucide-react'
import { elapsed } from '#client/i18n/format.ts'
import { useNow } from '#client/live/hooks.ts'
import { autofocus } from '../dialogs/autofocus.ts'
import { usePreferences } from '../preferences.ts'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

/** Gives the floor for the time the trainer usually gives; true once stored. */
export function useGrant({ run }: PeopleProps['commands']): (personId: string) => Promise<boolean> {
  const { turnSeconds } = usePreferences()
  return async (personId) => {
    const ack = await run('floor.grant', { personId, ...(turnSeconds > 0 && { seconds: turnSeconds }) })
    return ack.ok
  }
}

/**
 * `most`: how many are listed. `inDialog`: the first is under the hand, hands can be taken down too, and the floor
 * once given closes it.
 */
export function Hands({
  most = Number.POSITIVE_INFINITY,
  inDialog,
  ...props
}: PeopleProps & { most?: number; inDialog?: { close: () => void } }) {
  const t = usePeopleWords()
  const now = useNow()
  const { everyone, name, commands } = props
  const { hands, since } = everyone.floor
  const grant = useGrant(commands)
  return (
    <ol className="hands">
      {hands.slice(0, most).map((personId, index) => (
        <li key={personId}>
          <span className="o num" aria-hidden="true">
            {index + 1}
          </span>
          <span className="nm">{name(personId)}</span>
          <span className="w num">
            <span aria-hidden="true">{elapsed(now - (since[personId] ?? now))}</span>
            <span className="vh">{t.waits(elapsed(now - (since[personId] ?? now)))}</span>
          </span>
          <button
            type="button"
            ref={inDialog && index === 0 ? autofocus : undefined}
            className={index === 0 ? 'btn sm main' : 'btn sm'}
            aria-label={`${t.give}, ${name(personId)}`}
            title={t.giveTo(name(personId))}
            disabled={!commands.online}
            onClick={async () => (await grant(personId)) && inDialog?.close()}
          >
            <Mic size={16} strokeWidth={1.75} aria-hidden="true" />
            {index === 0 && t.give}
          </button>
          {inDialog && (
            <button
              type="button"
              className="btn sm quiet"
              aria-label={t.lower(name(personId))}
              title={t.lower(name(personId))}
              disabled={!commands.online}
              onClick={() => void commands.run('floor.release', { personId })}
            >
              <X size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}

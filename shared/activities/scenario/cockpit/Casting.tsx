/** Gives the roles of a scenario: who shares a copy with whom, and who does what. Before the work begins. */

import { Users } from 'lucide-react'
import { useId, useState } from 'react'
import { fr } from '#client/i18n/format.ts'
import { Dialog, Notice } from '#client/kit/index.ts'
import { useCockpitWords } from '../trainer-words.ts'
import { missingRole, type Seat, seatsOf, teamsOf } from './casting.ts'
import type { CockpitProps } from './props.ts'
import { useNames } from './use-names.tsx'

export function Casting(props: CockpitProps) {
  const { everyone, trainer, online, over } = props
  const t = useCockpitWords()
  const [open, setOpen] = useState(false)
  const begun = Object.values(trainer.copies).some(({ startedAt }) => startedAt !== undefined)
  if (over || (everyone.phase !== 'ready' && begun)) return null
  return (
    <div className="casting">
      <button type="button" className="btn sm" disabled={!online} onClick={() => setOpen(true)}>
        <Users size={16} strokeWidth={1.75} aria-hidden="true" />
        {t.cast}
      </button>
      {Object.keys(trainer.copies).length === 0 && <span className="label">{t.castDrawn}</span>}
      <Dialog open={open} title={t.castTitle} onClose={() => setOpen(false)} className="cast-dialog">
        <Form {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

function Form({ onClose, ...props }: CockpitProps & { onClose: () => void }) {
  const { trainer, order, online, send } = props
  const t = useCockpitWords()
  const nameOf = useNames(props)
  const id = useId()
  const { roles } = trainer.definition
  const [seats, seat] = useState(() => seatsOf(trainer, order))
  const teams = teamsOf(seats)
  const missing = missingRole(teams, roles)
  const put = (personId: string, change: Partial<Seat>) =>
    seat({ ...seats, [personId]: { ...seats[personId]!, ...change } })
  return (
    <form
      className="cast"
      onSubmit={async (event) => {
        event.preventDefault()
        if (missing) return
        const ack = await send('activity.do', { type: 'cast', teams })
        if (ack.ok) onClose()
      }}
    >
      <p className="label">{t.castHelp}</p>
      <ul>
        {order.map((personId) => {
          const { team, roles: held } = seats[personId]!
          const name = nameOf([personId])
          return (
            <li key={personId}>
              <b id={`${id}-${personId}`}>{name}</b>
              <select
                className="in sm"
                aria-label={t.castOf(name)}
                value={team}
                onChange={(event) => put(personId, { team: Number(event.currentTarget.value) })}
              >
                {order.map((_, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a team is its number
                  <option key={i} value={i + 1}>
                    {t.castTeam(i + 1)}
                  </option>
                ))}
                <option value={0}>{t.castNone}</option>
              </select>
              <fieldset disabled={team === 0} aria-labelledby={`${id}-${personId}`}>
                {roles.map((role) => (
                  <label key={role.id}>
                    <input
                      type="checkbox"
                      checked={held.includes(role.id)}
                      onChange={(event) =>
                        put(personId, {
                          roles: event.currentTarget.checked
                            ? [...held, role.id]
                            : held.filter((one) => one !== role.id),
                        })
                      }
                    />
                    {fr(role.title)}
                  </label>
                ))}
              </fieldset>
            </li>
          )
        })}
      </ul>
      {missing && <Notice tone="warn">{t.castMissing(missing.team, fr(missing.role))}</Notice>}
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
        <button
          type="submit"
          className="btn main"
          disabled={!online || Boolean(missing) || teams.length === 0}
        >
          {t.castGive}
        </button>
      </div>
    </form>
  )
}

import { useId } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import type { TeamAnswer } from '#shared/office.ts'
import { Asked, useAnswer } from '../asked.tsx'
import { useWords } from './words.ts'
import './trainers.css'

export type Trainers = { trainerId: string; cotrainerIds: readonly string[] }

/** Who trains: one of the accounts, chosen by the organiser alone, and those who help. */
export function TrainersField({
  login,
  value,
  fixed = false,
  onChange,
}: {
  login: LoginAnswer
  value: Trainers
  /** The trainer stays: the class runs. */
  fixed?: boolean
  onChange: (value: Trainers) => void
}) {
  const t = useWords()
  const id = useId()
  const asked = useAnswer<TeamAnswer>('/api/office/team', login.personId)
  const { trainerId, cotrainerIds } = value

  return (
    <Asked asked={asked}>
      {({ members }) => {
        const helpers = members.filter(({ personId }) => personId !== trainerId)
        // A participant who helps is no account's: that seat is given on the list of people.
        const helping = helpers.map(({ personId }) => personId).filter((one) => cotrainerIds.includes(one))
        return (
          <div className="office-trainers">
            {login.role === 'organiser' && !fixed && (
              <div className="f">
                <label htmlFor={id}>{t.trainer}</label>
                <select
                  className="in"
                  id={id}
                  name="trainer"
                  value={trainerId}
                  onChange={({ target }) =>
                    onChange({
                      trainerId: target.value,
                      cotrainerIds: helping.filter((one) => one !== target.value),
                    })
                  }
                >
                  {members.map(({ personId, name, email }) => (
                    <option key={personId} value={personId}>
                      {name} ({email})
                    </option>
                  ))}
                </select>
              </div>
            )}
            {helpers.length > 0 && (
              <fieldset className="office-helpers">
                <legend>{t.cotrainers}</legend>
                {helpers.map(({ personId, name }) => (
                  <label key={personId}>
                    <input
                      type="checkbox"
                      checked={helping.includes(personId)}
                      onChange={({ target }) =>
                        onChange({
                          trainerId,
                          cotrainerIds: target.checked
                            ? [...helping, personId]
                            : helping.filter((one) => one !== personId),
                        })
                      }
                    />
                    {name}
                  </label>
                ))}
              </fieldset>
            )}
          </div>
        )
      }}
    </Asked>
  )
}

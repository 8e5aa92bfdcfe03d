/** More time for one person, who needs it; the others see nothing of it. */
import { useId, useState } from 'react'
import { announce, Dialog } from '#client/kit/index.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import { personName } from './person-name.ts'
import { useSharedWords } from './words.ts'

type Props = Pick<TrainerScreenProps, 'people' | 'order' | 'namesHidden' | 'online' | 'send'> & {
  first?: string
  open: boolean
  onClose: () => void
}

const MINUTES = [1, 2, 5, 10]

export function PersonalTime(props: Props) {
  const t = useSharedWords()
  const [given, setGiven] = useState<{ personId: string; minutes: number }[]>([])
  const name = (id: string) => personName(id, props, t)
  const { open, onClose } = props
  return (
    <>
      {given.map(({ personId, minutes }) => (
        <p key={personId} className="label given">
          {t.given(name(personId), minutes)}
        </p>
      ))}
      <Dialog open={open} title={t.personalTitle} onClose={onClose}>
        <Form
          {...props}
          onGiven={(personId, minutes) => {
            const before = given.find((one) => one.personId === personId)?.minutes ?? 0
            const others = given.filter((one) => one.personId !== personId)
            setGiven([...others, { personId, minutes: before + minutes }])
            announce(t.given(name(personId), minutes))
            onClose()
          }}
        />
      </Dialog>
    </>
  )
}

type FormProps = Props & { onGiven: (personId: string, minutes: number) => void }

function Form({ onGiven, ...props }: FormProps) {
  const t = useSharedWords()
  const { order, first, online, send, onClose } = props
  const id = useId()
  const [personId, setPersonId] = useState(first ?? order[0] ?? '')
  const [minutes, setMinutes] = useState(2)
  return (
    <form
      className="personal-time"
      onSubmit={async (event) => {
        event.preventDefault()
        const ack = await send('activity.extend', { seconds: minutes * 60, personId })
        if (ack.ok) onGiven(personId, minutes)
        else onClose()
      }}
    >
      <div className="f">
        <label htmlFor={id}>{t.personalWho}</label>
        <select id={id} className="in" value={personId} onChange={(e) => setPersonId(e.currentTarget.value)}>
          {order.map((one) => (
            <option key={one} value={one}>
              {personName(one, props, t)}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{t.personalHow}</legend>
        <div className="how-long">
          {MINUTES.map((n) => (
            <label key={n} className="pick">
              <input
                type="radio"
                name={`minutes-${id}`}
                checked={minutes === n}
                onChange={() => setMinutes(n)}
              />
              <span className="num">{t.minutes(n)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="label">{t.personalHelp}</p>
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="submit" className="btn main" disabled={!online}>
          {t.give(minutes)}
        </button>
      </div>
    </form>
  )
}

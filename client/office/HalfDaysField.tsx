import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import {
  type HalfDayFault,
  halfDayFaults,
  isoDate,
  moveDay,
  newHalfDay,
  type TypedHalfDay,
} from './half-days.ts'
import { useWords } from './words.ts'
import { zones } from './zones.ts'

const MOST = 20

/** Dates and hours, one row per half-day. Faults appear once the form has been sent, or while they are typed in full. */
export function HalfDaysField({
  days,
  zone,
  onChange,
  onZone,
}: {
  days: TypedHalfDay[]
  zone: string
  onChange: (days: TypedHalfDay[]) => void
  onZone: (zone: string) => void
}) {
  const t = useWords()
  const id = useId()
  const faults = halfDayFaults(days, zone)
  const today = isoDate(new Date())

  function change(index: number, part: Partial<TypedHalfDay>) {
    onChange(days.map((day, i) => (i === index ? { ...day, ...part } : day)))
  }

  function say(fault: HalfDayFault): string {
    if (fault.kind === 'missing') return t.halfDayMissing
    return fault.kind === 'order' ? t.halfDayOrder : t.halfDayOverlap(fault.other)
  }

  function add() {
    const last = days.at(-1)
    const afternoon = last && last.to <= '13:30'
    onChange([
      ...days,
      afternoon ? newHalfDay(last.date, '13:30', '17:00') : newHalfDay(nextDay(last?.date), '09:00', '12:30'),
    ])
  }

  return (
    <fieldset className="office-days">
      <legend>{t.halfDays}</legend>
      {days.map((day, i) => {
        const fault = faults[i]
        const past = !fault && day.date < today
        const why = `${id}-${day.key}`
        const described = fault || past ? why : undefined
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset within the fieldset would draw twice
          <div className="office-day" key={day.key} role="group" aria-label={t.halfDay(i + 1)}>
            <label className="f">
              <span className="lab">{t.date}</span>
              <input
                className={`in ${fault ? 'bad' : ''}`}
                type="date"
                required
                value={day.date}
                aria-invalid={fault ? true : undefined}
                aria-describedby={described}
                onChange={(event) => onChange(moveDay(days, i, event.target.value))}
              />
            </label>
            <label className="f">
              <span className="lab">{t.from}</span>
              <input
                className={`in ${fault ? 'bad' : ''}`}
                type="time"
                required
                value={day.from}
                aria-invalid={fault ? true : undefined}
                aria-describedby={described}
                onChange={(event) => change(i, { from: event.target.value })}
              />
            </label>
            <label className="f">
              <span className="lab">{t.to}</span>
              <input
                className={`in ${fault ? 'bad' : ''}`}
                type="time"
                required
                value={day.to}
                aria-invalid={fault ? true : undefined}
                aria-describedby={described}
                onChange={(event) => change(i, { to: event.target.value })}
              />
            </label>
            <button
              type="button"
              className="btn quiet"
              aria-label={t.removeHalfDay(i + 1)}
              disabled={days.length === 1}
              onClick={() => onChange(days.filter((_, j) => j !== i))}
            >
              <X size={20} strokeWidth={1.75} aria-hidden="true" />
            </button>
            {(fault || past) && (
              <p className={`why ${fault ? 'tx-stop' : 'tx-warn'}`} id={why}>
                {fault ? say(fault) : t.halfDayPast}
              </p>
            )}
          </div>
        )
      })}
      {days.length < MOST && (
        <button type="button" className="btn sm" onClick={add}>
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.addHalfDay}
        </button>
      )}
      <label className="f office-zone">
        <span className="lab">{t.zone}</span>
        <select className="in" name="zone" value={zone} onChange={({ target }) => onZone(target.value)}>
          {zones(zone).map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

function nextDay(date: string | undefined): string {
  const day = new Date(`${date}T12:00`)
  if (Number.isNaN(day.getTime())) return isoDate(new Date())
  day.setDate(day.getDate() + 1)
  return isoDate(day)
}

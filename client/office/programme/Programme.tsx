import { type FormEvent, useId, useState } from 'react'
import type { OfficeClass } from '#shared/api.ts'
import type { ClassEdit } from '#shared/office.ts'
import { post } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useTitle } from '../../kit/use-title.ts'
import { useSend } from '../ask.ts'
import type { ClassTab } from '../class-tab.ts'
import { HalfDaysField } from '../HalfDaysField.tsx'
import { halfDayFaults, times, typedHalfDay } from '../half-days.ts'
import { MeetingField, meetingFaulty } from './MeetingField.tsx'
import { type Trainers, TrainersField } from './TrainersField.tsx'
import { useWords } from './words.ts'

/** Title, hours, trainers and meeting of a class, until it starts; and calling it off. */
export function Programme({ login, klass, again }: ClassTab) {
  const t = useWords()
  const [title, setTitle] = useState(klass.title)
  const [days, setDays] = useState(() => klass.halfDays.map((day) => typedHalfDay(day, klass.timeZone)))
  const [zone, setZone] = useState(klass.timeZone)
  const [moved, setMoved] = useState(false)
  const [meeting, setMeeting] = useState(klass.meetingUrl ?? '')
  const [trainers, setTrainers] = useState<Trainers>()
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const [asking, setAsking] = useState(false)
  const { busy, failure, send } = useSend()
  const ids = { title: useId(), why: useId() }
  const off = klass.cancelledAt !== undefined
  const early = klass.phase === 'lobby' && !off
  const untitled = title.trim() === ''
  useTitle(`${t.title}, ${klass.title}`)

  async function save(event: FormEvent) {
    event.preventDefault()
    setSaved(false)
    setTried(true)
    if (untitled || meetingFaulty(meeting) || (moved && halfDayFaults(days, zone).some(Boolean))) return
    const edit: ClassEdit = {
      meetingUrl: meeting.trim() || null,
      ...(early && title.trim() !== klass.title && { title: title.trim() }),
      ...(early && moved && { halfDays: days.map((day) => times(day, zone)), timeZone: zone }),
      ...(trainers && { cotrainerIds: [...trainers.cotrainerIds] }),
      ...(trainers && early && { trainerId: trainers.trainerId }),
    }
    const done = await send(() => post(`/api/classes/${klass.id}/edit`, edit, { as: login.personId }))
    if (!done) return
    setSaved(true)
    setMoved(false)
    setTried(false)
    setTrainers(undefined)
    again()
  }

  async function cancel() {
    const path = `/api/classes/${klass.id}/cancel`
    await send(async () => {
      const { queued } = await post<{ queued: number }>(path, {}, { as: login.personId })
      announce(t.cancelled(queued))
      again()
    })
    setAsking(false)
  }

  if (off) return <Notice tone="warn">{t.off}</Notice>
  if (klass.phase === 'ended') return <Notice tone="info">{t.over}</Notice>
  return (
    <form className="office-form" onSubmit={save} noValidate>
      {!early && <Notice tone="info">{t.fixed}</Notice>}
      {early && (
        <>
          <div className="f">
            <label htmlFor={ids.title}>{t.classTitle}</label>
            <input
              className={`in ${untitled ? 'bad' : ''}`}
              id={ids.title}
              maxLength={200}
              required
              value={title}
              aria-invalid={untitled || undefined}
              aria-describedby={untitled ? ids.why : undefined}
              onChange={(event) => setTitle(event.target.value)}
            />
            {untitled && (
              <p className="why tx-stop" id={ids.why}>
                {t.titleMissing}
              </p>
            )}
          </div>
          <HalfDaysField
            days={days}
            zone={zone}
            onChange={(next) => {
              setDays(next)
              setMoved(true)
            }}
            onZone={(next) => {
              setZone(next)
              setMoved(true)
            }}
          />
        </>
      )}
      <div className="office-form-top">
        <TrainersField
          login={login}
          value={trainers ?? trainersOf(klass)}
          fixed={!early}
          onChange={setTrainers}
        />
        <MeetingField value={meeting} tried={tried} onChange={setMeeting} />
      </div>
      {failure && (
        <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
          {failure.message}
        </Notice>
      )}
      {saved && (
        <Notice tone="ok" role="status">
          {t.saved}
        </Notice>
      )}
      <div className="office-form-end">
        <button type="submit" className="btn main" aria-busy={busy || undefined}>
          {busy ? t.saving : t.save}
        </button>
        {early && (
          <button type="button" className="btn quiet" onClick={() => setAsking(true)}>
            {t.cancelClass}
          </button>
        )}
      </div>
      {asking && (
        <Dialog open title={t.cancelTitle} onClose={() => setAsking(false)}>
          <p>{t.cancelText}</p>
          <div className="actions">
            <button type="button" className="btn main" onClick={() => setAsking(false)}>
              {t.keep}
            </button>
            <button type="button" className="btn stop" aria-busy={busy || undefined} onClick={cancel}>
              {t.cancelDo}
            </button>
          </div>
        </Dialog>
      )}
    </form>
  )
}

const trainersOf = ({ people }: OfficeClass): Trainers => ({
  trainerId: people.find(({ role }) => role === 'trainer')?.personId ?? '',
  cotrainerIds: people.filter(({ role }) => role === 'cotrainer').map(({ personId }) => personId),
})

import { type FormEvent, useId, useRef, useState } from 'react'
import type { CourseRef, LoginAnswer, NewClass, NewClassAnswer } from '#shared/api.ts'
import { readPeople } from '#shared/people.ts'
import { ApiError, post } from '../api.ts'
import { Notice } from '../kit/Notice.tsx'
import { Link, navigate, useQuery } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { officeAddress } from './address.ts'
import { Asked, useAnswer } from './asked.tsx'
import { HalfDaysField } from './HalfDaysField.tsx'
import { halfDayFaults, times, usualDay } from './half-days.ts'
import { keepIssued } from './issued.ts'
import { PeopleField } from './PeopleField.tsx'
import { MeetingField, meetingFaulty } from './programme/MeetingField.tsx'
import { type Trainers, TrainersField } from './programme/TrainersField.tsx'
import { useWords } from './words.ts'
import { ownZone } from './zones.ts'

export function NewClassForm({ login }: { login: LoginAnswer }) {
  const t = useWords()
  const asked = useAnswer<CourseRef[]>('/api/courses', login.personId)
  useTitle(t.newClass)
  return (
    <>
      <p className="office-crumb">
        <Link href={officeAddress(login)}>{t.classes}</Link> /
      </p>
      <h1>{t.newClass}</h1>
      <Asked asked={asked}>
        {(courses) => {
          const sound = courses.filter(({ problems }) => problems.length === 0)
          if (sound.length > 0)
            return <Form login={login} courses={sound} broken={courses.length - sound.length} />
          return (
            <div className="office-none">
              <h2>{t.coursesNone}</h2>
              <p>{t.coursesNoneText}</p>
              <Link className="btn" href={officeAddress(login, '/formations')}>
                {t.seeCourses}
              </Link>
            </div>
          )
        }}
      </Asked>
    </>
  )
}

function Form({ login, courses, broken }: { login: LoginAnswer; courses: CourseRef[]; broken: number }) {
  const t = useWords()
  const asked = useQuery().get('cours')
  const [courseId, setCourseId] = useState(() => (courses.find(({ id }) => id === asked) ?? courses[0]!).id)
  const [title, setTitle] = useState<string>()
  const [days, setDays] = useState(usualDay)
  const [zone, setZone] = useState(ownZone)
  const [trainers, setTrainers] = useState<Trainers>({ trainerId: login.personId, cotrainerIds: [] })
  const [meeting, setMeeting] = useState('')
  const [people, setPeople] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError>()
  const form = useRef<HTMLFormElement>(null)
  const ids = { course: useId(), title: useId(), titleHint: useId(), titleWhy: useId() }

  const shownTitle = title ?? courses.find(({ id }) => id === courseId)?.title ?? ''
  const faulty = {
    title: shownTitle.trim() === '',
    days: halfDayFaults(days, zone).some(Boolean),
    meeting: meetingFaulty(meeting),
    people: readPeople(people).problems.length > 0,
  }
  const anyFault = Object.values(faulty).some(Boolean)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setTried(true)
    setFailure(undefined)
    if (anyFault) {
      // After this render the first field in fault is marked: take the reader there.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0)
      return
    }
    setBusy(true)
    const body: NewClass = {
      courseId,
      title: shownTitle.trim(),
      halfDays: days.map((day) => times(day, zone)),
      timeZone: zone,
      trainerId: trainers.trainerId,
      cotrainerIds: [...trainers.cotrainerIds],
      ...(meeting.trim() !== '' && { meetingUrl: meeting.trim() }),
      people,
    }
    try {
      const made = await post<NewClassAnswer>('/api/classes', body, { as: login.personId })
      keepIssued(made.id, made.credentials)
      navigate(officeAddress(login, `/classe/${made.id}/convocations`), { replace: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <form className="office-form" ref={form} onSubmit={submit} noValidate>
      <div className="office-form-top">
        <div className="f">
          <label htmlFor={ids.course}>{t.course}</label>
          <select
            className="in"
            id={ids.course}
            name="course"
            value={courseId}
            onChange={(event) => setCourseId(event.target.value)}
          >
            {courses.map((course) => (
              <option key={course.id} value={course.id}>
                {course.title}
              </option>
            ))}
          </select>
          {broken > 0 && (
            <p className="hint">
              {t.courseBroken(broken)} <Link href={officeAddress(login, '/formations')}>{t.seeCourses}</Link>
            </p>
          )}
        </div>
        <div className="f">
          <label htmlFor={ids.title}>{t.title}</label>
          <input
            className={`in ${tried && faulty.title ? 'bad' : ''}`}
            id={ids.title}
            name="title"
            maxLength={200}
            required
            value={shownTitle}
            aria-invalid={(tried && faulty.title) || undefined}
            aria-describedby={tried && faulty.title ? ids.titleWhy : ids.titleHint}
            onChange={(event) => setTitle(event.target.value)}
          />
          {tried && faulty.title ? (
            <p className="why tx-stop" id={ids.titleWhy}>
              {t.titleMissing}
            </p>
          ) : (
            <p className="hint" id={ids.titleHint}>
              {t.titleHint}
            </p>
          )}
        </div>
      </div>
      <HalfDaysField days={days} zone={zone} onChange={setDays} onZone={setZone} />
      <div className="office-form-top">
        <TrainersField login={login} value={trainers} onChange={setTrainers} />
        <MeetingField value={meeting} tried={tried} onChange={setMeeting} />
      </div>
      <PeopleField
        as={login.personId}
        text={people}
        onChange={setPeople}
        missing={tried && people.trim() === ''}
      />
      {failure && <Failure failure={failure} />}
      {tried && anyFault && !failure && <Notice tone="stop">{t.fix}</Notice>}
      <div className="office-form-end">
        <button type="submit" className="btn main" aria-busy={busy || undefined}>
          {busy ? t.creating : t.create}
        </button>
        <Link className="btn quiet" href={officeAddress(login)}>
          {t.cancel}
        </Link>
        <p className="hint">{t.createNote}</p>
      </div>
    </form>
  )
}

/** The server's refusal, with each thing it names. */
function Failure({ failure }: { failure: ApiError }) {
  const details = Array.isArray(failure.problems) ? failure.problems : []
  return (
    <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
      {failure.message}
      {details.length > 0 && (
        <ul className="office-failures">
          {details.map((detail: { line?: number; path?: string; problem: string; remedy?: string }) => (
            <li key={`${detail.line ?? detail.path}${detail.problem}`}>
              <b>{detail.line ?? detail.path}</b> {detail.problem}
              {detail.remedy && `. ${detail.remedy}.`}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

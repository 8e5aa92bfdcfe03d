import { ArrowLeft } from 'lucide-react'
import { duration, fr, time } from '#client/i18n/format.ts'
import type { ClassInfo } from '#shared/api.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { ActivityLive } from './ActivityLive.tsx'
import { CORRECTABLE } from './activity-screens.ts'
import type { Commands } from './commands.ts'
import { attention, type Person } from './people.ts'
import { minutes } from './plan-times.ts'
import { useConsoleWords } from './words.ts'

/** After the end: how long, who came, how much was answered; and what is still to be corrected. */
export function Ended({
  info,
  everyone,
  trainer,
  people,
  onOutcomes,
  commands,
  slab,
  correcting,
  onCorrect,
}: {
  info: ClassInfo
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  onOutcomes: () => void
  commands: Commands
  slab?: HTMLElement
  /** The activity being corrected. */
  correcting?: string
  onCorrect: (activityId: string | undefined) => void
}) {
  const t = useConsoleWords()
  const { startedAt, endedAt } = everyone
  const answers = Object.values(trainer.activities).map(({ answered }) => Object.keys(answered).length)
  const asked = answers.filter((n) => n > 0).length
  const total = answers.reduce((sum, n) => sum + n, 0)
  // Whoever answered was here, even if this page never saw their connection.
  const came = people.filter(
    (person) =>
      attention(person) !== 'expected' ||
      Object.values(trainer.activities).some(({ answered }) => answered[person.personId]),
  )
  if (correcting !== undefined)
    return (
      <div className="correcting">
        <button type="button" className="btn sm" onClick={() => onCorrect(undefined)}>
          <ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.endedTitle}
        </button>
        <ActivityLive
          everyone={everyone}
          trainer={trainer}
          people={people}
          commands={commands}
          slab={slab}
          activityId={correcting}
        />
      </div>
    )
  const correctable = Object.entries(everyone.activities).filter(
    ([id, { kind }]) => CORRECTABLE.has(kind) && trainer.activities[id],
  )
  return (
    <section className="ended" aria-labelledby="ended">
      <h2 id="ended">{t.endedTitle}</h2>
      <dl>
        {startedAt !== undefined && endedAt !== undefined && (
          <div>
            <dt>{t.endedDuration}</dt>
            <dd className="num">
              {duration(minutes(endedAt - startedAt))}
              <small>{t.endedFromTo(time(startedAt, info.timeZone), time(endedAt, info.timeZone))}</small>
            </dd>
          </div>
        )}
        <div>
          <dt>{t.endedPresent}</dt>
          <dd className="num">{t.presentOf(came.length, people.length)}</dd>
        </div>
        <div>
          <dt>{t.endedAnswers}</dt>
          <dd className="num">
            {total}
            <small>{asked > 0 ? t.endedAnswersMore(asked) : t.endedNone}</small>
          </dd>
        </div>
      </dl>
      {correctable.length > 0 && (
        <ul className="correctable">
          {correctable.map(([id, { title = '' }]) => (
            <li key={id}>
              <button type="button" className="btn" onClick={() => onCorrect(id)}>
                {t.correct(fr(title))}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="do">
        <button type="button" className="btn main" onClick={onOutcomes}>
          {t.outcomesAll}
        </button>
        <a className="btn" href="/bureau">
          {t.toOffice}
        </a>
      </p>
    </section>
  )
}

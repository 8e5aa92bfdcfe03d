import { duration, time } from '#client/i18n/format.ts'
import type { ClassInfo } from '#shared/api.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { attention, type Person } from './people.ts'
import { minutes } from './plan-times.ts'
import { useConsoleWords } from './words.ts'

/** After the end: how long, who came, how much was answered. */
export function Ended({
  info,
  everyone,
  trainer,
  people,
  onOutcomes,
}: {
  info: ClassInfo
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  onOutcomes: () => void
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

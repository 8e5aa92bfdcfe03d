/** Who is here: those who need attention first, then by name; those expected at the foot. */
import { Check, Laptop, Smartphone, Tablet } from 'lucide-react'
import { duration } from '#client/i18n/format.ts'
import type { PlanItem } from '#shared/course.ts'
import type { Presence } from '#shared/protocol.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { activityInView, attention, byUrgency, networkLevel, type Person } from './people.ts'
import { usePreferences } from './preferences.ts'
import { useNow } from './use-now.ts'
import { useConsoleWords } from './words.ts'

type Props = { people: Person[]; plan: readonly PlanItem[]; everyone: EveryoneView; trainer: TrainerView }

export function PeoplePanel({ people, plan, everyone, trainer }: Props) {
  const t = useConsoleWords()
  const { namesHidden } = usePreferences()
  const expected = people.filter((person) => attention(person) === 'expected')
  const seen = byUrgency(people.filter((person) => attention(person) !== 'expected'))
  const here = people.filter((person) => person.presence?.online).length
  const activityId = activityInView(trainer.stage, plan, trainer.plan.adhoc, everyone.activities)
  const asked =
    everyone.phase === 'live' &&
    activityId !== undefined &&
    everyone.activities[activityId]?.phase !== 'ready'
  const answered = (asked && activityId && trainer.activities[activityId]?.answered) || undefined
  const name = (person: Person) => (namesHidden ? t.participantN(people.indexOf(person) + 1) : person.name)

  return (
    <aside className="people" aria-label={t.people}>
      <div className="blk">
        <h2>
          {t.presentTitle}
          <span className="num">
            {t.presentOf(here, people.length)}
            {answered && ` · ✓ ${t.hasAnswered}`}
          </span>
        </h2>
      </div>
      {people.length === 0 && <p className="empty">{t.nobodyEnrolled}</p>}
      {people.length > 0 && seen.length === 0 && <p className="empty">{t.nobodyYet}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <ul className="scroll" tabIndex={0} aria-label={t.people}>
        {seen.map((person) => (
          <Who
            key={person.personId}
            person={person}
            name={name(person)}
            answered={answered && answered[person.personId] === true}
          />
        ))}
      </ul>
      {expected.length > 0 && (
        <div className="exp">
          <p>
            <b>{t.expected(expected.length)}</b>{' '}
            {!namesHidden && expected.map((person) => person.name).join(', ')}
          </p>
        </div>
      )}
    </aside>
  )
}

const DEVICES = { computer: Laptop, phone: Smartphone, tablet: Tablet }

function Who({ person, name, answered }: { person: Person; name: string; answered?: boolean }) {
  const t = useConsoleWords()
  const { presence } = person
  const need = attention(person)
  const Device = DEVICES[presence?.device ?? 'computer']
  const device = t[presence?.device ?? 'computer']
  const several = presence?.online && presence.devices > 1 ? t.devices(presence.devices) : undefined
  return (
    <li className={need === 'normal' ? 'who' : 'who warn'}>
      <span className="nm">
        <span className={presence?.online ? 'pr' : 'pr away'} />
        <span>
          <b>{name}</b>
          <Words person={person} />
        </span>
      </span>
      <span className="ic">
        <span title={several ?? device}>
          <Device size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className="vh">{several ?? device}</span>
        </span>
        <Network presence={presence} />
        {answered !== undefined && (
          <span className="an">
            {answered ? (
              <Check size={20} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <span className="no" aria-hidden="true" />
            )}
            <span className="vh">{answered ? t.hasAnswered : t.hasNotAnswered}</span>
          </span>
        )}
      </span>
    </li>
  )
}

const LONG_CUT_MS = 5 * 60_000

/** The line under a name: only when there is something to say. */
function Words({ person: { presence } }: { person: Person }) {
  const t = useConsoleWords()
  const now = useNow()
  if (presence && !presence.online) {
    const gone = Math.max(0, now - (presence.since ?? now))
    const since = gone < 60_000 ? `${Math.round(gone / 1000)}\u00A0s` : duration(Math.round(gone / 60_000))
    return <em className="tx-warn">{gone < LONG_CUT_MS ? t.networkCut(since) : t.offline(since)}</em>
  }
  const level = networkLevel(presence)
  if (level !== undefined && level < 2) return <em className="tx-warn">{t.networks[level]}</em>
  if (presence?.behind !== undefined) return <em className="tx-mute">{t.lookingAt(presence.behind)}</em>
  if (level === 2) return <em className="tx-mute">{t.networks[level]}</em>
  return null
}

function Network({ presence }: { presence?: Presence }) {
  const t = useConsoleWords()
  const level = networkLevel(presence)
  const word = level === undefined ? t.networkUnknown : t.networks[level]
  return (
    <span title={word}>
      <span className={level !== undefined && level < 2 ? 'net low' : 'net'} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} className={bar <= (level ?? 0) ? undefined : 'o'} />
        ))}
      </span>
      <span className="vh">{word}</span>
    </span>
  )
}

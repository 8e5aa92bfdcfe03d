/** The people, in order of urgency: hands, pace, questions, then who needs attention, the rest, those expected. */
import type { PlanItem } from '#shared/course.ts'
import { FloorBlock } from './people/FloorBlock.tsx'
import type { Lead } from './people/lead.ts'
import { PaceBlock } from './people/PaceBlock.tsx'
import { QuestionsBlock } from './people/QuestionsBlock.tsx'
import { Team } from './people/Team.tsx'
import type { PeopleProps } from './people/types.ts'
import { Who } from './people/Who.tsx'
import { activityInView, attention, byUrgency } from './people.ts'
import { usePreferences } from './preferences.ts'
import { useConsoleWords } from './words.ts'

type Props = PeopleProps & {
  plan: readonly PlanItem[]
  lead: Lead
  onFloor: () => void
  onQuestions: () => void
  onPerson: (personId: string) => void
}

export function PeoplePanel({ plan, lead, onFloor, onQuestions, onPerson, ...props }: Props) {
  const t = useConsoleWords()
  const { namesHidden } = usePreferences()
  const { people, everyone, trainer, name } = props
  const expected = people.filter((person) => attention(person) === 'expected')
  const arrived = people.filter((person) => attention(person) !== 'expected')
  const seen = everyone.phase === 'ended' ? arrived : byUrgency(arrived)
  const here = people.filter((person) => person.presence?.online).length
  const activityId = activityInView(trainer.stage, plan, trainer.plan.adhoc, everyone.activities)
  const asked =
    everyone.phase === 'live' &&
    activityId !== undefined &&
    everyone.activities[activityId]?.phase !== 'ready'
  const answered = (asked && activityId && trainer.activities[activityId]?.answered) || undefined

  return (
    <aside className="people" aria-label={t.people}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t.people}>
        <FloorBlock {...props} onAll={onFloor} />
        <PaceBlock {...props} />
        <QuestionsBlock {...props} onAll={onQuestions} />
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
        <ul>
          {seen.map((person) => (
            <Who
              key={person.personId}
              person={person}
              name={name(person.personId)}
              answered={answered && answered[person.personId] === true}
              rank={everyone.floor.hands.indexOf(person.personId) + 1}
              speaks={everyone.floor.speaker === person.personId}
              over={everyone.phase === 'ended'}
              onOpen={() => onPerson(person.personId)}
            />
          ))}
        </ul>
        <Team lead={lead} commands={props.commands} />
      </section>
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

/** What is asked: the story, the day it is, who is who, one's role. */
import { CalendarDays, UserRound } from 'lucide-react'
import { date } from '#client/i18n/format.ts'
import { fr } from '#shared/typography.ts'
import { Remaining } from '../question/Remaining.tsx'
import { Actors } from './Actors.tsx'
import type { ScenarioProps } from './participant-model.ts'
import { useScenarioWords } from './words.ts'
import type { Sheet } from './work.ts'

type Props = ScenarioProps & { sheet: Sheet; heading: string; onStart?: () => void }

export function Task({ everyone, mine, sheet, heading, remaining, paused, onStart }: Props) {
  const t = useScenarioWords()
  const { phase, announcement } = everyone
  const roles = Object.values(mine.roles ?? {})
  return (
    <header className="scenario-task" id={`${heading}-task`}>
      <div className="title">
        {/* The heading stands before the tabs: this is the same one, to be seen. */}
        <p className="exercise" aria-hidden="true">
          {fr(everyone.title ?? '')}
        </p>
        <span className={phase === 'open' ? 'live-tag' : 'state'}>
          {phase === 'open' && remaining === undefined ? t.open : null}
          {phase === 'closed' && t.closed}
          {phase === 'revealed' && t.revealed}
          <Remaining ms={phase === 'open' ? remaining : undefined} paused={paused} />
        </span>
      </div>
      {announcement && (
        <p className="note info">
          <span>
            <b>{t.announcement}</b> {announcement.text}
          </span>
        </p>
      )}
      <p className="context">
        {fr(sheet.context)} {sheet.task && <b>{fr(sheet.task)}</b>}{' '}
        {sheet.fictitious && <span className="tx-mute">{t.fictitious}</span>}
      </p>
      <p className="today">
        <CalendarDays size={20} strokeWidth={1.75} aria-hidden="true" />
        {t.today(date(Date.parse(`${sheet.today}T12:00:00Z`), 'UTC'))}
      </p>
      {roles.map(({ title, brief }) => (
        <div key={title} className="note role">
          <UserRound size={20} strokeWidth={1.75} aria-hidden="true" />
          <div>
            <b>{t.yourRole(fr(title))}</b>
            <p>{fr(brief)}</p>
          </div>
        </div>
      ))}
      {!mine.copy && <p className="note warn">{t.noRole}</p>}
      <div className="only-narrow">
        {onStart && (
          <button type="button" className="btn main" onClick={onStart}>
            {t.toForm}
          </button>
        )}
        <Actors actors={sheet.actors} />
      </div>
    </header>
  )
}

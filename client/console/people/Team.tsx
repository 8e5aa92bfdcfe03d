/** Who leads, when there are several trainers: the trainer hands the lead over and takes it back. */
import { Notice } from '#client/kit/index.ts'
import type { Commands } from '../commands.ts'
import type { Lead } from './lead.ts'
import { usePeopleWords } from './words.ts'

type Props = { lead: Lead; commands: Commands }

/** At the foot of the panel. */
export function Team({ lead, commands }: Props) {
  const t = usePeopleWords()
  if (lead.others.length === 0) return null
  return (
    <section className="team" aria-label={t.team}>
      <p>
        <b>{lead.mine ? t.youLead : t.leads(lead.name)}</b>
      </p>
      {lead.mine && lead.trainer ? (
        lead.others.map(({ personId, name }) => (
          <button
            key={personId}
            type="button"
            className="btn sm"
            disabled={!commands.online}
            onClick={() => void commands.run('lead.hand', { personId })}
          >
            {t.handTo(name)}
          </button>
        ))
      ) : (
        <TakeBack lead={lead} commands={commands} />
      )}
    </section>
  )
}

/** Above the stage, on the console of whoever does not lead: what they may do all the same. */
export function LeadNotice({ lead, commands }: Props) {
  const t = usePeopleWords()
  if (lead.mine) return null
  return (
    <div className="con-notice">
      <Notice tone="info">
        <b>{t.notLead(lead.name)}.</b> {t.mayAssist}
      </Notice>
      <TakeBack lead={lead} commands={commands} />
    </div>
  )
}

function TakeBack({ lead, commands }: Props) {
  const t = usePeopleWords()
  if (lead.mine || !lead.trainer) return null
  return (
    <button
      type="button"
      className="btn sm"
      disabled={!commands.online}
      onClick={() => void commands.run('lead.take')}
    >
      {t.take}
    </button>
  )
}

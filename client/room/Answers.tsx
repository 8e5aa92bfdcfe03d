/** Every activity asked so far, with one's own answers; what was missed can still be caught up. */
import { Dialog } from '#client/kit/index.ts'
import { useLive } from '#client/live/hooks.ts'
import type { OwnAnswer } from '#shared/activities/own-answer.ts'
import { ownAnswer } from '#shared/activities/own-answers.ts'
import type { EveryoneActivity, View } from '#shared/views.ts'
import { useLaterWords } from './later-words.ts'
import { OwnOutcomes } from './OwnOutcomes.tsx'

type Asked = { id: string; activity: EveryoneActivity; own: OwnAnswer }

/** Activities in which something has been asked, in the order of the class. */
export function askedActivities({ everyone, mine }: View): Asked[] {
  return Object.entries(everyone.activities).flatMap(([id, activity]) => {
    if (activity.title === undefined) return []
    const own = ownAnswer(activity, mine?.activities[id] ?? {}, everyone.phase === 'ended')
    // Shown, but not opened yet: nothing to answer.
    return own.asked === 0 || (activity.phase === 'ready' && own.answered === 0 && own.missed.length === 0)
      ? []
      : [{ id, activity, own }]
  })
}

/** How many questions can still be caught up. */
export function toCatchUp(view: View): number {
  return askedActivities(view).reduce((sum, { own }) => sum + own.missed.length, 0)
}

export function AnswerList({ view, onOpen }: { view: View; onOpen: (activityId: string) => void }) {
  const asked = askedActivities(view)
  const t = useLaterWords()
  const missed = asked.filter(({ own }) => own.missed.length > 0)
  const n = missed.reduce((sum, { own }) => sum + own.missed.length, 0)
  const others = asked.filter(({ own }) => own.missed.length === 0)
  if (n === 0) return <List asked={others} live={view.everyone.phase === 'live'} onOpen={onOpen} />
  return (
    <>
      <section className="catch-up" aria-labelledby="catch-up">
        <h3 id="catch-up">{t.toCatchUp(n)}</h3>
        <p className="more">{t.toCatchUpMore}</p>
        <List asked={missed} live={view.everyone.phase === 'live'} onOpen={onOpen} />
      </section>
      {others.length > 0 && (
        <section aria-labelledby="answered">
          <h3 id="answered">{t.others}</h3>
          <List asked={others} live={view.everyone.phase === 'live'} onOpen={onOpen} />
        </section>
      )}
    </>
  )
}

type ListProps = { asked: Asked[]; live: boolean; onOpen: (activityId: string) => void }

function List({ asked, live, onOpen }: ListProps) {
  const t = useLaterWords()
  const pending = useLive((s) => s.pending)
  return (
    <ul className="asked">
      {asked.map(({ id, activity, own }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen(id)}>
            <span className="q">{activity.title}</span>
            <Said activity={activity} own={own} live={live} />
            {own.missed.length > 0 && (own.asked > 1 || own.answered > 0) && (
              <span className="a tx-lamp">{t.toCatchUp(own.missed.length)}</span>
            )}
            {pending.some((one) => one.activityId === id) && <span className="a tx-warn">{t.waiting}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** One's own words, or how much of a series one has answered. */
function Said({ activity, own, live }: { activity: EveryoneActivity; own: OwnAnswer; live: boolean }) {
  const t = useLaterWords()
  if (own.said) return <span className="a">{own.said.join(', ')}</span>
  if (own.asked > 1 || own.answered > 0) {
    const text = own.asked > 1 ? t.answeredOf(own.answered, own.asked) : t.answered
    return <span className="a">{text}</span>
  }
  const states: Record<string, string> = { open: t.unansweredOpen, closed: t.catchUp }
  return <span className="a tx-mute">{(live && states[activity.phase]) || t.unanswered}</span>
}

type Props = { open: boolean; onClose: () => void; onOpen: (activityId: string) => void }

export function AnswersDialog({ open, onClose, onOpen }: Props) {
  const t = useLaterWords()
  const view = useLive((s) => s.view)
  if (!view) return null
  return (
    <Dialog open={open} onClose={onClose} title={t.answersTitle}>
      {askedActivities(view).length === 0 ? (
        <p>{t.answersEmpty}</p>
      ) : (
        <AnswerList view={view} onOpen={onOpen} />
      )}
      {view.mine && <OwnOutcomes outcomes={view.mine.outcomes} />}
    </Dialog>
  )
}

/** On the slab's « Réponses »: how many questions wait to be caught up. */
export function CatchUpMark() {
  const t = useLaterWords()
  const n = useLive((s) => (s.view ? toCatchUp(s.view) : 0))
  if (n === 0) return null
  return (
    <>
      <span className="count num" aria-hidden="true">
        {n}
      </span>
      <span className="vh">{t.toCatchUp(n)}</span>
    </>
  )
}

/** Every question asked so far, with one's own answer; those missed can still be caught up. */
import { Dialog } from '#client/kit/index.ts'
import { useLive } from '#client/live/hooks.ts'
import type { EveryoneActivity, View } from '#shared/views.ts'
import { useLaterWords } from './later-words.ts'
import { OwnOutcomes } from './OwnOutcomes.tsx'

type Asked = { id: string; activity: EveryoneActivity; answer?: string }
type Options = { options?: Record<string, { text: string }> }

/** Activities that have been opened, in the order of the class, with one's own answer in words. */
export function askedActivities(view: View): Asked[] {
  return Object.entries(view.everyone.activities)
    .filter(([, activity]) => activity.phase !== 'ready' && activity.question)
    .map(([id, activity]) => {
      const given = view.mine?.activities[id]?.answer as { choice?: string[] } | undefined
      const { options } = activity.question as Options
      const texts = given?.choice?.map((option) => options?.[option]?.text ?? option.toUpperCase())
      return { id, activity, ...(texts && texts.length > 0 && { answer: texts.join(', ') }) }
    })
}

export function AnswerList({ view, onOpen }: { view: View; onOpen: (activityId: string) => void }) {
  const t = useLaterWords()
  const pending = useLive((s) => s.pending)
  return (
    <ul className="asked">
      {askedActivities(view).map(({ id, activity, answer }) => {
        const states: Record<string, string> = { open: t.unansweredOpen, closed: t.catchUp }
        const state = (view.everyone.phase === 'live' && states[activity.phase]) || t.unanswered
        const waiting = pending.some((one) => one.activityId === id)
        return (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              <span className="q">{activity.title}</span>
              <span className={answer ? 'a' : 'a tx-mute'}>{answer ?? state}</span>
              {waiting && <span className="a tx-warn">{t.waiting}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
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

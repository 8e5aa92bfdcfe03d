import { ExternalLink } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Dialog } from '#client/kit/index.ts'
import { useOutcomeWords } from '#client/outcomes/words.ts'
import type { ClassInfo } from '#shared/api.ts'
import type { TrainerView } from '#shared/views.ts'
import type { Person } from '../people.ts'
import { usePreferences } from '../preferences.ts'

const OutcomesBoard = lazy(async () => ({
  default: (await import('#client/outcomes/OutcomesBoard.tsx')).OutcomesBoard,
}))

type Props = {
  open: boolean
  onClose: () => void
  classId: string
  as?: string
  info: ClassInfo
  trainer: TrainerView
  /** By name. */
  people: Person[]
}

/** What each person has learnt so far; the page of the class says it question by question. */
export function OutcomesDialog({ open, onClose, classId, as, info, trainer, people }: Props) {
  const t = useOutcomeWords()
  const { namesHidden, set } = usePreferences()
  return (
    <Dialog open={open} title={t.title} onClose={onClose} className="outcomes">
      <div className="oc-top">
        <p className="label">{t.private}</p>
        <label className="oc-hide">
          <input
            type="checkbox"
            checked={namesHidden}
            onChange={(event) => set({ namesHidden: event.target.checked })}
          />
          {t.hideNames}
        </label>
        <a
          className="btn sm"
          href={`/acquis/${classId}${as ? `?as=${encodeURIComponent(as)}` : ''}`}
          target="_blank"
          rel="noopener"
        >
          <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.page}
        </a>
      </div>
      <Suspense fallback={<p className="loading">{t.loading}</p>}>
        <OutcomesBoard
          objectives={info.objectives}
          people={people.map(({ personId, name }) => ({
            personId,
            name,
            outcomes: trainer.outcomes[personId] ?? {},
          }))}
          namesHidden={namesHidden}
        />
      </Suspense>
    </Dialog>
  )
}

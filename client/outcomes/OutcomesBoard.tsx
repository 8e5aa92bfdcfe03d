/** What to take up again, then the table; or, in words, why there is nothing yet. */
import type { ReactNode } from 'react'
import { Notice } from '#client/kit/index.ts'
import type { Objective } from '#shared/course.ts'
import type { Outcomes } from '#shared/views.ts'
import { type Learner, OutcomesTable } from './OutcomesTable.tsx'
import { ENOUGH, MOMENTS, percentage, taught, toTakeUpAgain } from './progress.ts'
import { useOutcomeWords } from './words.ts'
import './outcomes.css'

type Props = {
  objectives: readonly Objective[]
  people: readonly Learner[]
  namesHidden: boolean
  link?: Parameters<typeof OutcomesTable>[0]['link']
}

export function OutcomesBoard({ objectives, people, namesHidden, link }: Props) {
  const t = useOutcomeWords()
  const outcomes = people.map((person) => person.outcomes)
  if (objectives.length === 0) return <Empty title={t.noObjectives}>{t.noObjectivesMore}</Empty>
  if (people.length === 0) return <Empty title={t.nobody}>{t.nobodyMore}</Empty>
  if (outcomes.every((own) => Object.keys(own).length === 0))
    return <Empty title={t.empty}>{t.emptyMore}</Empty>
  const shown = namesHidden
    ? people.map((person, index) => ({ ...person, name: t.participantN(index + 1) }))
    : people
  return (
    <>
      <Again objectives={objectives} outcomes={outcomes} />
      <OutcomesTable objectives={objectives} people={shown} link={link} />
      {outcomes.some(anyLate) && <p className="oc-note">{t.lateNote}</p>}
    </>
  )
}

function Again({
  objectives,
  outcomes,
}: {
  objectives: readonly Objective[]
  outcomes: readonly Outcomes[]
}) {
  const t = useOutcomeWords()
  if (!taught(objectives, outcomes)) return <p className="oc-note">{t.againWait}</p>
  const again = toTakeUpAgain(objectives, outcomes)
  if (again.length === 0) return <Notice tone="ok">{t.againNone(t.percent(percentage(ENOUGH)))}</Notice>
  const text = (id: string) => objectives.find((objective) => objective.id === id)?.text ?? id
  return (
    <Notice tone="warn">
      <b>{t.again}</b>
      <ul className="oc-again">
        {again.map(({ id, share }) => (
          <li key={id}>{t.againItem(text(id), t.percent(percentage(share)))}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="oc-empty">
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  )
}

/** Whether an answer was caught up, on any objective at any moment. */
function anyLate(outcomes: Outcomes): boolean {
  return Object.values(outcomes).some((outcome) => MOMENTS.some((moment) => outcome[moment]?.late))
}

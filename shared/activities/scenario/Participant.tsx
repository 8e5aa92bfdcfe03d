/** A mise en situation in the participant's hand. */
import { Form } from './Form.tsx'
import type { ScenarioProps } from './participant-model.ts'
import { useWork } from './use-work.tsx'
import { useScenarioWords } from './words.ts'
import './participant.css'

export function Participant(props: ScenarioProps) {
  const { everyone, mine, activityId } = props
  const t = useScenarioWords()
  const work = useWork(props)
  const heading = `q-${activityId}`
  const { sheet } = everyone
  const { copy } = mine
  return (
    <section className="scenario" aria-labelledby={heading}>
      <header>
        <h1 id={heading}>{everyone.title}</h1>
        {sheet && <p className="context">{sheet.context}</p>}
      </header>
      {!sheet && <p>{t.soon}</p>}
      {sheet && !copy && <p>{t.noRole}</p>}
      {sheet && copy && <Form {...props} sheet={sheet} copy={copy} work={work} />}
    </section>
  )
}

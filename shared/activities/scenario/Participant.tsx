/** A mise en situation in the participant's hand: what is asked, the form, the documents beside it. */
import { useState } from 'react'
import { fr } from '#shared/typography.ts'
import { Bar, FinalActions } from './Bar.tsx'
import { Documents } from './Documents.tsx'
import { Form } from './Form.tsx'
import type { OwnCopy, ScenarioProps } from './participant-model.ts'
import { Standing } from './Standing.tsx'
import { Task } from './Task.tsx'
import { useSaid } from './use-said.tsx'
import { useWork } from './use-work.tsx'
import { useScenarioWords } from './words.ts'
import './participant.css'
import './field.css'

type Tab = 'task' | 'form' | 'documents'

export function Participant(props: ScenarioProps) {
  const { everyone, activityId, over } = props
  const t = useScenarioWords()
  const work = useWork(props)
  const [tab, setTab] = useState<Tab>('task')
  const [inHand, setInHand] = useState<string>()
  useSaid(props)
  const heading = `q-${activityId}`
  const { sheet } = everyone
  const copy = props.mine.copy && (over ? readOnly(props.mine.copy) : props.mine.copy)
  const documents = [...(sheet?.documents ?? []), ...(props.mine.documents ?? [])]
  if (!sheet)
    return (
      <section className="scenario closed-door" aria-labelledby={heading}>
        <p className="kick">
          <span className="state">{t.kind}</span>
        </p>
        <h1 id={heading}>{fr(everyone.title ?? '')}</h1>
        <p>{t.soon}</p>
      </section>
    )
  const readable = copy && copy.editable.length > 0 ? undefined : 0
  const tabs: Tab[] = copy ? ['task', 'form', 'documents'] : ['task', 'documents']
  const names: Record<Tab, string> = {
    task: t.task,
    form: t.formTab,
    documents: t.documents(documents.length),
  }
  return (
    <section className="scenario" aria-labelledby={heading} data-tab={tab}>
      <h1 id={heading} className="vh">
        {fr(everyone.title ?? '')}
      </h1>
      <div className="scenario-tabs" role="tablist" aria-label={t.kind}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${heading}-tab-${one}`}
            aria-selected={tab === one}
            aria-controls={`${heading}-${one}`}
            onClick={() => setTab(one)}
          >
            {names[one]}
          </button>
        ))}
      </div>
      {/* With nothing to fill in, what scrolls must still be reached by keyboard. */}
      <div className="scenario-work" tabIndex={readable}>
        <div className="scenario-scroll" tabIndex={readable}>
          <Task {...props} sheet={sheet} heading={heading} onStart={copy && (() => setTab('form'))} />
          {copy && (
            <div className="scenario-form-side" id={`${heading}-form`}>
              <Standing {...props} copy={copy} sheet={sheet} />
              <Form {...props} sheet={sheet} copy={copy} work={work} inHand={inHand} setInHand={setInHand} />
            </div>
          )}
        </div>
        {copy && (
          <>
            <Bar {...props} sheet={sheet} copy={copy} work={work} inHand={inHand} />
            <FinalActions {...props} sheet={sheet} copy={copy} work={work} />
          </>
        )}
      </div>
      <Documents documents={documents} actors={sheet.actors} id={`${heading}-documents`} />
    </section>
  )
}

/** Once the class has ended nothing can be written any more. */
const readOnly = (copy: OwnCopy): OwnCopy => ({ ...copy, editable: [], actions: [] })

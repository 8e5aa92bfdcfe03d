/** A mise en situation at projection size: how far the group is, one copy without a name, or the model answer. */
import { Check, X } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import { show } from '#shared/activities/scenario/fields/index.ts'
import type { ScenarioEveryone } from '#shared/activities/scenario/work.ts'
import { own } from '#shared/own.ts'
import type { EveryoneActivity } from '#shared/views.ts'
import type { StageProps } from './props.ts'
import { StageFoot } from './StageFoot.tsx'
import { StageLeft } from './StageLeft.tsx'
import { useStageWords } from './words.ts'
import './stage-scenario.css'

type Scenario = EveryoneActivity & ScenarioEveryone
type Form = NonNullable<ScenarioEveryone['sheet']>

export default function StageScenario({ id, everyone }: StageProps) {
  const t = useStageWords()
  const scenario = everyone.activities[id] as Scenario | undefined
  if (scenario?.begunCount === undefined) return <main className="stage-page" />
  const { phase, sheet, shown, model, answeredCount, announcement } = scenario
  const words = { ready: t.caseReady, open: t.caseOpen, closed: t.caseClosed, revealed: t.caseModel }
  const what = shown ? t.caseCopy : model ? t.caseModel : words[phase]
  return (
    <main className="stage-page case-stage">
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : undefined}>{what}</span>
        <StageLeft activity={scenario} />
      </p>
      <h1>{fr(scenario.title ?? '')}</h1>
      <div className={sheet && (shown || model) ? 'body read' : 'body'}>
        {sheet && shown ? (
          <Copy form={sheet} values={shown.values} wrong={shown.wrong} />
        ) : sheet && model ? (
          <>
            <Copy form={sheet} values={model.values} />
            <p className="why">{fr(model.comment)}</p>
          </>
        ) : (
          <>
            {sheet && phase === 'ready' && <p className="big">{fr(sheet.context)}</p>}
            {phase !== 'ready' && <Progress scenario={scenario} enrolled={everyone.enrolled} />}
            {announcement && <p className="big">{fr(announcement.text)}</p>}
          </>
        )}
      </div>
      <StageFoot>{phase !== 'ready' && t.handedIn(answeredCount, everyone.enrolled)}</StageFoot>
    </main>
  )
}

/** How far the group is. Who is stuck, or has a copy back, is not told: in a small group the figure would name them. */
function Progress({ scenario, enrolled }: { scenario: Scenario; enrolled: number }) {
  const t = useStageWords()
  const { begunCount, answeredCount, sheet } = scenario
  const idle = sheet && sheet.roles.length > 0 ? 0 : Math.max(0, enrolled - begunCount)
  const figures: [string, number][] = [
    [t.caseIdle, idle],
    [t.caseWorking, begunCount - answeredCount],
    [t.caseSubmitted, answeredCount],
  ]
  return (
    <dl className="progress">
      {figures
        .filter(([, n]) => n > 0)
        .map(([word, n]) => (
          <div key={word}>
            <dd className="num">{n}</dd>
            <dt>{word}</dt>
          </div>
        ))}
    </dl>
  )
}

/** Filled fields in columns; those in error say why. */
function Copy({
  form,
  values,
  wrong,
}: {
  form: Form
  values: Record<string, unknown>
  wrong?: Record<string, string>
}) {
  const t = useStageWords()
  const fields = form.fields.filter(
    ({ id }) => own(values, id) !== undefined || (wrong && own(wrong, id) !== undefined),
  )
  return (
    <dl className={fields.length > 10 ? 'sheet-read many' : 'sheet-read'}>
      {fields.map((field) => {
        const problem = wrong && own(wrong, field.id)
        return (
          <div key={field.id} className={problem === undefined ? undefined : 'bad'}>
            <dt>{fr(field.label)}</dt>
            <dd>
              {wrong &&
                (problem === undefined ? (
                  <Check aria-hidden="true" strokeWidth={2} className="tx-ok" />
                ) : (
                  <X aria-hidden="true" strokeWidth={2} className="tx-stop" />
                ))}
              <span>{fr(show(field, own(values, field.id) as never)) || t.caseEmpty}</span>
            </dd>
            {problem !== undefined && <dd className="why">{fr(problem)}</dd>}
          </div>
        )
      })}
    </dl>
  )
}

/** A questionnaire as the trainer sees it: who has returned it; once it is closed, what it says. */
import { EyeOff, Presentation, RotateCcw, UserRound } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import { Missing } from '../trainer/Missing.tsx'
import { NamesToggle } from '../trainer/NamesToggle.tsx'
import { personName } from '../trainer/person-name.ts'
import { Tally } from '../trainer/Tally.tsx'
import { TimerControls } from '../trainer/TimerControls.tsx'
import { useSharedWords } from '../trainer/words.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import { saidIn } from './AnswerList.tsx'
import type { SurveyEveryone, SurveyItemView, SurveyTrainer } from './definition.ts'
import { Figures } from './Figures.tsx'
import { gradeWords, inOrder } from './participant-model.ts'
import { useTrainerWords } from './trainer-words.ts'
import { useSurveyWords } from './words.ts'
import '../trainer/trainer.css'
import './trainer.css'

type Props = TrainerScreenProps & { survey: SurveyTrainer }

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export default function Trainer(props: TrainerScreenProps) {
  const t = useTrainerWords()
  const survey = props.trainer as unknown as SurveyTrainer
  const { order, everyone, people, namesHidden } = props
  const { definition, results, answered } = survey
  const missing = order.filter((id) => !answered[id])
  const n = order.length - missing.length
  const late = Object.values(survey.answers ?? {}).filter((one) => one.late).length
  const { phase } = everyone
  return (
    <div className="trainer-screen survey-trainer">
      <section className="card" aria-labelledby="survey-title">
        <h2 id="survey-title">{fr(definition.title)}</h2>
        <Pledge {...props} survey={survey} />
        {results ? (
          <Figures
            items={inOrder(everyone as unknown as SurveyEveryone)}
            results={results}
            low={definition.low}
            high={definition.high}
          />
        ) : phase === 'closed' || phase === 'revealed' ? (
          <p className="label">{t.counting}</p>
        ) : (
          <Asked survey={survey} />
        )}
        <ByPerson {...props} survey={survey} />
        {late > 0 && <p className="late">{t.late(late)}</p>}
        <div className="only">
          <NamesToggle namesHidden={namesHidden} hideNames={props.hideNames} />
        </div>
      </section>
      <div className="side">
        <Tally n={n} of={order.length} word={t.returned(n)} whole={t.returnedOf(n, order.length)} />
        <Readers {...props} survey={survey} />
        {phase !== 'ready' && order.length > 0 && (
          <Missing
            missing={missing}
            people={people}
            namesHidden={namesHidden}
            title={t.notReturned}
            none={t.allReturned}
          />
        )}
        <TimerControls {...props} first={missing[0]} />
      </div>
    </div>
  )
}

/** What anonymous means here, before anything is asked. */
function Pledge({ everyone: { phase }, survey: { definition, results } }: Props) {
  const t = useTrainerWords()
  const Icon = definition.anonymous ? EyeOff : UserRound
  const lines = definition.anonymous ? [t.anonymous, !results && t.floor] : [t.named]
  if (!results && phase !== 'closed') lines.push(t.afterClose)
  if (definition.anonymous && phase === 'open') lines.push(t.notReopened)
  return (
    <p className="pledge">
      <Icon {...ICON} />
      <span>{lines.filter(Boolean).join(' ')}</span>
    </p>
  )
}

function Asked({ survey: { definition } }: { survey: SurveyTrainer }) {
  const t = useTrainerWords()
  return (
    <ol className="asked">
      {definition.items.map((item, i) => (
        <li key={item.id}>
          <span className="n num">{i + 1}</span>
          <span>{fr(item.text)}</span>
          <span className="label">
            {item.type === 'choice' && item.multiple ? t.several : t.types[item.type]}
            {item.required && `, ${t.required}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** With names only: each person's own answers, folded until they are wanted. */
function ByPerson({ survey: { answers, definition, results }, ...props }: Props) {
  const t = useTrainerWords()
  const shared = useSharedWords()
  const said = useSurveyWords()
  const { order } = props
  const who = order.filter((id) => answers?.[id])
  if (!answers || !results || who.length === 0) return null
  const items = inOrder(props.everyone as unknown as SurveyEveryone)
  const grades = gradeWords(definition, said.grades)
  const line = (item: SurveyItemView, id: string) => {
    const answer = answers[id]?.answers[item.id]
    return answer ? saidIn(item, answer, grades, said) : said.unanswered
  }
  return (
    <details className="by-person">
      <summary>{t.people}</summary>
      {who.map((id) => (
        <section key={id}>
          <h3>{personName(id, props, shared)}</h3>
          <dl>
            {items.map((item) => (
              <div key={item.id}>
                <dt>{fr(item.text)}</dt>
                <dd>{line(item, id)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </details>
  )
}

/** Who reads this, and who may. */
function Readers({ everyone: { phase }, survey: { definition, results }, online, send }: Props) {
  const t = useTrainerWords()
  if (!results) return null
  return (
    <div className="readers">
      <p>{phase === 'revealed' ? t.shown : t.yours}</p>
      {phase === 'closed' && (
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          title={t.group}
          onClick={() => void send('activity.reveal')}
        >
          <Presentation {...ICON} />
          {t.show}
        </button>
      )}
      {!definition.anonymous && (
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => void send('activity.reopen')}
        >
          <RotateCcw {...ICON} />
          {t.reopen}
        </button>
      )}
    </div>
  )
}

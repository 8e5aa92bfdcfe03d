/** People by questions: who has answered what, how well, and who has handed in. */
import { Check, CircleSlash, Minus, X } from 'lucide-react'
import { number, time } from '#client/i18n/format.ts'
import { Missing } from '../trainer/Missing.tsx'
import { NamesToggle } from '../trainer/NamesToggle.tsx'
import { personName } from '../trainer/person-name.ts'
import { Tally } from '../trainer/Tally.tsx'
import { TimerControls } from '../trainer/TimerControls.tsx'
import { useSharedWords } from '../trainer/words.ts'
import type { McqAnswer, McqSheet } from './definition.ts'
import { given } from './own-answer.ts'
import type { McqScreenProps } from './props.ts'
import type { Shown } from './Series.tsx'
import { type Known, type Mark, markOf } from './trainer-model.ts'
import { useTrainerWords } from './trainer-words.ts'

type Props = McqScreenProps & { questions: readonly Known[]; onShow: (shown: Shown) => void }

export function Sheets(props: Props) {
  const { order, everyone, namesHidden, hideNames } = props
  const t = useTrainerWords()
  if (order.length === 0) return <p className="empty">{t.nobodyEnrolled}</p>
  return (
    <div className="trainer-screen sheets">
      {everyone.pace === 'learner' && everyone.phase !== 'ready' && <HandedIn {...props} />}
      <div className="card">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
        <section className="scroll-x" tabIndex={0} aria-label={t.grid}>
          <Grid {...props} />
        </section>
        <Legend />
        <div className="only">
          <span className="tx">
            {everyone.threshold !== undefined && `${t.threshold(everyone.threshold)}. `}
            {t.yoursGrid}
          </span>
          <NamesToggle namesHidden={namesHidden} hideNames={hideNames} />
        </div>
      </div>
    </div>
  )
}

/** Learner's pace: how many have handed in, who has not, the clock. */
function HandedIn(props: Props) {
  const { trainer, order, people, namesHidden } = props
  const t = useTrainerWords()
  const missing = order.filter((id) => trainer.sheets[id]?.submittedAt === undefined)
  const n = order.length - missing.length
  return (
    <div className="handed side">
      <Tally n={n} of={order.length} word={t.handedIn(n)} whole={t.handedInOf(n, order.length)} />
      <Missing
        missing={missing}
        people={people}
        namesHidden={namesHidden}
        title={t.notHandedIn}
        none={t.allHandedIn}
      />
      <TimerControls {...props} seconds={trainer.definition.seconds} first={missing[0]} />
    </div>
  )
}

function Grid(props: Props) {
  const { questions, order, trainer, everyone, onShow } = props
  const t = useTrainerWords()
  const shared = useSharedWords()
  return (
    <table className="grid-q">
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          {questions.map(({ id, n }) => (
            <th key={id} scope="col" className="qn">
              <button type="button" aria-label={t.openQuestion(n)} onClick={() => onShow({ questionId: id })}>
                {n}
              </button>
            </th>
          ))}
          <th scope="col">{t.state}</th>
          <th scope="col" className="pts">
            {t.points(questions.length)}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.map((id) => {
          const sheet = trainer.sheets[id]
          return (
            <tr key={id}>
              <th scope="row">{personName(id, props, shared)}</th>
              {questions.map((question) => (
                <td key={question.id} className="qn">
                  <Cell question={question} answer={sheet?.answers[question.id]} pace={everyone.pace} />
                </td>
              ))}
              <td className="st">
                <Progress sheet={sheet} of={questions.length} />
              </td>
              <td className="pts num">
                {sheet && <Points sheet={sheet} of={questions.length} threshold={threshold(props, sheet)} />}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.success}</th>
          {questions.map(({ id, rate }) => (
            <td key={id} className="qn num">
              {rate !== undefined && <small title={t.rateSaid(rate)}>{rate}</small>}
            </td>
          ))}
          <td colSpan={2} />
        </tr>
      </tfoot>
    </table>
  )
}

/** The threshold is held against a sheet once it cannot grow any more. */
function threshold({ everyone }: Props, { submittedAt }: McqSheet): number | undefined {
  const { pace, phase, past, count } = everyone
  const over =
    pace === 'learner'
      ? submittedAt !== undefined || phase === 'closed' || phase === 'revealed'
      : phase === 'revealed' && Object.keys(past).length === count - 1
  return over ? everyone.threshold : undefined
}

const MARKS = { right: Check, partly: CircleSlash, wrong: X, none: Minus } as const

function Cell({
  question,
  answer,
  pace,
}: {
  question: Known
  answer?: McqAnswer
  pace: 'trainer' | 'learner'
}) {
  const t = useTrainerWords()
  if (pace === 'trainer' && question.state === 'coming') return <span className="vh">{t.marks.coming}</span>
  const mark = markOf(question, answer)
  const after = answer?.caughtUp ? t.caughtUp : answer?.late ? t.late : undefined
  const letters = given(answer) ? answer.choice.map((id) => id.toUpperCase()).join(' ') : undefined
  const word = [t.marks[mark], letters, after].filter(Boolean).join(', ')
  return (
    <span className={`went-as ${mark}${after ? ' after' : ''}`} title={word}>
      <Sign mark={mark} />
      <span className="vh">{word}</span>
    </span>
  )
}

function Sign({ mark }: { mark: Mark }) {
  const Icon = MARKS[mark]
  return <Icon size={16} strokeWidth={2} aria-hidden="true" />
}

function Progress({ sheet, of }: { sheet?: McqSheet; of: number }) {
  const t = useTrainerWords()
  if (sheet?.submittedAt !== undefined) return t.submittedAt(time(sheet.submittedAt))
  const n = Object.values(sheet?.answers ?? {}).filter(given).length
  return <span className="num">{t.working(n, of)}</span>
}

function Points({ sheet: { points }, of, threshold }: { sheet: McqSheet; of: number; threshold?: number }) {
  const t = useTrainerWords()
  const reached = threshold !== undefined && (100 * points) / of >= threshold
  return (
    <>
      {number(Math.round(points * 100) / 100)}
      {threshold !== undefined && (
        <small className={reached ? undefined : 'below'}>{reached ? t.reached : t.below}</small>
      )}
    </>
  )
}

function Legend() {
  const t = useTrainerWords()
  return (
    <ul className="legend" aria-label={t.legend}>
      {(['right', 'partly', 'wrong', 'none'] as const).map((mark) => (
        <li key={mark}>
          <span className={`went-as ${mark}`}>
            <Sign mark={mark} />
          </span>
          {t.marks[mark]}
        </li>
      ))}
      <li>
        <span className="went-as none after" aria-hidden="true" />
        {t.late}, {t.caughtUp}
      </li>
    </ul>
  )
}

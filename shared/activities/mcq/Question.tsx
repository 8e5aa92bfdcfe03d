/** One question as the trainer sees it: options with who chose them, what is to be said, what comes next. */
import { Check, EyeOff, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { fr } from '#client/i18n/format.ts'
import { ChoiceShape } from '#client/kit/index.ts'
import { Distribution } from '../trainer/Distribution.tsx'
import { Late } from '../trainer/Late.tsx'
import { NamesToggle } from '../trainer/NamesToggle.tsx'
import { useSharedWords } from '../trainer/words.ts'
import { given } from './own-answer.ts'
import type { QuestionProps } from './props.ts'
import { QuestionSide } from './QuestionSide.tsx'
import { type Recipient, TrainerFeedback } from './TrainerFeedback.tsx'
import { comingNext, inTime, letters } from './trainer-model.ts'
import { useTrainerWords } from './trainer-words.ts'

export function Question(props: QuestionProps) {
  const [writing, write] = useState<Recipient>()
  const asked = isAsked(props)
  const onPerson = asked ? (personId: string) => write({ personId }) : undefined
  return (
    <div className="trainer-screen">
      <Card {...props} onPerson={onPerson} />
      <QuestionSide {...props} onPerson={onPerson} />
      <Around {...props} />
      {asked && <TrainerFeedback {...props} writing={writing} onWrite={write} />}
    </div>
  )
}

/** Whether the room has seen it: nothing is said under a question nobody knows. */
function isAsked({ everyone, question }: QuestionProps): boolean {
  if (everyone.pace === 'learner') return everyone.phase !== 'ready'
  return question.corrected || (question.state === 'current' && everyone.phase !== 'ready')
}

/** Characters from which a question is set smaller. */
const LONG = 150

type CardProps = QuestionProps & { onPerson?: (personId: string) => void }

function Card(props: CardProps) {
  const { question, questions, everyone, namesHidden, hideNames, onCurrent } = props
  const t = useTrainerWords()
  const shared = useSharedWords()
  const { before, corrected } = question
  const titleId = `mcq-${question.id}`
  const look = [
    'card',
    question.order.length > 5 && 'tight',
    question.text.length > LONG && 'long',
    question.state !== 'current' && 'aside',
  ]
  const shown = corrected ? (namesHidden ? t.shownNoNames : t.shown) : namesHidden ? t.yoursNoNames : t.yours
  return (
    <section className={look.filter(Boolean).join(' ')} aria-labelledby={titleId}>
      <p className="label where-in">
        <span>{t.position(question.n, questions.length)}</span>
        {question.multiple && <span>{shared.several}</span>}
        {question.state === 'current' && everyone.retaken && <b>{t.retakenNow}</b>}
      </p>
      {onCurrent && (
        <p className="elsewhere">
          {t.looking}{' '}
          <button type="button" className="link" onClick={onCurrent.go}>
            {t.toCurrent(onCurrent.n)}
          </button>
        </p>
      )}
      <h2 id={titleId}>{fr(question.text)}</h2>
      <ol className={before ? 'ops two' : 'ops'}>
        {question.order.map((id) => (
          <li className="op" key={id}>
            <span className="lt">{id.toUpperCase()}</span>
            <ChoiceShape id={id} />
            <span className="tx">
              {fr(question.options[id]?.text ?? '')}
              {question.right.includes(id) && (
                <>
                  {' '}
                  <span className="ok">
                    <Check size={16} strokeWidth={2.25} aria-hidden="true" />
                    {t.rightAnswer}
                  </span>
                </>
              )}
              <Names {...props} optionId={id} />
            </span>
            <Distribution id={id} results={question.results} before={before} />
          </li>
        ))}
      </ol>
      <Late who={latecomers(props)} />
      <div className="only">
        <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="tx">{shown}</span>
        <NamesToggle namesHidden={namesHidden} hideNames={hideNames} />
        <Again {...props} />
      </div>
    </section>
  )
}

/** Who chose an option in time; a name opens the message to that person. */
function Names({
  question,
  optionId,
  people,
  order,
  namesHidden,
  onPerson,
}: CardProps & { optionId: string }) {
  const t = useTrainerWords()
  if (namesHidden || Object.keys(question.answers).length === 0) return null
  const who = order.filter((id) => {
    const answer = question.answers[id]
    return inTime(answer) && answer.choice.includes(optionId)
  })
  if (who.length === 0) return <small>{t.nobody}</small>
  return (
    <small className="names">
      {who.map((id, index) => {
        const name = `${people[id]?.name}${index < who.length - 1 ? ',' : ''}`
        if (!onPerson) return <span key={id}>{name}</span>
        return (
          <button
            key={id}
            type="button"
            title={t.writeTo(people[id]?.name ?? '')}
            onClick={() => onPerson(id)}
          >
            {name}
          </button>
        )
      })}
    </small>
  )
}

/** Late and caught-up answers, with the letters chosen. */
function latecomers({ question, people, order, namesHidden }: QuestionProps): string[] | number {
  const late = order.filter((id) => given(question.answers[id]) && !inTime(question.answers[id]))
  if (namesHidden) return late.length
  return late.map((id) => `${people[id]?.name} (${letters(question, id)})`)
}

/** The vote open again before the answer is shown; the whole question asked again afterwards. */
function Again({ everyone, question, online, send }: QuestionProps) {
  const t = useTrainerWords()
  const { pace, phase } = everyone
  const closed = phase === 'closed' && (pace === 'learner' || question.state === 'current')
  const free = phase === 'ready' || phase === 'revealed'
  const retake = pace === 'trainer' && question.corrected && free
  if (!closed && !retake) return null
  return (
    <button
      type="button"
      className="btn sm"
      disabled={!online}
      title={retake ? t.retakeHow : undefined}
      onClick={() =>
        void (retake
          ? send('activity.do', { type: 'retake', questionId: question.id })
          : send('activity.reopen'))
      }
    >
      <RotateCcw size={16} strokeWidth={1.75} aria-hidden="true" />
      {retake ? t.retake : pace === 'learner' ? t.reopenSheets : t.reopen}
    </button>
  )
}

/** Under the card: the explanation and whether it has been shown; the question to come. */
function Around({ question, questions, everyone, trainer }: QuestionProps) {
  const t = useTrainerWords()
  const next = everyone.pace === 'trainer' ? comingNext(questions) : undefined
  const shown = question.state === 'current' ? trainer.explained : question.corrected
  const title =
    everyone.pace === 'learner'
      ? t.explanationSheets
      : question.corrected
        ? shown
          ? t.explanationShown
          : t.explanationNext
        : t.explanationReady
  return (
    <div className="around">
      {question.explanation && (
        <section className="expl" aria-label={title}>
          <h3>{title}</h3>
          <p>{fr(question.explanation)}</p>
        </section>
      )}
      {everyone.pace === 'trainer' && question.state === 'current' && (
        <section className="then-q" aria-label={next ? t.nextQuestion(next.n) : t.lastQuestion}>
          <h3>{next ? t.nextQuestion(next.n) : t.lastQuestion}</h3>
          {next && <p>{fr(next.text)}</p>}
        </section>
      )}
    </div>
  )
}

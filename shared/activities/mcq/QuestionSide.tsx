/** Beside a question: how many answered, who is missing or not quite right, the clock. */
import { Missing } from '../trainer/Missing.tsx'
import { Tally } from '../trainer/Tally.tsx'
import { TimerControls } from '../trainer/TimerControls.tsx'
import { given } from './own-answer.ts'
import type { QuestionProps } from './props.ts'
import { inTime, letters, markOf } from './trainer-model.ts'
import { useTrainerWords } from './trainer-words.ts'

type Props = QuestionProps & { onPerson?: (personId: string) => void }

export function QuestionSide(props: Props) {
  const { everyone, trainer, question, order, people, namesHidden } = props
  const t = useTrainerWords()
  const current = everyone.pace === 'learner' || question.state === 'current'
  const missing = order.filter((id) => !given(question.answers[id]))
  const asked = current ? everyone.phase !== 'ready' : question.corrected
  const voting = current && everyone.phase === 'open'
  return (
    <div className="side">
      {asked && <Tally n={order.length - missing.length} of={order.length} />}
      {asked && !voting && <NotRight {...props} />}
      {asked && order.length > 0 && (
        <Missing
          missing={missing}
          people={people}
          namesHidden={namesHidden}
          title={voting ? undefined : t.noAnswer}
        />
      )}
      {current && <TimerControls {...props} seconds={trainer.definition.seconds} first={missing[0]} />}
    </div>
  )
}

/** Who did not get it, with the letters they chose; a name opens the message to that person. */
function NotRight({ question, order, people, namesHidden, onPerson }: Props) {
  const t = useTrainerWords()
  const who = order.filter((id) => {
    const mark = markOf(question, question.answers[id])
    return inTime(question.answers[id]) && (mark === 'wrong' || mark === 'partly')
  })
  if (question.results.total === 0) return null
  return (
    <div className="miss not-right">
      <h3>{t.wrong(who.length)}</h3>
      {who.length === 0 && <p className="label">{t.wrongNone}</p>}
      {!namesHidden && (
        <ul>
          {who.map((id) => (
            <li key={id}>
              {onPerson ? (
                <button type="button" title={t.writeTo(people[id]?.name ?? '')} onClick={() => onPerson(id)}>
                  {people[id]?.name}
                </button>
              ) : (
                people[id]?.name
              )}
              <span>{letters(question, id)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

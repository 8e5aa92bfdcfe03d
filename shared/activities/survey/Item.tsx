/** Answering one item: a grade, a note from 0 to 10, choices, or a text. */
import { Check } from 'lucide-react'
import { useId } from 'react'
import { ChoiceShape } from '#client/kit/index.ts'
import type { SurveyAnswers, SurveyItemView } from './definition.ts'
import { TEXT_MAX } from './limits.ts'
import { type GradeWords, isGiven } from './participant-model.ts'
import { useSurveyWords } from './words.ts'

type Answer = SurveyAnswers[string]
type Props = {
  item: SurveyItemView
  labelledBy: string
  answer?: Answer
  grades: GradeWords
  /** Undefined: nothing said. */
  onAnswer: (answer: Answer | undefined) => void
}

export function Item(props: Props) {
  const { item, answer, onAnswer } = props
  const t = useSurveyWords()
  const Field = item.type === 'text' ? Writing : item.type === 'choice' ? Options : Notes
  const abstains = answer !== undefined && 'abstains' in answer
  return (
    <>
      {item.required && <p className="quiet-line required">{t.required}</p>}
      <Field {...props} />
      {item.type !== 'text' && !item.required && (
        <label className="abstain">
          <input
            type="checkbox"
            className="vh"
            checked={abstains}
            onChange={() => onAnswer(abstains ? undefined : { abstains: true })}
          />
          <span className="box" aria-hidden="true">
            <Check size={16} strokeWidth={2.5} />
          </span>
          {t.abstain}
        </label>
      )}
    </>
  )
}

const NPS = Array.from({ length: 11 }, (_, note) => note)

/** One tap, one note. Native radios: arrow keys walk along them. */
function Notes({ item, labelledBy, answer, grades, onAnswer }: Props) {
  const t = useSurveyWords()
  const graded = item.type === 'grade'
  const value = answer && 'value' in answer ? answer.value : undefined
  const words = [grades.g1, grades.g2, grades.g3, grades.g4]
  return (
    <fieldset className="choices" aria-labelledby={labelledBy}>
      <div className={graded ? 'chs grades' : 'degrees notes'}>
        {(graded ? [1, 2, 3, 4] : NPS).map((note) => (
          <label key={note} className={graded ? 'ch' : 'deg'}>
            <input
              type="radio"
              name={labelledBy}
              className="vh"
              value={note}
              aria-label={graded ? undefined : t.noteOf(note)}
              checked={value === note}
              onChange={() => onAnswer({ value: note })}
            />
            <span className={graded ? 'lt num' : 'num'}>{note}</span>
            {graded && <span className="tx">{words[note - 1]}</span>}
            <Check className="tk" size={20} strokeWidth={2} aria-hidden="true" />
          </label>
        ))}
      </div>
      {!graded && (
        <p className="ends">
          <span>0 : {t.npsLow}</span>
          <span>10 : {t.npsHigh}</span>
        </p>
      )}
    </fieldset>
  )
}

function Options({ item, labelledBy, answer, onAnswer }: Props) {
  const { options = {}, optionOrder = [], multiple } = item
  const chosen: string[] = answer && 'choice' in answer ? answer.choice : []
  const choose = (id: string, checked: boolean) => {
    const kept = multiple ? chosen.filter((one) => one !== id) : []
    const next = checked ? optionOrder.filter((one) => one === id || kept.includes(one)) : kept
    const said = { choice: next } as Answer
    onAnswer(isGiven(said) ? said : undefined)
  }
  return (
    <fieldset className="choices" aria-labelledby={labelledBy}>
      <div className="chs">
        {optionOrder.map((id) => (
          <label key={id} className="ch">
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={labelledBy}
              className="vh"
              value={id}
              checked={chosen.includes(id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
            />
            <span className="lt">{id.toUpperCase()}</span>
            <ChoiceShape id={id} />
            <span className="tx">{options[id]?.text}</span>
            <Check className="tk" size={20} strokeWidth={2} aria-hidden="true" />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Characters from which the count is shown. */
const NEAR = 0.75 * TEXT_MAX

function Writing({ item, labelledBy, answer, onAnswer }: Props) {
  const t = useSurveyWords()
  const hint = useId()
  const text = answer && 'text' in answer ? answer.text : ''
  return (
    <div className="writing">
      <textarea
        className="in"
        rows={5}
        maxLength={TEXT_MAX}
        aria-labelledby={labelledBy}
        aria-describedby={hint}
        value={text}
        onChange={({ currentTarget: { value } }) => onAnswer(value === '' ? undefined : { text: value })}
      />
      <p className="quiet-line num" id={hint}>
        {text.length > NEAR ? t.characters(text.length, TEXT_MAX) : item.required ? '' : t.textHint}
      </p>
    </div>
  )
}

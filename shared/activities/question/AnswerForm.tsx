/** Answering a question with choices: the choices, what to send, what became of it. */
import { Choices } from './Choices.tsx'
import { Outcome } from './Outcome.tsx'
import { Refused } from './Refused.tsx'
import type { Asked, Chosen, Mode, Sending } from './types.ts'
import { useDraft } from './use-draft.tsx'
import { useQuestionWords } from './words.ts'

type Props = Sending & {
  question: Asked
  /** Tells this question from all others of the page. */
  name: string
  labelledBy: string
  mode: Mode
  answer?: Chosen
  /** What may still be done once the answer is stored and the vote open, in words. */
  change?: string
  /** Several choices leave one by one, as single ones do. */
  immediate?: boolean
  send: (choice: string[]) => void
}

/** One touch sends a single choice, save when it cannot be taken back. Mount anew for each question. */
export function AnswerForm(props: Props) {
  const { question, name, labelledBy, mode, answer, send } = props
  const t = useQuestionWords()
  const draft = useDraft(name, answer)
  const canAnswer = mode === 'open' || mode === 'late' || mode === 'catch-up'
  const deliberate = (question.multiple && !props.immediate) || mode === 'catch-up'
  const changed = deliberate && !sameChoice(draft.choice, answer?.choice ?? [])
  return (
    <>
      <Choices
        question={question}
        name={name}
        labelledBy={labelledBy}
        choice={draft.choice}
        disabled={!canAnswer}
        onChoose={(choice, byPointer) =>
          draft.choose(choice, deliberate ? undefined : () => send(choice), byPointer)
        }
      />
      {deliberate && canAnswer && (changed || !answer) && (
        <button
          type="button"
          className="btn main send"
          disabled={draft.choice.length === 0 && !answer}
          onClick={() => send([...draft.choice])}
        >
          {answer ? t.sendAgain : t.send}
        </button>
      )}
      <Outcome {...props} multiple={question.multiple} deliberate={deliberate} unsent={changed} />
      {props.refused && !props.pending && <Refused question={question} {...props.refused} />}
    </>
  )
}

function sameChoice(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}

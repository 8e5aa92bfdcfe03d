/** The trainer's words under a question: to this person, then to all. */
import { MessageSquareText } from 'lucide-react'
import { useClassInfo } from '#client/live/hooks.ts'
import type { McqProps } from './props.ts'
import { useMcqWords } from './words.ts'

type Props = Pick<McqProps, 'everyone' | 'mine'> & { questionId: string }

export function Feedback({ everyone, mine, questionId }: Props) {
  const t = useMcqWords()
  const name = useClassInfo()?.trainerName ?? t.trainer
  const notes = [
    { from: t.toYou(name), text: mine.feedback?.[questionId] },
    { from: t.toAll(name), text: everyone.feedback[questionId] },
  ]
  return notes.map(
    ({ from, text }) =>
      text && (
        <div key={from} className="note info feedback">
          <MessageSquareText size={20} strokeWidth={1.75} aria-hidden="true" />
          <p>
            <b>{from}</b> {text}
          </p>
        </div>
      ),
  )
}

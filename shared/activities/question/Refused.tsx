/** Why the server refused an answer, and what it was: nobody loses what they had chosen. */
import { TriangleAlert } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import type { Rejection } from '#shared/types.ts'
import type { Asked } from './types.ts'
import { useQuestionWords } from './words.ts'

type Props = { question: Asked; choice: readonly string[]; why: Rejection }

export function Refused({ question, choice, why }: Props) {
  const t = useQuestionWords()
  const said = choice.map((id) => question.options[id]?.text ?? id.toUpperCase()).join(', ')
  return (
    <div className="note stop" role="alert">
      <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <b>{t.refused}</b> {said && <>({said})</>} {fr(why.reason)}
      </div>
    </div>
  )
}

/** One's own score, as a fraction, against the threshold: for this person's eyes. */
import { CircleCheck, Lock } from 'lucide-react'
import { number } from '#client/i18n/format.ts'
import type { McqProps } from './props.ts'
import { useMcqWords } from './words.ts'

export function Score({ everyone, mine }: Pick<McqProps, 'everyone' | 'mine'>) {
  const t = useMcqWords()
  const { score } = mine
  if (!score || score.known === 0) return null
  const { points, known, of } = score
  const complete = known === of
  const { threshold } = everyone
  const reached = threshold !== undefined && points * 100 >= threshold * of - 1e-9
  return (
    <div className="score">
      <p className="num">
        <span className="vh">{t.yourScore} </span>
        <b>{t.score(number(Math.round(points * 100) / 100), known)}</b>
        {!complete && <span>{t.scoreSoFar(known, of)}</span>}
        {complete && threshold !== undefined && (
          <span className={reached ? 'tx-ok' : undefined}>
            {reached && <CircleCheck size={20} strokeWidth={2} aria-hidden="true" />}
            {reached ? t.reached(threshold) : t.below(threshold)}
          </span>
        )}
      </p>
      <p className="quiet-line">
        <Lock size={16} strokeWidth={1.75} aria-hidden="true" />
        {t.private}
      </p>
    </div>
  )
}

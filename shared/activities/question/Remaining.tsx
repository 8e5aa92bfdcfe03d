/** Time left, in calm words. */
import { Clock } from 'lucide-react'
import { useQuestionWords } from './words.ts'

/** `ms` left; `paused`: the trainer has stopped the clock. */
export function Remaining({ ms, paused }: { ms?: number; paused?: boolean }) {
  const t = useQuestionWords()
  if (ms === undefined) return null
  return (
    <span className="num left" role="timer">
      <Clock size={16} strokeWidth={1.75} aria-hidden="true" />{' '}
      {paused ? t.paused(clock(ms)) : t.left(clock(ms))}
    </span>
  )
}

/** « 1:05 » */
export function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How many have answered, in figures and in seats. */
import { useSharedWords } from './words.ts'

type Props = {
  n: number
  of: number
  /** The words under the figure, and the whole for screen readers: « ont répondu » unless told. */
  word?: string
  whole?: string
}

export function Tally({ n, of, word, whole }: Props) {
  const t = useSharedWords()
  return (
    <div className="tally">
      <p className="big num">
        <span aria-hidden="true">
          {n}
          {'\u202F/\u202F'}
          {of}
        </span>
        <small aria-hidden="true">{word ?? t.answered(n)}</small>
        <span className="vh">{whole ?? t.answeredOf(n, of)}</span>
      </p>
      <div className="seats" aria-hidden="true">
        {Array.from({ length: of }, (_, seat) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
          <span key={seat} className={seat < n ? 'seat on' : 'seat'} />
        ))}
      </div>
    </div>
  )
}

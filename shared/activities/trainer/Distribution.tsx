/** How many chose an option: one bar, or two when an earlier round stands beside. */
import type { Counted } from '../question/types.ts'
import { useSharedWords } from './words.ts'

export function Distribution({ id, results, before }: { id: string; results: Counted; before?: Counted }) {
  const t = useSharedWords()
  return (
    <span className="dist">
      {before && <Bar id={id} results={before} word={t.before} faded />}
      <Bar id={id} results={results} word={before && t.now} />
    </span>
  )
}

type BarProps = { id: string; results: Counted; word?: string; faded?: boolean }

function Bar({ id, results, word, faded }: BarProps) {
  const t = useSharedWords()
  const n = results.counts[id] ?? 0
  const share = results.total === 0 ? 0 : n / results.total
  return (
    <span className={faded ? 'run faded' : 'run'}>
      {word && <span className="rw">{word}</span>}
      <span className={`bar sh-${id}`} aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
      <b className="v num" aria-hidden="true">
        {n}
      </b>
      <span className="vh">{t.votes(n)}</span>
    </span>
  )
}

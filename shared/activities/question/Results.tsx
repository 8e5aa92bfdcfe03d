/** Result bars of a question, the same in the room, on the stage and in the console (sizes: `--results-*`). */
import { Check, CircleCheck } from 'lucide-react'
import { ChoiceShape } from '#client/kit/index.ts'
import type { Asked, Counted } from './types.ts'
import { useQuestionWords } from './words.ts'
import './results.css'

type Props = {
  question: Asked
  /** Left out: the options alone, corrected. */
  results?: Counted
  /** Results of an earlier run with the same options, shown beside these. */
  before?: Counted
  /** Options this person chose. */
  mine?: readonly string[]
  /** Right options, once they may be known. */
  right?: readonly string[]
  size?: 'room' | 'stage' | 'console'
}

/** Every option with its count; percentages are of the people who answered. */
export function Results(props: Props) {
  const Chart = props.question.scale ? Columns : Rows
  return <Chart size="room" {...props} />
}

export function percent(count: number, total: number): number {
  return total === 0 ? 0 : Math.round((100 * count) / total)
}

/** Mean degree of a scale, 1 for the lowest, or undefined when nobody answered. */
export function average(order: readonly string[], { counts, total }: Counted): number | undefined {
  if (total === 0) return undefined
  return order.reduce((sum, id, index) => sum + (index + 1) * (counts[id] ?? 0), 0) / total
}

function Rows({ question, results, before, mine = [], right, size }: Props) {
  const t = useQuestionWords()
  return (
    <ol className={`results rows for-${size}${right ? ' corrected' : ''}`}>
      {question.order.map((id) => (
        <li
          key={id}
          data-option={id}
          className={
            [mine.includes(id) && 'own', right?.includes(id) && 'right'].filter(Boolean).join(' ') ||
            undefined
          }
        >
          <span className="lt">{id.toUpperCase()}</span>
          <ChoiceShape id={id} />
          <span className="tx">
            {question.options[id]?.text}
            <span className="tags">
              {right?.includes(id) && <Right label={t.right} />}
              {mine.includes(id) && <Own label={t.yours} />}
            </span>
          </span>
          {results && <Figure results={results} id={id} />}
          {results && before && <Run label={t.before} results={before} id={id} faded />}
          {results && before && <Run label={t.now} results={results} id={id} />}
          {results && !before && <Bar results={results} id={id} />}
        </li>
      ))}
    </ol>
  )
}

function Right({ label }: { label: string }) {
  return (
    <span className="is-right">
      <CircleCheck size={16} strokeWidth={2.25} aria-hidden="true" />
      {label}
    </span>
  )
}

function Own({ label }: { label: string }) {
  return (
    <span className="yours">
      <Check className="i s" size={16} strokeWidth={1.75} aria-hidden="true" />
      {label}
    </span>
  )
}

function Figure({ results, id }: { results: Counted; id: string }) {
  const n = results.counts[id] ?? 0
  return (
    <span className="v num">
      {n}
      <small>{percent(n, results.total)} %</small>
    </span>
  )
}

function Bar({ results, id }: { results: Counted; id: string }) {
  const width = percent(results.counts[id] ?? 0, results.total)
  return (
    <span className={`b sh-${id}`} aria-hidden="true">
      <i style={{ width: `${width}%` }} />
    </span>
  )
}

function Run({
  label,
  results,
  id,
  faded,
}: {
  label: string
  results: Counted
  id: string
  faded?: boolean
}) {
  return (
    <span className={faded ? 'run faded' : 'run'}>
      <span className="rl">{label}</span>
      <Bar results={results} id={id} />
      <span className="rn num">{results.counts[id] ?? 0}</span>
    </span>
  )
}

function Columns({ question, results, before, mine = [], size }: Props) {
  const t = useQuestionWords()
  const { order, options, scale } = question
  const most = Math.max(1, ...order.map((id) => Math.max(results?.counts[id] ?? 0, before?.counts[id] ?? 0)))
  return (
    <figure className={`results scale for-${size}`}>
      <ol style={{ gridTemplateColumns: `repeat(${order.length}, minmax(0, 1fr))` }}>
        {order.map((id) => (
          <li key={id} className={mine.includes(id) ? 'own' : undefined}>
            <span className="cols">
              {before && <Column label={t.before} n={before.counts[id] ?? 0} most={most} faded />}
              <Column label={before && t.now} n={results?.counts[id] ?? 0} most={most} />
            </span>
            <span className="deg num">{options[id]?.text}</span>
            {mine.includes(id) && <Own label={t.yours} />}
          </li>
        ))}
      </ol>
      <p className="ends">
        <span>{scale?.low}</span>
        <span>{scale?.high}</span>
      </p>
      <figcaption>
        {before && <Legend label={t.before} mean={average(order, before)} faded />}
        <Legend label={before && t.now} mean={results && average(order, results)} />
      </figcaption>
    </figure>
  )
}

function Column({ label, n, most, faded }: { label?: string; n: number; most: number; faded?: boolean }) {
  return (
    <span className={faded ? 'col faded' : 'col'}>
      {label && <span className="vh">{label} </span>}
      <span className="cn num">{n}</span>
      <i aria-hidden="true" style={{ height: `${(100 * n) / most}%` }} />
    </span>
  )
}

function Legend({ label, mean, faded }: { label?: string; mean?: number; faded?: boolean }) {
  const t = useQuestionWords()
  const figure = mean?.toLocaleString(document.documentElement.lang || 'fr', { maximumFractionDigits: 1 })
  return (
    <span className={faded ? 'legend faded' : 'legend'}>
      {label && <b>{label}</b>} {figure === undefined ? t.noAnswer : t.average(figure)}
    </span>
  )
}

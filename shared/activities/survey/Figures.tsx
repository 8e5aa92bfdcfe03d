/** What a questionnaire adds up to, item by item: for the group without anybody's words, for the trainer with them. */
import { fr, number } from '#client/i18n/format.ts'
import type { SurveyItemView, SurveyResult, SurveyResults } from './definition.ts'
import { gradeWords } from './participant-model.ts'
import { useSurveyWords } from './words.ts'
import './figures.css'

type Props = {
  items: SurveyItemView[]
  results: SurveyResults
  low?: string
  high?: string
}

export function Figures({ items, results, low, high }: Props) {
  const t = useSurveyWords()
  if (results.few) return <p className="note few">{t.few}</p>
  return (
    <ol className="figures">
      {items.map((item) => (
        <li key={item.id} className={item.type}>
          <span className="q">{fr(item.text)}</span>
          <Figure item={item} result={results.items?.[item.id]} low={low} high={high} />
        </li>
      ))}
    </ol>
  )
}

type FigureProps = { item: SurveyItemView; result?: SurveyResult; low?: string; high?: string }

function Figure({ item, result, low, high }: FigureProps) {
  const t = useSurveyWords()
  if (!result || (result.total === 0 && !result.abstained)) return <p className="said">{t.nobody}</p>
  const { total, abstained, counts = {}, mean, nps, texts } = result
  const said = [t.answers(total), ...(abstained ? [t.abstained(abstained)] : [])]
  if (item.type === 'text')
    return texts ? <Verbatims texts={texts} /> : <p className="said">{t.written(total)}</p>
  if (item.type === 'choice')
    return (
      <>
        <Bars item={item} counts={counts} total={total} />
        <p className="said num">{said.join(' · ')}</p>
      </>
    )
  const words = Object.values(gradeWords({ low, high }, t.grades))
  const points = Object.entries(counts).map(([id, n]) => ({ id, n, point: id.slice(1) }))
  return (
    <>
      <Columns
        points={points.map((one, i) => ({
          ...one,
          word: item.type === 'grade' ? `${one.point}, ${words[i]}` : one.point,
        }))}
      />
      <p className="mark-of">
        {mean !== undefined && <Mark figure={number(Math.round(mean * 10) / 10)} of={t.meanOf} />}
        {nps !== undefined && <Mark figure={signed(nps)} of={t.scoreOf} />}
        {said.map((one) => (
          <small key={one} className="num">
            {one}
          </small>
        ))}
      </p>
      {nps !== undefined && <p className="split num">{t.nps(...promoters(counts))}</p>}
    </>
  )
}

function Mark({ figure, of }: { figure: string; of: string }) {
  return (
    <>
      <b className="num">{figure}</b> <span>{of}</span>
    </>
  )
}

/** « +25 », « −10 ». */
const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

/** How many recommend it, how many neither, how many do not. */
function promoters(counts: Record<string, number>): [number, number, number] {
  const sum = (from: number, to: number) => {
    let n = 0
    for (let note = from; note <= to; note++) n += counts[`n${note}`] ?? 0
    return n
  }
  return [sum(9, 10), sum(7, 8), sum(0, 6)]
}

function Columns({ points }: { points: { id: string; n: number; point: string; word: string }[] }) {
  const t = useSurveyWords()
  const most = Math.max(1, ...points.map(({ n }) => n))
  return (
    <ol className="columns" style={{ gridTemplateColumns: `repeat(${points.length}, minmax(0, 1fr))` }}>
      {points.map(({ id, n, point, word }) => (
        <li key={id}>
          <span className="vh">{t.noteCount(word, n)}</span>
          <span aria-hidden="true" className={n === 0 ? 'n num none' : 'n num'}>
            {n}
          </span>
          <i aria-hidden="true" style={{ height: `calc(var(--f-tall) * ${n / most})` }} />
          <span aria-hidden="true" className="pt num">
            {point}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Bars({
  item,
  counts,
  total,
}: {
  item: SurveyItemView
  counts: Record<string, number>
  total: number
}) {
  const { options = {}, optionOrder = [] } = item
  return (
    <ol className="bars">
      {optionOrder.map((id) => (
        <li key={id}>
          <span className="tx">{fr(options[id]?.text ?? '')}</span>
          <b className="num">{counts[id] ?? 0}</b>
          <span className="b" aria-hidden="true">
            <i style={{ width: `${total === 0 ? 0 : (100 * (counts[id] ?? 0)) / total}%` }} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Verbatims({ texts }: { texts: Record<string, string> }) {
  return (
    <ul className="verbatims">
      {Object.entries(texts).map(([id, text]) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}

/** What stands in a field that cannot be changed now. */
import type { FieldValue } from './definition.ts'
import { lineTotals, type Row, readLine, showDecimal, showMoney } from './fields/index.ts'
import { type SheetField, shown } from './participant-model.ts'
import { useScenarioWords } from './words.ts'

type Props = { field: SheetField; value: FieldValue | undefined; bad: boolean; describedBy: string }

export function ReadValue({ field, value, bad, describedBy }: Props) {
  const t = useScenarioWords()
  const rows = field.type === 'lines' && Array.isArray(value) ? (value as Row[]) : undefined
  const text = shown(field, value)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a label and its value, read together
    <div role="group" aria-label={field.label} aria-describedby={describedBy} className="read-field">
      <span className="lab" aria-hidden="true">
        {field.label}
      </span>
      {rows ? (
        <ReadLines rows={rows} />
      ) : (
        <p className={bad ? 'value num bad' : 'value num'}>{text === '' ? <i>{t.empty}</i> : text}</p>
      )}
    </div>
  )
}

function ReadLines({ rows }: { rows: Row[] }) {
  const t = useScenarioWords()
  const lines = rows.map(readLine)
  const totals = lineTotals(lines)
  return (
    <table className="read-lines num">
      <thead>
        <tr>
          <th scope="col">{t.lineLabel}</th>
          <th scope="col">{t.quantityShort}</th>
          <th scope="col">{t.priceShort}</th>
          <th scope="col">{t.vat}</th>
          <th scope="col">{t.net}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, only their place
          <tr key={i}>
            <td>{line.label}</td>
            <td>{line.quantity === undefined ? '' : showDecimal(line.quantity, 3)}</td>
            <td>{line.price === undefined ? '' : showMoney(line.price)}</td>
            <td>{line.rate === undefined ? '' : `${showDecimal(line.rate, 2)}\u202F%`}</td>
            <td>{line.net === undefined ? '' : showMoney(line.net)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t.gross}
          </th>
          <td>{showMoney(totals.gross)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** A table of lines: label, quantity, price, rate; what they add up to is computed. */
import { Plus, Trash2 } from 'lucide-react'
import { isEmptyRow, lineTotals, type Row, readLine, showDecimal, showMoney } from './fields/index.ts'
import type { ControlProps } from './props.ts'
import { useScenarioWords } from './words.ts'

const EMPTY: Row = { label: '', quantity: '', price: '', rate: '' }

export function Lines({ id, field, value, describedBy, onType }: ControlProps) {
  const t = useScenarioWords()
  const { rates = [] } = field as { rates?: number[] }
  const rows = Array.isArray(value) && value.length > 0 ? (value as Row[]) : [EMPTY]
  const change = (at: number, cell: string, text: string) =>
    onType(rows.map((row, i) => (i === at ? { ...row, [cell]: text } : row)))
  const totals = lineTotals(rows.filter((row) => !isEmptyRow(row)).map(readLine))
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldsets of the form are its steps
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy} className="lines">
      <span className="lab" id={`${id}-label`}>
        {field.label}
      </span>
      {rows.map((row, i) => {
        const { net } = readLine(row)
        const cell = (name: string, label: string, mode?: 'decimal') => (
          <input
            className="in num"
            aria-label={t.cell(label, i + 1)}
            placeholder={label}
            inputMode={mode}
            value={row[name] ?? ''}
            onChange={(event) => change(i, name, event.target.value)}
          />
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, only their place
          <div key={i} className="line">
            {cell('label', t.lineLabel)}
            {cell('quantity', t.quantity, 'decimal')}
            {cell('price', t.price, 'decimal')}
            <select
              className="in num"
              aria-label={t.cell(t.rate, i + 1)}
              value={row.rate ?? ''}
              onChange={(event) => change(i, 'rate', event.target.value)}
            >
              <option value="">{t.rate}</option>
              {rates.map((rate) => (
                <option key={rate} value={String(rate)}>
                  {`${showDecimal(Math.round(rate * 100), 2)}\u202F%`}
                </option>
              ))}
            </select>
            <span className="net num">{net === undefined ? '' : showMoney(net)}</span>
            {rows.length > 1 && (
              <button
                type="button"
                className="btn quiet"
                aria-label={t.removeLine(i + 1)}
                onClick={() => onType(rows.filter((_, at) => at !== i))}
              >
                <Trash2 size={20} strokeWidth={1.75} aria-hidden="true" />
              </button>
            )}
          </div>
        )
      })}
      <button type="button" className="btn" onClick={() => onType([...rows, EMPTY])}>
        <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
        {t.addLine}
      </button>
      <dl className="totals num">
        <dt>{t.net}</dt>
        <dd>{showMoney(totals.net)}</dd>
        <dt>{t.vat}</dt>
        <dd>{showMoney(totals.vat)}</dd>
        <dt>{t.gross}</dt>
        <dd>{showMoney(totals.gross)}</dd>
      </dl>
    </div>
  )
}

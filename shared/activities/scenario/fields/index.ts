/** Fields of a form: reading what is typed, and showing it the French way. Without schemas: the room loads it. */
import type { Field, FieldValue } from '../definition.ts'
import { readDay, showDay } from './day.ts'
import { readDecimal, showDecimal, showMoney } from './decimal.ts'
import {
  compact,
  ibanProblem,
  showIban,
  showSiret,
  showVat,
  siretProblem,
  vatProblem,
} from './identifiers.ts'
import { isEmptyRow, type Row, readLine } from './lines.ts'
import { nothing, type Reading } from './reading.ts'

export { daysAfter, readDay, showDay } from './day.ts'
export { readDecimal, rounded, showDecimal, showMoney } from './decimal.ts'
export { showIban, showSiret, showVat } from './identifiers.ts'
export { CELLS, isEmptyRow, lineTotals, type Row, readLine, type Totals } from './lines.ts'
export type { Line, Reading } from './reading.ts'
export { mentions, plain } from './words.ts'

type Readable = Pick<Field, 'type'> & {
  max?: number
  alphabet?: string
  options?: { value: string; label: string }[]
}

/** The example that a problem gives. */
const EXAMPLES: Partial<Record<Field['type'], string>> = {
  money: 'Un montant s’écrit en chiffres, avec deux décimales au plus : 2 148,00.',
  percent: 'Un taux s’écrit en chiffres : 5,5 ou 20.',
  number: 'Un nombre s’écrit en chiffres : 12 ou 2,5.',
  date: 'Une date s’écrit jour/mois/année : 17/11/2026.',
}

const text = (typed: string, problem?: string): Reading => ({
  empty: false,
  text: typed,
  ...(problem !== undefined && { problem }),
})

function amount(typed: string, places: number, problem: string): Reading {
  const read = readDecimal(typed, places)
  return read === undefined ? text(typed, problem) : { empty: false, text: String(read), amount: read }
}

function tooLong(typed: string, max: number): string | undefined {
  const length = [...typed].length
  return length > max ? `${max} caractères au plus : il y en a ${length}.` : undefined
}

function identifier(typed: string, { max = 100, alphabet }: Readable): Reading {
  const long = tooLong(typed, max)
  const allowed = alphabet === undefined || new RegExp(`^[${alphabet}]*$`, 'u').test(typed)
  return text(typed, long ?? (allowed ? undefined : 'Un caractère n’est pas admis dans ce numéro.'))
}

function choice(typed: string, { options = [] }: Readable): Reading {
  const known = options.some(({ value }) => value === typed)
  return text(typed, known ? undefined : `« ${typed} » n’est pas dans la liste.`)
}

function readText(field: Readable, typed: string): Reading {
  switch (field.type) {
    case 'money':
      return amount(typed, 2, EXAMPLES.money!)
    case 'percent':
      return amount(typed, 2, EXAMPLES.percent!)
    case 'number':
      return amount(typed, 3, EXAMPLES.number!)
    case 'date': {
      const day = readDay(typed)
      return day === undefined ? text(typed, EXAMPLES.date) : { empty: false, text: day, day }
    }
    case 'siret':
      return text(compact(typed), siretProblem(compact(typed)))
    case 'vat':
      return text(compact(typed), vatProblem(compact(typed)))
    case 'iban':
      return text(compact(typed), ibanProblem(compact(typed)))
    case 'identifier':
      return identifier(typed, field)
    case 'choice':
      return choice(typed, field)
    default:
      return text(typed, field.max === undefined ? undefined : tooLong(typed, field.max))
  }
}

/** What stands in a field, understood; `problem` says why it cannot be what the field asks for. */
export function read(field: Readable, value: FieldValue | undefined): Reading {
  if (value === undefined) return nothing
  if (typeof value === 'string') {
    const typed = value.trim()
    return typed === '' ? nothing : readText(field, typed)
  }
  if (field.type === 'lines') {
    const lines = (value as Row[]).filter((row) => !isEmptyRow(row)).map(readLine)
    if (lines.length === 0) return nothing
    const wrong = lines.findIndex(({ net, rate }) => net === undefined || rate === undefined)
    const problem =
      wrong < 0
        ? undefined
        : `Ligne ${wrong + 1} : une quantité, un prix et un taux sont attendus, en chiffres.`
    return { empty: false, text: JSON.stringify(lines), lines, ...(problem && { problem }) }
  }
  const values = [...(value as string[])].sort()
  return values.length === 0 ? nothing : { empty: false, text: values.join('\n'), values }
}

/** What stands in a field as it is shown to be read: « 2 148,00 € », « 16/11/2026 », « 210 004 214 00016 ». */
export function show(field: Readable, value: FieldValue | undefined): string {
  const { empty, text: normal, amount: n, day, values, lines } = read(field, value)
  if (empty) return ''
  if (lines)
    return lines
      .map(({ label, net }) => (net === undefined ? label : `${label} : ${showMoney(net)}`))
      .join('\n')
  const labels = new Map(field.options?.map(({ value: code, label }) => [code, label]))
  if (values) return values.map((one) => labels.get(one) ?? one).join(', ')
  switch (field.type) {
    case 'money':
      return n === undefined ? normal : showMoney(n)
    case 'percent':
      return n === undefined ? normal : `${showDecimal(n, 2)}\u202F%`
    case 'number':
      return n === undefined ? normal : showDecimal(n, 3)
    case 'date':
      return day === undefined ? normal : showDay(day)
    case 'siret':
      return showSiret(normal)
    case 'vat':
      return showVat(normal)
    case 'iban':
      return showIban(normal)
    case 'choice':
      return labels.get(normal) ?? normal
    default:
      return normal
  }
}

/** A table of people read from a file: which column says what, and the lines it comes to. */

/** `encoding` and `separator` for text files: what the reader may check against what they see. */
export type Sheet = {
  rows: string[][]
  format: 'csv' | 'xlsx'
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  separator?: string
}
/** POST /api/office/sheet (the bytes of the file) → Sheet */
export type SheetAnswer = Sheet

export const SHEET_MAX_BYTES = 2 * 1024 * 1024
export const SHEET_MAX_ROWS = 500
export const SHEET_MAX_COLUMNS = 40
export const SHEET_MAX_CELL = 300

/** Why a file could not be read. */
export type SheetFault = 'empty' | 'large' | 'rows' | 'unknown' | 'damaged' | 'old-excel' | 'locked'

/** Column numbers from 0. `name` holds a whole name, or `first` and `last` its parts. `header`: rows to skip. */
export type Columns = { email?: number; name?: number; first?: number; last?: number; header: 0 | 1 }

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

const HEADINGS: [keyof Omit<Columns, 'header'>, RegExp][] = [
  ['email', /^(e ?mail|mail|courriel|adresse (e ?mail|mail|courriel|electronique)|e ?mail address|mel)\b/],
  ['first', /^(prenoms?|first ?name|given name)$/],
  ['last', /^(noms?( de famille| de naissance| d usage)?|last ?name|surname|family name)$/],
  ['name', /^(nom complet|nom (et )?prenoms?|prenoms? (et )?noms?|full name|name|stagiaire|participant)$/],
]

/** Columns by their headings, or else by what is in them. */
export function guessColumns(rows: readonly (readonly string[])[]): Columns {
  const [head = []] = rows
  const columns: Columns = { header: 0 }
  for (const [index, cell] of head.entries()) {
    const found = HEADINGS.find(([, pattern]) => pattern.test(plain(cell)))
    if (found && columns[found[0]] === undefined) columns[found[0]] = index
  }
  const named = Object.keys(columns).length > 1 && !head.some((cell) => cell.includes('@'))
  if (named) columns.header = 1
  const body = rows.slice(columns.header)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const share = (index: number, fits: (cell: string) => boolean) =>
    body.filter((row) => fits(row[index] ?? '')).length
  columns.email ??= best(width, (index) => share(index, (cell) => cell.includes('@')))
  // « Nom » alone, without « Prénom » beside it, holds the whole name.
  if (columns.last !== undefined && columns.first === undefined && columns.name === undefined) {
    columns.name = columns.last
    columns.last = undefined
  }
  if (columns.name === undefined && columns.first === undefined && columns.last === undefined) {
    const words = (cell: string) => /\p{L}/u.test(cell) && !cell.includes('@') && !/\d/.test(cell)
    const taken = (index: number) => (index === columns.email ? 0 : share(index, words))
    columns.name = best(width, taken)
  }
  return clean(columns)
}

/** The index with the highest score, the first of equals; undefined when none scores. */
function best(width: number, score: (index: number) => number): number | undefined {
  const scores = Array.from({ length: width }, (_, index) => score(index))
  const highest = Math.max(0, ...scores)
  return highest === 0 ? undefined : scores.indexOf(highest)
}

const clean = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Columns

/** The people of a table as lines of the list they are pasted in: « Prénom Nom <adresse> ». Empty rows do not count. */
export function linesOf(rows: readonly (readonly string[])[], columns: Columns): string {
  const cell = (row: readonly string[], index: number | undefined) =>
    index === undefined ? '' : (row[index] ?? '').replace(/\s+/g, ' ').trim()
  return rows
    .slice(columns.header)
    .map((row) => {
      const parts = [cell(row, columns.first), cell(row, columns.last)].filter(Boolean).join(' ')
      const name = cell(row, columns.name) || parts
      const email = cell(row, columns.email)
      if (name === '' && email === '') return ''
      return email === '' ? name : name === '' ? email : `${name} <${email}>`
    })
    .filter(Boolean)
    .join('\n')
}

/** Rows of text from a CSV or XLSX file that anybody may have made. */
import papaparse from 'papaparse'
import {
  SHEET_MAX_CELL,
  SHEET_MAX_COLUMNS,
  SHEET_MAX_ROWS,
  type Sheet,
  type SheetFault,
} from '#shared/sheet.ts'
import { decode } from './text.ts'
import { checkZip, ZipError } from './zip.ts'

/** What a workbook may hold once unpacked: 500 rows take a fraction of it. */
const UNPACKED_MAX = 12 * 1024 * 1024
const SEPARATORS = [';', ',', '\t', '|']

export type SheetResult = { sheet: Sheet } | { fault: SheetFault }

/** Never throws: says what is wrong with the file instead. */
export async function readSheet(bytes: Buffer): Promise<SheetResult> {
  if (bytes.length === 0) return { fault: 'empty' }
  const kind = kindOf(bytes)
  if (kind === 'old-excel' || kind === 'unknown') return { fault: kind }
  const read = kind === 'xlsx' ? await readXlsx(bytes) : readCsv(bytes)
  if ('fault' in read) return read
  const rows = tidy(read.sheet.rows)
  if (rows.length === 0) return { fault: 'empty' }
  if (rows.length > SHEET_MAX_ROWS) return { fault: 'rows' }
  return { sheet: { ...read.sheet, rows } }
}

function kindOf(bytes: Buffer): 'xlsx' | 'csv' | 'old-excel' | 'unknown' {
  if (bytes.readUIntBE(0, Math.min(2, bytes.length)) === 0x504b) return 'xlsx'
  // A compound file: Excel before 2007, and workbooks under a password.
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) return 'old-excel'
  const utf16 = bytes.length >= 2 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0))
  // Text has no zero byte, but in UTF-16; pictures, PDF and programs soon have one.
  return !utf16 && (bytes.includes(0) || bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    ? 'unknown'
    : 'csv'
}

async function readXlsx(bytes: Buffer): Promise<SheetResult> {
  try {
    checkZip(bytes, UNPACKED_MAX)
    const { readSheet: readFirst } = await import('read-excel-file/universal')
    const data = await readFirst(new Uint8Array(bytes).buffer)
    return {
      sheet: { format: 'xlsx', rows: data.slice(0, SHEET_MAX_ROWS + 1).map((row) => row.map(textOf)) },
    }
  } catch (error) {
    const fault = error instanceof ZipError ? (error.message as SheetFault) : 'damaged'
    return { fault }
  }
}

function readCsv(bytes: Buffer): SheetResult {
  const { text, encoding } = decode(bytes)
  const { data, meta } = papaparse.parse<string[]>(text, {
    delimitersToGuess: SEPARATORS,
    skipEmptyLines: 'greedy',
    preview: SHEET_MAX_ROWS + 1,
  })
  return { sheet: { format: 'csv', rows: data, encoding, separator: meta.delimiter } }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value)
}

/** One line per cell, nothing invisible, nothing endless; no row without a word. */
function tidy(rows: readonly (readonly string[])[]): string[][] {
  return rows
    .map((row) =>
      row.slice(0, SHEET_MAX_COLUMNS).map((cell) =>
        cell
          .toWellFormed()
          .replace(/[\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ')
          .trim()
          .slice(0, SHEET_MAX_CELL)
          .toWellFormed(),
      ),
    )
    .filter((row) => row.some(Boolean))
}

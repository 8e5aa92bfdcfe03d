import { StoreError } from './errors.ts'

// https://sqlite.org/rescode.html
const DUPLICATE = new Set([1555, 2067, 2579])
const FOREIGN_KEY = 787
const TOO_BIG = 18
const CONSTRAINT = 19
const MISMATCH = 20

/** The StoreError an error of node:sqlite stands for. */
export function fromSqlite(error: unknown): StoreError {
  if (!(error instanceof Error)) return new StoreError('storage', String(error))
  const { message } = error
  const more = { cause: error }
  if (error instanceof TypeError || error instanceof RangeError)
    return new StoreError('invalid', message, more)
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
  if (DUPLICATE.has(code))
    return new StoreError('duplicate', message, { ...more, constraint: message.split(': ')[1] })
  if (code === FOREIGN_KEY) return new StoreError('missing', message, more)
  const primary = code & 0xff
  if (primary === CONSTRAINT || primary === TOO_BIG || primary === MISMATCH)
    return new StoreError('invalid', message, more)
  return new StoreError('storage', message, more)
}

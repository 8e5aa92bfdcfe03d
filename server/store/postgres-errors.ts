import pg from 'pg'
import { StoreError } from './errors.ts'

/** `Key (class_id, person_id)=(…) already exists.` → `seats.class_id, seats.person_id`, as SQLite says it. */
function constraintOf({ table, detail }: pg.DatabaseError): string | undefined {
  const columns = detail?.match(/^Key \((.+?)\)=/)?.[1]
  return columns
    ?.split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')
}

/** The StoreError an error of pg stands for. */
export function fromPostgres(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const message = error instanceof Error ? error.message : String(error)
  const more = { cause: error }
  if (!(error instanceof pg.DatabaseError)) return new StoreError('storage', message, more)
  const code = error.code ?? ''
  if (code === '23505')
    return new StoreError('duplicate', message, { ...more, constraint: constraintOf(error) })
  if (code === '23503') return new StoreError('missing', message, more)
  // 22: a value that cannot be stored; the rest of 23: a rule of the table.
  if (code.startsWith('22') || code.startsWith('23')) return new StoreError('invalid', message, more)
  return new StoreError('storage', message, more)
}

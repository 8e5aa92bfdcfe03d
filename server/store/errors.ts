/**
 * Why the store refused:
 * - `storage`: the medium failed (disk full, database gone, store closed); the same call may work later;
 * - `duplicate`: something with this key exists already (`constraint` says which, e.g. `classes.code`);
 * - `missing`: it refers to something that does not exist;
 * - `invalid`: it can never be stored as it is;
 * - `in-use`: another server works on this data folder.
 */
export type StoreErrorCode = 'storage' | 'duplicate' | 'missing' | 'invalid' | 'in-use'

export class StoreError extends Error {
  readonly code: StoreErrorCode
  /** `table.column` on `duplicate`, the same on every database. */
  readonly constraint?: string

  constructor(code: StoreErrorCode, message: string, more: { constraint?: string; cause?: unknown } = {}) {
    super(message, { cause: more.cause })
    this.name = 'StoreError'
    this.code = code
    this.constraint = more.constraint
  }
}

/** Whether something with this key existed already; `constraint`, such as `classes.code`, says which key. */
export function isDuplicate(error: unknown, constraint?: string): error is StoreError {
  return (
    error instanceof StoreError &&
    error.code === 'duplicate' &&
    (constraint === undefined || error.constraint === constraint)
  )
}

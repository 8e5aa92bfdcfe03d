export { isDuplicate, StoreError, type StoreErrorCode } from './errors.ts'
export { memoryLog } from './memory-log.ts'
export type * from './types.ts'

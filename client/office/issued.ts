/**
 * Passwords just made, for the tab that made them: the server keeps only their hashes. They live in the
 * tab's own storage, so that a reload does not lose them, and go when the tab closes.
 */
import type { Credential } from '#shared/api.ts'

const key = (classId: string) => `estrade-issued-${classId}`
const memory = new Map<string, Credential[]>()

export function issuedFor(classId: string): Credential[] {
  const kept = memory.get(classId)
  if (kept) return kept
  try {
    const stored = JSON.parse(sessionStorage.getItem(key(classId)) ?? '[]') as Credential[]
    memory.set(classId, stored)
    return stored
  } catch {
    return []
  }
}

/** Adds credentials; a newer one replaces the older of the same person. */
export function keepIssued(classId: string, fresh: Credential[]): Credential[] {
  const renewed = new Set(fresh.map(({ personId }) => personId))
  const all = [...issuedFor(classId).filter(({ personId }) => !renewed.has(personId)), ...fresh]
  memory.set(classId, all)
  try {
    sessionStorage.setItem(key(classId), JSON.stringify(all))
  } catch {
    // Storage refused: they stay in memory until the page is left.
  }
  return all
}

export function forgetIssued(classId: string): void {
  memory.delete(classId)
  try {
    sessionStorage.removeItem(key(classId))
  } catch {
    // Nothing was stored then.
  }
}

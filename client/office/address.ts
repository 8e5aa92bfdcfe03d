import type { LoginAnswer } from '#shared/api.ts'

/** The address of an office page for this login: every tab keeps naming its person. */
export function officeAddress(login: LoginAnswer, path = '', query: Record<string, string> = {}): string {
  return `/bureau${path}?${new URLSearchParams({ ...query, as: login.personId })}`
}

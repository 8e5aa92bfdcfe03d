/** HTTP bodies of the office: accounts, invitations, logins. */
import type { AccountRole } from './api.ts'
import type { Role } from './types.ts'

/** POST /api/account-links/look { token } . `first`: the first organiser, who says who they are. */
export type AccountLinkAnswer =
  | { first: true; role: 'organiser' }
  | { first: false; role: AccountRole; name: string; email: string }
/** POST /api/account-links/open . `name` and `email` for the first organiser alone. → LoginAnswer and the cookie. */
export type OpenAccount = { token: string; password: string; name?: string; email?: string }

/** `invited`: has a living link; `expired`: neither a password nor a living link. */
export type TeamMember = {
  personId: string
  name: string
  email: string
  role: AccountRole
  state: 'active' | 'invited' | 'expired'
}
/** GET /api/office/team */
export type TeamAnswer = { members: TeamMember[] }
/** POST /api/office/team . `role: null` closes an account (POST /api/office/team/:personId). */
export type NewMember = { name: string; email: string; role: AccountRole }
/** The link to choose a password with. `sent`: an e-mail carries it; without a mail server it waits in the outbox. */
export type InvitedAnswer = { personId: string; link: string; expiresAt: number; sent: boolean }

/** A sign-in that is still valid. `id` is not the token. `current`: the one that asks. */
export type DeviceLogin = {
  id: string
  userAgent: string
  createdAt: number
  expiresAt: number
  current: boolean
}
/** GET /api/logins, GET /api/office/people/:personId/logins */
export type LoginsAnswer = { logins: DeviceLogin[] }

/**
 * POST /api/classes/:id/edit . What is not given stays. Once the class runs, only `meetingUrl` and `cotrainerIds` may
 * change. Only the organiser gives the class to another trainer.
 */
export type ClassEdit = {
  title?: string
  halfDays?: { startsAt: number; endsAt: number }[]
  timeZone?: string
  meetingUrl?: string | null
  trainerId?: string
  cotrainerIds?: string[]
}
/** GET /api/classes/:id/people . `withdrawnAt`: gave the seat up. `account`: an office account, not made for the class. */
export type ClassPeopleAnswer = {
  people: {
    personId: string
    name: string
    login: string
    role: Role
    account: boolean
    withdrawnAt?: number
  }[]
}
/** POST /api/classes/:id/people/:personId → CredentialsAnswer: a new password when the address changes. */
export type PersonEdit = { name?: string; email?: string }

/** One human: the same address and the same name, whatever their number of classes. */
export type KnownPerson = {
  personId: string
  name: string
  email: string
  role: AccountRole | null
  classes: { id: string; title: string; startsAt: number; timeZone: string; role: Role; withdrawn?: true }[]
}
/** GET /api/office/people */
export type KnownPeopleAnswer = { people: KnownPerson[] }

/** GET /api/office/people/:personId/export . Times in ms since 1970. `by`: 'self' or 'other'. */
export type PersonExport = {
  madeAt: number
  personIds: string[]
  held: Record<string, Record<string, unknown>[]>
  classes: {
    id: string
    title: string
    startsAt: number
    endsAt: number
    timeZone: string
    events: { at: number; by: string; type: string; activityId?: string; payload: unknown }[]
  }[]
}

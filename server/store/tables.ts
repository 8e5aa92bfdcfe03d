/** The tables as Kysely sees them. Times are ms since 1970; JSON is text, the same on every database. */
import type { MailState } from '#shared/convocation.ts'
import type { Role } from '#shared/types.ts'
import type { EventRow } from './event-log.ts'
import type { AccountRole, ClassPhase } from './types.ts'

export type Tables = {
  settings: { key: string; value: Uint8Array }
  events: EventRow
  ballots: { class_id: string; activity_id: string; key: string; content: string }
  courses: { hash: string; course: string; deck: string; pinned_at: number }
  people: {
    id: string
    name: string
    email: string
    email_key: string
    created_at: number
    erased_at: number | null
  }
  accounts: { person_id: string; role: AccountRole }
  account_links: {
    token_hash: string
    person_id: string
    role: AccountRole
    created_at: number
    expires_at: number
  }
  passwords: { person_id: string; hash: string; expires_at: number | null; changed_at: number }
  classes: {
    id: string
    code: string
    course_id: string
    course_hash: string | null
    title: string
    starts_at: number
    ends_at: number
    time_zone: string
    half_days: string
    phase: ClassPhase
    created_by: string
    created_at: number
    meeting_url: string | null
    cancelled_at: number | null
  }
  seats: {
    class_id: string
    person_id: string
    role: Role
    enrolled_at: number
    withdrawn_at: number | null
  }
  logins: {
    token_hash: string
    person_id: string
    class_id: string | null
    user_agent: string
    created_at: number
    expires_at: number
  }
  connections: {
    id: string
    class_id: string
    person_id: string
    device: string
    opened_at: number
    beat_at: number
    closed_at: number | null
  }
  mails: {
    id: string
    kind: string
    class_id: string | null
    person_id: string | null
    address: string
    name: string
    subject: string
    content: Uint8Array | null
    state: MailState
    reason: string | null
    said: string | null
    attempts: number
    next_at: number
    created_at: number
    created_by: string | null
    sent_at: number | null
    expires_at: number
  }
  convocations: {
    class_id: string
    person_id: string
    sealed: Uint8Array | null
    issued_at: number | null
    reissued_at: number | null
    opened_at: number | null
    tested_at: number | null
    test: string | null
  }
  class_notices: { class_id: string; sequence: number; announced: string; cancelled_at: number | null }
  follow_ups_given: { class_id: string; person_id: string }
  follow_up_returns: { class_id: string; key: string; content: string }
  backgrounds: { person_id: string; text: string }
}

/** Kept apart (a second file on SQLite), so that a large file makes no answer wait. */
export type FileTables = {
  /** Written last: a file is there once all its chunks are. */
  files: { name: string; size: number; added_at: number }
  file_chunks: { name: string; n: number; bytes: Uint8Array }
}

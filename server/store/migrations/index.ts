/**
 * Every migration, in order of name. One that has been released never changes: add the next. `kind` is the database
 * they are for.
 */
import type { Migration } from 'kysely'
import type { Kind } from './columns.ts'
import { filesFirst } from './files-001-first.ts'
import { mainFirst } from './main-001-first.ts'
import { mainBallots } from './main-002-ballots.ts'
import { mainMails } from './main-003-mails.ts'
import { mainOffice } from './main-004-office.ts'
import { mainFollowUps } from './main-005-follow-ups.ts'

export const mainMigrations = (kind: Kind): Record<string, Migration> => ({
  '001-first': mainFirst(kind),
  '002-ballots': mainBallots(kind),
  '003-mails': mainMails(kind),
  '004-office': mainOffice(kind),
  '005-follow-ups': mainFollowUps(kind),
})
export const fileMigrations = (kind: Kind): Record<string, Migration> => ({ '001-first': filesFirst(kind) })

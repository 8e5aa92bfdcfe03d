/**
 * Every table is known to the copy, the erasure and the removal of a class, or is said here to hold nobody: one that is
 * added without a word on it fails.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '#server/store/database.ts'
import { privacyTable } from '#server/store/privacy.ts'
import { openSqliteDatabase } from '#server/store/sqlite-database.ts'

const PERSON = 'personne-canari'
const CLASS = 'classe-canari'
const WORDS = 'mots-canari'

/** Neither a person nor what one said. */
const NOBODY = ['courses', 'migrations_main', 'migrations_main_lock', 'settings']
/** Of the office's accounts: those who have one are not taken away with a class. */
const ACCOUNTS = ['accounts', 'account_links']
/** Kept when somebody is forgotten, under an id that means nothing any more. */
const KEPT = { seats: [], connections: ['device'] } as Record<string, string[]>

type Column = { name: string; type: string; notnull: number }
let dataDir: string
let database: Database
let tables: Map<string, Column[]>

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'estrade-tables-'))
  database = await openSqliteDatabase(dataDir)
  const found = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(database.db)
  tables = new Map()
  for (const { name } of found.rows) {
    const { rows } = await sql<Column>`select * from pragma_table_info(${name})`.execute(database.db)
    tables.set(name, rows)
  }
})
afterEach(async () => {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
})

const has = (name: string, column: string) => tables.get(name)!.some((one) => one.name === column)
const named = (column: string) => [...tables.keys()].filter((name) => has(name, column))

function cellOf(table: string, { name, type }: Column): unknown {
  if (['person_id', 'by_id', 'created_by'].includes(name) || (table === 'people' && name === 'id'))
    return PERSON
  if (name === 'class_id' || (table === 'classes' && name === 'id')) return CLASS
  if (name === 'course_hash' || name === 'erased_at') return null
  if (/int/i.test(type)) return 1
  if (/blob/i.test(type)) return Buffer.from(WORDS)
  return name === 'content' ? JSON.stringify({ personId: PERSON, text: WORDS }) : WORDS
}

/** One row in each table but `without`: this person, this class, words everywhere else. */
async function fill(without: readonly string[] = []): Promise<void> {
  const first = ['people', 'classes']
  const rest = [...tables.keys()].filter((name) => ![...first, ...NOBODY, ...without].includes(name))
  for (const table of [...first, ...rest]) {
    const columns = tables.get(table)!
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
      values (${sql.join(columns.map((column) => cellOf(table, column)))})`.execute(database.db)
  }
}

const rowsOf = async (table: string, column: string, value: string) =>
  (
    await sql<object>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(
      database.db,
    )
  ).rows

describe('every table', () => {
  it('holds a person, something of a class, or nobody', () => {
    const known = new Set([...named('person_id'), ...named('class_id'), ...NOBODY, 'people', 'classes'])
    expect([...tables.keys()].filter((name) => !known.has(name))).toEqual([])
  })

  it('that names a person is in the copy', async () => {
    await fill()
    const held = await privacyTable(database).held([PERSON])
    // And what was returned under a name, whose table names nobody.
    expect(Object.keys(held)).toHaveLength(named('person_id').length + ['people', 'follow_up_returns'].length)
  })

  it('that names a person says nothing more once they are forgotten', async () => {
    await fill()
    await privacyTable(database).forget([PERSON], 2)
    for (const table of named('person_id')) {
      const left = await rowsOf(table, 'person_id', PERSON)
      if (!(table in KEPT)) expect(left, table).toEqual([])
      for (const column of KEPT[table] ?? []) expect(left, table).toMatchObject([{ [column]: '' }])
    }
    expect(JSON.stringify(await rowsOf('people', 'id', PERSON))).not.toContain(WORDS)
    expect(await rowsOf('follow_up_returns', 'class_id', CLASS)).toEqual([])
  })

  it('of a class is empty once the class is taken away, with those who were in no other', async () => {
    await fill(ACCOUNTS)
    await privacyTable(database).removeClass(CLASS)
    for (const table of named('class_id')) expect(await rowsOf(table, 'class_id', CLASS), table).toEqual([])
    for (const table of named('person_id'))
      expect(await rowsOf(table, 'person_id', PERSON), table).toEqual([])
    expect(await rowsOf('classes', 'id', CLASS)).toEqual([])
    expect(await rowsOf('people', 'id', PERSON)).toEqual([])
  })
})

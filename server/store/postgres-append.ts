import type pg from 'pg'
import { chained, drafts, type EventRow, LOG_START } from './event-log.ts'
import type { Appended, Batch } from './types.ts'

type Head = { class_id: string; seq: number; chain: Uint8Array }
/** What is to be added to one class. `first`: the row whose key decides who wins the class. */
type Run = { rows: EventRow[]; seq: number; chain: Uint8Array }

const HEADS = `
  select c.class_id, e.seq, e.chain
  from unnest($1::text[]) as c (class_id)
  cross join lateral (
    select seq, chain from events where class_id = c.class_id order by seq desc limit 1
  ) as e`

// One statement, so one transaction. Another server may add to the same class meanwhile: whoever stores the first
// row of a run has the class, and the loser adds nothing at all. Rows go in by order of key: no deadlock.
// A ballot never comes alone: its whole box is written again, in order of key. Otherwise PostgreSQL's own columns
// would tell which row of `ballots` came in the transaction (xmin) of which `returned`, and in which order (ctid).
const ADD = `
  with added as (
    select * from unnest(
      $1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::text[],
      $9::bytea[], $10::text[], $11::bytea[], $12::bytea[], $13::boolean[]
    ) as t (
      class_id, seq, at, by_id, command_id, v, type, activity_id, salt, payload, digest, chain, opens
    )
  ),
  won as (
    insert into events
      (class_id, seq, at, by_id, command_id, v, type, activity_id, salt, payload, digest, chain)
    select class_id, seq, at, by_id, command_id, v, type, activity_id, salt, payload, digest, chain
    from added where opens order by class_id
    on conflict do nothing
    returning class_id
  ),
  rest as (
    insert into events
      (class_id, seq, at, by_id, command_id, v, type, activity_id, salt, payload, digest, chain)
    select class_id, seq, at, by_id, command_id, v, type, activity_id, salt, payload, digest, chain
    from added where not opens and class_id in (select class_id from won)
  ),
  fresh as (
    select * from unnest($14::text[], $15::text[], $16::text[], $17::text[])
      as b (class_id, activity_id, key, content)
    where class_id in (select class_id from won)
  ),
  before as (
    delete from ballots using (select distinct class_id, activity_id from fresh) as box
    where ballots.class_id = box.class_id and ballots.activity_id = box.activity_id
    returning ballots.*
  ),
  returned as (
    insert into ballots (class_id, activity_id, key, content)
    select distinct on (class_id, activity_id, key) class_id, activity_id, key, content
    from (select *, false as new from before union all select *, true from fresh) as b
    order by class_id, activity_id, key, new
  ),
  taken as (
    delete from ballots using unnest($18::text[], $19::text[]) as c (class_id, activity_id)
    where ballots.class_id = c.class_id and ballots.activity_id = c.activity_id
      and ballots.class_id in (select class_id from won)
  )
  select class_id from won`

/** Adds batches to the log (see EventLog.appendMany). */
export async function appendToPostgres(pool: pg.Pool, batches: Batch[]): Promise<Appended[]> {
  const prepared = batches.map((batch) => ({ batch, rows: drafts(batch) }))
  const classIds = [...new Set(batches.map((batch) => batch.classId))].sort()
  const heads = await pool.query<Head>(HEADS, [classIds])

  const runs = new Map<string, Run>(classIds.map((id) => [id, { rows: [], seq: 0, chain: LOG_START }]))
  for (const { class_id, seq, chain } of heads.rows) runs.set(class_id, { rows: [], seq, chain })

  const fits = prepared.map(({ batch, rows }) => {
    const run = runs.get(batch.classId)!
    if (run.seq !== batch.afterSeq) return false
    const added = chained(rows, run.chain)
    run.rows.push(...added)
    run.seq += added.length
    run.chain = added.at(-1)?.chain ?? run.chain
    return true
  })

  const rows = [...runs.values()].flatMap((run) => run.rows.map((row, i) => ({ ...row, opens: i === 0 })))
  if (rows.length === 0) return fits.map((fit) => (fit ? 'ok' : 'conflict'))
  const fitting = batches.filter((_, i) => fits[i])
  const ballots = fitting.flatMap(({ classId, ballots = [] }) => ballots.map((one) => ({ classId, ...one })))
  const collected = fitting.flatMap(({ classId, collected = [] }) =>
    collected.map((activityId) => ({ classId, activityId })),
  )
  const columns = [
    rows.map((row) => row.class_id),
    rows.map((row) => row.seq),
    rows.map((row) => row.at),
    rows.map((row) => row.by_id),
    rows.map((row) => row.command_id),
    rows.map((row) => row.v),
    rows.map((row) => row.type),
    rows.map((row) => row.activity_id),
    rows.map((row) => row.salt),
    rows.map((row) => row.payload),
    rows.map((row) => row.digest),
    rows.map((row) => row.chain),
    rows.map((row) => row.opens),
    ballots.map((ballot) => ballot.classId),
    ballots.map((ballot) => ballot.activityId),
    ballots.map((ballot) => ballot.key),
    ballots.map((ballot) => ballot.content),
    collected.map((box) => box.classId),
    collected.map((box) => box.activityId),
  ]
  const added = await pool.query<{ class_id: string }>(ADD, columns)
  const won = new Set(added.rows.map((row) => row.class_id))
  return fits.map((fit, i) => {
    const { classId, events } = batches[i]!
    return fit && (events.length === 0 || won.has(classId)) ? 'ok' : 'conflict'
  })
}

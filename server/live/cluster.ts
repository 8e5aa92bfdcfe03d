/**
 * Servers that share one PostgreSQL database tell each other what they have stored (D5). Hints only: they may
 * be lost, and each server also polls its logs. Without a shared database there is nobody to tell.
 */
import { createAdapter } from '@socket.io/postgres-adapter'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Server } from 'socket.io'
import type { Presence } from '#shared/protocol.ts'

/** What servers say to each other. `node` names the sender for as long as it runs. */
export type Hints = {
  committed: (classId: string, seq: number) => void
  /** Who is connected there. */
  present: (node: string, classId: string, people: Presence[]) => void
  /** This person's seat or password, or the login of this hash, is gone: cut their sockets. */
  cut: (who: string) => void
  /** The log of this class was changed or removed: forget what is in memory. */
  forget: (classId: string) => void
}

export type Cluster = {
  tell<H extends keyof Hints>(hint: H, ...args: Parameters<Hints[H]>): void
  close(): Promise<void>
}

/** Where the adapter puts what does not fit in a notification; it empties the table by itself. */
const ATTACHMENTS = `create table if not exists socket_io_attachments (
  id bigserial unique, created_at timestamptz default now(), payload bytea)`

export const alone: Cluster = { tell: () => undefined, close: async () => undefined }

/** `io` gets the adapter before it accepts sockets; `heard` is called with the hints of the other servers. */
export async function joinCluster(
  io: Server,
  databaseUrl: string,
  heard: Hints,
  log: Logger,
): Promise<Cluster> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, application_name: 'estrade cluster' })
  const failed = (error: Error) => log.warn({ err: error }, 'cluster')
  pool.on('error', failed)
  await pool.query(ATTACHMENTS)
  io.adapter(createAdapter(pool, { errorHandler: failed }))
  const { sockets } = io
  for (const hint of Object.keys(heard) as (keyof Hints)[]) {
    io.on(hint as string as 'connection', heard[hint] as () => void)
  }
  return {
    tell(hint, ...args) {
      io.serverSideEmit(hint, ...args)
    },
    async close() {
      await sockets.adapter.close()
      await pool.end()
    },
  }
}

/** Who is connected anywhere: here first, then what the other servers said lately. */
export function mergePresence(lists: readonly Presence[][]): Presence[] {
  const merged = new Map<string, Presence>()
  for (const one of lists.flat()) {
    const known = merged.get(one.personId)
    if (!known) merged.set(one.personId, one)
    else if (one.online && known.online)
      merged.set(one.personId, { ...known, devices: known.devices + one.devices })
    else if (one.online || (!known.online && (one.since ?? 0) > (known.since ?? 0)))
      merged.set(one.personId, one)
  }
  return [...merged.values()]
}

import { Worker } from 'node:worker_threads'
import { StoreError } from './errors.ts'
import type {
  DraftBatch,
  Request,
  Response,
  Statement,
  StatementResult,
  WorkerOptions,
} from './sqlite-worker.ts'
import type { Appended } from './types.ts'

/**
 * One SQLite file in a thread of its own. Requests are served in the order they are made. When the thread crashes,
 * what is pending rejects with `storage` and the next request starts another.
 */
export type Sqlite = {
  /** Several statements are one transaction. */
  run(statements: Statement[]): Promise<StatementResult[]>
  append(batches: DraftBatch[]): Promise<Appended[]>
  close(): Promise<void>
}

type Pending = { resolve: (result: unknown) => void; reject: (error: StoreError) => void }
type Task = Request extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never
type Thread = { ask: (task: Task) => Promise<unknown> }

/** Resolves once the thread can serve, rejects with what prevented it. `onExit` is called when it is over. */
function startThread(options: WorkerOptions, onExit: () => void): Promise<Thread> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: options })
  const pending = new Map<number, Pending>()
  let last = 0
  let crash: unknown

  const wait = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      pending.set(id, { resolve, reject })
    })

  worker.on('message', (response: Response) => {
    const { id } = response
    const waiting = pending.get(id)
    pending.delete(id)
    if ('failure' in response)
      waiting?.reject(
        new StoreError(response.failure.code, response.failure.message, {
          constraint: response.failure.constraint,
        }),
      )
    else waiting?.resolve(response.result)
  })
  worker.on('error', (error) => {
    crash = error
  })
  worker.on('exit', () => {
    onExit()
    for (const { reject } of pending.values())
      reject(new StoreError('storage', 'the database thread stopped', { cause: crash }))
    pending.clear()
  })

  const ask = (task: Task) => {
    last += 1
    const answered = wait(last)
    worker.postMessage({ ...task, id: last })
    return answered
  }
  return wait(0).then(() => ({ ask }))
}

/** Opens `file`, making it if needed. Rejects with `in-use` when another process holds `lockFile`. */
export async function openSqlite(options: WorkerOptions): Promise<Sqlite> {
  let thread: Promise<Thread> | undefined
  let closed = false

  function current(): Promise<Thread> {
    if (thread) return thread
    const starting = startThread(options, () => {
      if (thread === starting) thread = undefined
    })
    starting.catch(() => {
      if (thread === starting) thread = undefined
    })
    thread = starting
    return starting
  }

  async function call(task: Task): Promise<unknown> {
    if (closed) throw new StoreError('storage', 'the store is closed')
    return (await current()).ask(task)
  }

  await current()
  return {
    run: async (statements) => (await call({ do: 'run', statements })) as StatementResult[],
    append: async (batches) => (await call({ do: 'append', batches })) as Appended[],
    async close() {
      if (closed) return
      const over = call({ do: 'close' })
      closed = true
      await over
    },
  }
}

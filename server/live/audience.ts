/**
 * Who is watching a class, and what each has been sent (D3).
 * First load, live update and resume are one function: diff(view at `from`, view now).
 */
import type { ClassState } from '#shared/class/state.ts'
import { everyone, isTrainer, mine, type Reader, trainer, viewOf } from '#shared/class/views.ts'
import type { Course } from '#shared/course.ts'
import { diff } from '#shared/patch.ts'
import type { Delta } from '#shared/types.ts'
import type { EveryoneView, MineView, TrainerView, View } from '#shared/views.ts'

/** How many flushed states are kept for resumes. */
const KEPT = 64
/** Least time between two rounds of what nobody waits for on the stage, in ms: so long per reader, so long at most. */
const ROUND_MS_PER_READER = 0.25
const ROUND_MS = 50

export type Watcher = Reader & { send(delta: Delta): void }
type Seat = { watcher: Watcher; sent?: { seq: number; view: View }; owed: boolean }

export type Audience = {
  join(watcher: Watcher): void
  leave(watcher: Watcher): void
  /** Sends what is missing since `from` (null, or a position no longer kept: everything). */
  resume(watcher: Watcher, from: number | null): void
  /** Sends everything to a watcher that has been sent nothing. */
  begin(watcher: Watcher): void
  /** A change is stored. `now`: the trainer shows something, do not wait. `author` gets a delta in any case. */
  changed(now: boolean, author?: string): void
  flush(): void
  close(): void
}

/**
 * `source` gives the published state and the course; both are read at flush time. `failed` is told of a view that
 * could not be made: those of the others go out.
 */
export function createAudience(
  source: () => { state: ClassState; course: Course },
  failed: (error: unknown) => void,
): Audience {
  const seats = new Map<Watcher, Seat>()
  let kept: ClassState[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let flushedAt = Number.NEGATIVE_INFINITY
  const mines = new Map<string, { state: ClassState; view: MineView }>()

  /** Views are computed once per state: everyone's and the trainer's once for all, mine once per person. */
  let shared: { state: ClassState; course: Course; everyone: EveryoneView; trainer?: TrainerView } | undefined

  function view(reader: Reader): View {
    const { state, course } = source()
    if (shared?.state !== state || shared.course !== course) {
      shared = { state, course, everyone: everyone(state, course) }
    }
    if (reader.role === 'stage') return { everyone: shared.everyone }
    let own = mines.get(reader.personId)
    if (own?.state !== state) {
      const fresh = mine(state, reader.personId, reader.role)
      // Keeping the old object when nothing changed lets diff stop at once.
      own = { state, view: own && diff(own.view, fresh) === undefined ? own.view : fresh }
      mines.set(reader.personId, own)
    }
    if (!isTrainer(reader.role)) return { everyone: shared.everyone, mine: own.view }
    shared.trainer ??= trainer(state)
    return { everyone: shared.everyone, mine: own.view, trainer: shared.trainer }
  }

  function keep(state: ClassState) {
    if (kept[kept.length - 1]?.seq === state.seq) return
    kept.push(state)
    if (kept.length > KEPT) kept = kept.slice(-KEPT)
  }

  function sendWhole(seat: Seat) {
    const { state } = source()
    keep(state)
    seat.sent = { seq: state.seq, view: view(seat.watcher) }
    seat.owed = false
    seat.watcher.send({ from: null, to: state.seq, patch: seat.sent.view })
  }

  function sendChange(seat: Seat, from: { seq: number; view: View }, always: boolean) {
    const { state } = source()
    const now = view(seat.watcher)
    const patch = diff(from.view, now)
    if (!patch && !always && !seat.owed) return
    keep(state)
    seat.sent = { seq: state.seq, view: now }
    seat.owed = false
    seat.watcher.send({ from: from.seq, to: state.seq, patch: patch ?? {} })
  }

  function flush() {
    clearTimeout(timer)
    timer = undefined
    flushedAt = performance.now()
    keep(source().state)
    for (const seat of seats.values()) {
      try {
        if (seat.sent) sendChange(seat, seat.sent, false)
      } catch (error) {
        failed(error)
      }
    }
  }

  /** A dozen readers learn of an answer at once; for hundreds, those of the same moment leave together. */
  function later() {
    const round = Math.min(ROUND_MS, seats.size * ROUND_MS_PER_READER)
    timer ??= setTimeout(flush, Math.max(0, flushedAt + round - performance.now()))
  }

  return {
    join: (watcher) => void seats.set(watcher, { watcher, owed: false }),
    leave(watcher) {
      seats.delete(watcher)
      if (![...seats.keys()].some((other) => other.personId === watcher.personId))
        mines.delete(watcher.personId)
    },
    resume(watcher, from) {
      const seat = seats.get(watcher)
      if (!seat) return
      const { state } = source()
      // Before the start the course may have changed under an unchanged log: send everything.
      const known =
        from !== null && state.phase !== 'lobby' ? kept.find((old) => old.seq === from) : undefined
      if (known) sendChange(seat, { seq: known.seq, view: viewOf(known, source().course, watcher) }, true)
      else sendWhole(seat)
    },
    begin(watcher) {
      const seat = seats.get(watcher)
      try {
        if (seat && !seat.sent) sendWhole(seat)
      } catch (error) {
        failed(error)
      }
    },
    changed(now, author) {
      if (author) for (const seat of seats.values()) if (seat.watcher.personId === author) seat.owed = true
      if (now) flush()
      else later()
    },
    flush,
    close() {
      clearTimeout(timer)
      seats.clear()
    },
  }
}

/**
 * One class in memory: decides, stores, then publishes (D1, D4).
 * Nobody sees or is told of a fact that is not stored.
 */
import { createHash } from 'node:crypto'
import type { Ballot } from '#server/store/index.ts'
import { decide } from '#shared/class/decide.ts'
import type { Fact, Ballot as Returned } from '#shared/class/events.ts'
import { evolve } from '#shared/class/evolve.ts'
import { type ClassState, initialState } from '#shared/class/state.ts'
import type { Course } from '#shared/course.ts'
import { type Ack, type Actor, type ClassEvent, type Command, isRejection, reject } from '#shared/types.ts'
import type { Commit } from './committer.ts'

export type ClassroomDeps = {
  classId: string
  log: { read(classId: string, after: number): Promise<ClassEvent[]> }
  commit: Commit
  /** The course as it is now: pinned once the class has started. */
  course(): { course: Course; courseHash: string }
  /** Server's clock, ms since 1970. */
  now(): number
  /** Other servers may write to this log: catch up before saying no. */
  shared: boolean
  /** Called once per stored batch, before the acks. `ours`: stored here, not read from another server. */
  published?(events: ClassEvent[], ours: boolean): void
  /** A command that made the engine throw, or a storage failure: for the server's log. */
  failed?(error: unknown, command?: Command): void
}

export type Classroom = {
  readonly state: ClassState
  /** Acks after the events are durably stored. Never rejects. */
  submit(actor: Actor, command: Command): Promise<Ack>
  /** Reads what other servers have stored. True when there was something. */
  catchUp(): Promise<boolean>
  /** Resolves when nothing is being decided or stored. */
  idle(): Promise<void>
}

type Waiting = { actor: Actor; command: Command; resolve: (ack: Ack) => void }

/** Only the hash of the author's random id is kept: it lets them amend, and tells nobody who they are. */
export function ballotOf(activityId: string, { id, content }: Returned): Ballot {
  const key = createHash('sha256').update(id).digest('hex')
  return { activityId, key, content: JSON.stringify(content) }
}

const authorOf = (actor: Actor) => (actor.role === 'system' ? 'system' : actor.personId)
const keyOf = (by: string, commandId: string) => `${by} ${commandId}`

/** Reads the log and gives the class back as it was. */
export async function openClassroom(deps: ClassroomDeps): Promise<Classroom> {
  const { classId, log, commit, now } = deps
  let state = initialState
  /** Seq of the last event of every stored command, by author and command id: a resend gets the same answer. */
  const accepted = new Map<string, number>()
  let waiting: Waiting[] = []
  let working: Promise<void> | undefined

  function publish(events: ClassEvent[], next: ClassState, ours: boolean) {
    state = next
    for (const event of events) accepted.set(keyOf(event.by, event.commandId), event.seq)
    deps.published?.(events, ours)
  }

  async function catchUp(): Promise<boolean> {
    const read = await log.read(classId, state.seq)
    // A batch of our own may have been published meanwhile.
    const events = read.filter((event) => event.seq > state.seq)
    if (events.length === 0) return false
    publish(events, events.reduce(evolve, state), false)
    return true
  }

  /** Decides one batch on a speculative state. */
  function decideAll(batch: Waiting[]) {
    let speculative = state
    const events: ClassEvent[] = []
    const ballots: Ballot[] = []
    const collected: string[] = []
    const inBatch = new Map<string, number>()
    const acks = batch.map(({ actor, command }): Ack => {
      const by = authorOf(actor)
      const key = keyOf(by, command.id)
      const known = accepted.get(key) ?? inBatch.get(key)
      if (known !== undefined) return { ok: true, seq: known }
      try {
        const at = now()
        const outcome = decide(speculative, actor, command, { ...deps.course(), now: at })
        if (isRejection(outcome)) return { ok: false, error: outcome }
        const made = outcome.map((fact, i) => toEvent(fact, speculative.seq + i + 1, at, by, command.id))
        speculative = made.reduce(evolve, speculative)
        events.push(...made)
        for (const fact of outcome) {
          if (fact.type !== 'activity.did') continue
          if (fact.ballot) ballots.push(ballotOf(fact.activityId, fact.ballot))
          if (fact.collects) collected.push(fact.activityId)
        }
        if (made.length > 0) inBatch.set(key, speculative.seq)
        return { ok: true, seq: speculative.seq }
      } catch (error) {
        deps.failed?.(error, command)
        return { ok: false, error: reject('invalid', 'Cette commande n’a pas pu être traitée.') }
      }
    })
    return { speculative, batch: { classId, afterSeq: state.seq, events, ballots, collected }, acks }
  }

  function toEvent(fact: Fact, seq: number, at: number, by: string, commandId: string): ClassEvent {
    const { type, payload } = fact
    const activity = 'activityId' in fact ? { activityId: fact.activityId } : {}
    return { classId, seq, at, by, commandId, v: 1, type, ...activity, payload }
  }

  async function process(commands: Waiting[]) {
    let checked = !deps.shared
    for (;;) {
      const { speculative, batch, acks } = decideAll(commands)
      if (!checked && acks.some((ack) => !ack.ok)) {
        checked = true
        if (await catchUp()) continue
      }
      if (batch.events.length > 0) {
        if ((await commit(batch)) === 'conflict') {
          await catchUp()
          checked = !deps.shared
          continue
        }
        publish(batch.events, speculative, true)
      }
      commands.forEach(({ resolve }, i) => {
        resolve(acks[i]!)
      })
      return
    }
  }

  async function work() {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await process(batch)
      } catch (error) {
        deps.failed?.(error)
        const ack: Ack = {
          ok: false,
          error: reject('storage', 'L’enregistrement a échoué : rien n’est perdu, réessayez.'),
        }
        for (const { resolve } of batch) resolve(ack)
      }
    }
    working = undefined
  }

  await catchUp()
  return {
    get state() {
      return state
    },
    submit: (actor, command) =>
      new Promise((resolve) => {
        waiting.push({ actor, command, resolve })
        // One turn later, so that everything that arrived together is decided together.
        working ??= Promise.resolve().then(work)
      }),
    catchUp,
    idle: () => working ?? Promise.resolve(),
  }
}

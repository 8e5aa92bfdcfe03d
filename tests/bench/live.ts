/** live.*: from a trainer's command to the last of the thirteen screens, beside two relays in the same run. */
import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { pause } from '#tests/support/server.ts'
import { PEOPLE, type Ready } from './classes.ts'
import { answersToResults } from './results.ts'
import { round, type Summary, summary } from './stats.ts'
import { command, openWire, type Wire } from './wire.ts'

type Kind = 'estrade' | 'relay' | 'ws'
type Say = (line: string) => void

const OPTIONS: ForkOptions = { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: ['--expose-gc'] }

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

function launch(kind: Kind, classes: number): Promise<{ child: ChildProcess; ready: Ready }> {
  const child =
    kind === 'estrade'
      ? fork(file('serve.ts'), [String(classes)], OPTIONS)
      : fork(file('peers.ts'), [kind, String(classes)], OPTIONS)
  return new Promise((resolve, reject) => {
    child.once('message', (ready) => resolve({ child, ready: ready as Ready }))
    child.once('exit', (code) => reject(new Error(`the ${kind} server ended with code ${code}`)))
  })
}

async function quit(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.removeAllListeners('exit')
  child.once('exit', () => undefined)
  child.disconnect()
  await Promise.race([gone, pause(5_000)])
  child.kill('SIGKILL')
}

/** Memory the server's objects and buffers hold after a collection, in KB: resident pages also keep slack. */
function heldKb(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (kb) => resolve(Number(kb)))
    child.send('memory')
  })
}

type Room = { id: string; trainer: Wire; people: Wire[]; slide: number }

async function connectAll(kind: Kind, ready: Ready): Promise<Room[]> {
  const rooms: Room[] = []
  for (const { id, seats } of ready.classes) {
    const people = await Promise.all(seats.map((seat) => openWire(ready.url, kind, id, seat, ready.build)))
    rooms.push({ id, trainer: people[0]!, people, slide: 1 })
  }
  return rooms
}

/** Sends one command and resolves with the ms from `scheduled` until the last screen has it. */
function showNext(room: Room, scheduled: number): Promise<number> {
  const next = room.slide === 2 ? 3 : 2
  room.slide = next
  const mark = `"slide":${next}`
  return new Promise((resolve) => {
    let missing = PEOPLE
    const timeout = setTimeout(() => resolve(Number.POSITIVE_INFINITY), 10_000)
    for (const wire of room.people) {
      wire.onDelta = (text) => {
        if (!text.includes(mark)) return
        wire.onDelta = () => undefined
        missing -= 1
        if (missing > 0) return
        clearTimeout(timeout)
        resolve(performance.now() - scheduled)
      }
    }
    // The relays pass the payload on: about as many bytes as a delta of ours.
    room.trainer.command(command('stage.show', { slide: next }))
  })
}

/**
 * `rate` commands a second spread over the rooms for `seconds`. Open loop: latency counts from when a
 * command was due. A room whose command is still on its way skips its turn, which is counted.
 */
async function drive(
  rooms: Room[],
  rate: number,
  seconds: number,
): Promise<{ times: number[]; skipped: number }> {
  const times: number[] = []
  const busy = new Set<Room>()
  const pending: Promise<void>[] = []
  let skipped = 0
  const startAt = performance.now() + 50
  const total = Math.round(rate * seconds)
  for (let turn = 0; turn < total; ) {
    const due = startAt + (turn / rate) * 1000
    const wait = due - performance.now()
    if (wait > 0.5) {
      await pause(wait)
      continue
    }
    const room = rooms[turn % rooms.length]!
    turn += 1
    if (busy.has(room)) {
      skipped += 1
      continue
    }
    busy.add(room)
    pending.push(
      showNext(room, due).then((ms) => {
        busy.delete(room)
        times.push(ms)
      }),
    )
  }
  await Promise.all(pending)
  return { times, skipped }
}

/** Raises the rate by a quarter until p99 passes 100 ms twice running; the last rate that held. */
async function maxRate(rooms: Room[], say: Say): Promise<number> {
  let held = 0
  let bad = 0
  for (let rate = 200; bad < 2 && rate < 20_000; rate = Math.round(rate * 1.25)) {
    const { times, skipped } = await drive(rooms, rate, 1.5)
    const { p99 } = summary(times)
    const ok = p99 <= 100 && skipped < times.length * 0.02
    say(`  ${rate}/s: p99 ${p99} ms, ${skipped} skipped`)
    if (ok) {
      held = rate
      bad = 0
    } else bad += 1
  }
  return held
}

/** Every participant of every class answers at once; ms until the last is stored. */
async function answerBurst(
  rooms: Room[],
): Promise<{ answers: number; allStoredMs: number; refused: number }> {
  const activityId = 'p1'
  await Promise.all(
    rooms.map(
      (room) =>
        new Promise<void>((resolve) =>
          room.trainer.command(command('activity.open', {}, activityId), () => resolve()),
        ),
    ),
  )
  let refused = 0
  const startedAt = performance.now()
  const stored = rooms.flatMap((room) =>
    room.people.slice(1).map(
      (wire) =>
        new Promise<void>((resolve) => {
          wire.command(command('activity.do', { type: 'answer', choice: ['a'] }, activityId), (ack) => {
            if (!ack.includes('"ok":true')) refused += 1
            resolve()
          })
        }),
    ),
  )
  await Promise.all(stored)
  return { answers: stored.length, allStoredMs: round(performance.now() - startedAt), refused }
}

const start = (rooms: Room[]) =>
  Promise.all(
    rooms.map(
      (room) =>
        new Promise<void>((resolve) => room.trainer.command(command('class.start', {}), () => resolve())),
    ),
  )

export async function liveBench(say: Say, sizes = [1, 50, 200]) {
  const latency: Record<
    string,
    Partial<Record<Kind, Summary>> & { ratioToRelay?: number; ratioToWs?: number }
  > = {}
  const max: Partial<Record<Kind, number>> = {}
  const memory: Partial<Record<Kind, { idleSocketKb: number; sockets: number; baseMb: number }>> = {}
  const results: Partial<Record<Kind, Summary>> = {}
  let burst: Awaited<ReturnType<typeof answerBurst>> | undefined

  for (const classes of sizes) {
    const row: (typeof latency)[string] = {}
    latency[`c${classes}`] = row
    for (const kind of ['ws', 'relay', 'estrade'] as const) {
      say(`live: ${classes} classes on ${kind}…`)
      const { child, ready } = await launch(kind, classes)
      const before = await heldKb(child)
      const rooms = await connectAll(kind, ready)
      if (classes === sizes.at(-1)) {
        await pause(2_000)
        const sockets = classes * PEOPLE
        memory[kind] = {
          idleSocketKb: round(((await heldKb(child)) - before) / sockets),
          sockets,
          baseMb: round(before / 1024),
        }
      }
      if (kind === 'estrade') await start(rooms)
      await drive(rooms, Math.min(classes * 2, 100), 1)
      const { times, skipped } = await drive(rooms, classes === 1 ? 10 : classes * 2, classes === 1 ? 10 : 6)
      row[kind] = summary(times)
      say(`  p50 ${row[kind].p50} p95 ${row[kind].p95} p99 ${row[kind].p99} ms (${skipped} skipped)`)
      if (classes === 1 && kind !== 'ws') {
        results[kind] = summary(await answersToResults(rooms[0]!.people, kind))
        say(`  last answer to results: p50 ${results[kind].p50} p99 ${results[kind].p99} ms`)
      }
      if (classes === sizes.at(-1)) {
        max[kind] = await maxRate(rooms, say)
        if (kind === 'estrade') burst = await answerBurst(rooms)
      }
      for (const room of rooms) for (const wire of room.people) wire.close()
      await quit(child)
    }
    row.ratioToRelay = round((row.estrade?.p50 ?? Number.NaN) / (row.relay?.p50 ?? Number.NaN))
    row.ratioToWs = round((row.estrade?.p50 ?? Number.NaN) / (row.ws?.p50 ?? Number.NaN))
  }
  const above = round((results.estrade?.p99 ?? Number.NaN) - (results.relay?.p99 ?? Number.NaN))
  const results_ms = { ...results.estrade, relay: results.relay, p99_above_relay: above }
  return { slide_to_last_of_13_ms: latency, results_ms, max_commands_per_s: max, memory, answer_burst: burst }
}

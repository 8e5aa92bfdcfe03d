/**
 * kill -9 in the middle of a burst of answers: nothing acknowledged is lost, nothing is stored twice.
 * (This proves crash safety; that a power cut loses nothing rests on synchronous=FULL.)
 */
import { randomUUID } from 'node:crypto'
import { openStore } from '#server/store/index.ts'
import { seededRandom } from '#tests/support/behave.ts'
import { classInfo, joinAs, type Person } from '#tests/support/client.ts'
import { pickChoice } from '#tests/support/gestures.ts'
import { pause, startServer } from '#tests/support/server.ts'

export type KillResult = {
  seed: number
  kills: number
  sent: number
  ackedBeforeKills: number
  inFlightAtKills: number
  lost: string[]
  doubled: string[]
  wrongAnswers: string[]
  chainHolds: boolean
  /** From the kill to the first answer to /api/health, in ms. */
  backMs: number[]
}

type Sent = { id: string; personId: string; choice: string[]; seq?: number }

/** `people` participants answer without pause; the server is killed `kills` times at random moments. */
export async function killInBurst(options: {
  seed: number
  kills: number
  people: number
  log?: (line: string) => void
}): Promise<KillResult> {
  const random = seededRandom(options.seed)
  const server = await startServer()
  const people: Person[] = []
  try {
    const { access, url } = server
    const classId = access.class.id
    const trainer = await joinAs(url, access.trainer, classId)
    people.push(trainer)
    for (const who of access.participants.slice(0, options.people))
      people.push(await joinAs(url, who, classId))
    const participants = people.slice(1)

    const { plan = [] } = await classInfo(trainer.login, classId)
    const activityId = plan.find((item) => item.activityId)?.activityId
    if (!activityId) throw new Error('the demo class has no activity')
    await trainer.must('class.start')
    await trainer.must('activity.open', {}, activityId)
    await Promise.all(
      participants.map((one) =>
        one.until((view) => view.everyone.activities[activityId]?.phase === 'open', 'open'),
      ),
    )

    const sent: Sent[] = []
    const result = { ackedBeforeKills: 0, inFlightAtKills: 0, backMs: [] as number[] }

    function answer(person: Person): Promise<void> {
      const question = person.view()?.everyone.activities[activityId!]?.question
      const last = sent.findLast(({ personId }) => personId === person.personId)?.choice
      // Always another choice than the last one: an unchanged answer stores nothing.
      let choice = pickChoice(question, random)
      while (choice && last && String(choice) === String(last)) choice = pickChoice(question, random)
      if (!choice) throw new Error('the open question has no options')
      const entry: Sent = { id: randomUUID(), personId: person.personId, choice }
      sent.push(entry)
      return deliver(person, entry)
    }

    async function deliver(person: Person, entry: Sent): Promise<void> {
      const ack = await person.do(
        'activity.do',
        { type: 'answer', choice: entry.choice },
        activityId,
        entry.id,
      )
      if (ack.ok) {
        entry.seq = ack.seq
        return
      }
      // Faster than one socket may be: a person's device waits and sends the same command again.
      if (ack.error.code !== 'busy') throw new Error(`refused: ${ack.error.code} ${ack.error.reason}`)
      await pause(100)
      return deliver(person, entry)
    }

    for (let kill = 1; kill <= options.kills; kill += 1) {
      let bursting = true
      // Each person keeps up to three commands on their way.
      const burst = participants.flatMap((person) =>
        [0, 1, 2].map(async () => {
          while (bursting) await answer(person)
        }),
      )
      const done = Promise.all(burst)
      await pause(60 + random() * 240)
      const stored = sent.filter(({ seq }) => seq !== undefined).length
      await server.kill()
      result.ackedBeforeKills = stored
      result.inFlightAtKills += sent.filter(({ seq }) => seq === undefined).length
      bursting = false
      const downAt = performance.now()
      await server.restart()
      result.backMs.push(Math.round(performance.now() - downAt))
      await done
      options.log?.(
        `kill ${kill}/${options.kills}: ${sent.length} answers sent so far, back in ${result.backMs.at(-1)} ms`,
      )
    }

    // What the server now tells each person is the answer that was stored last.
    const lastStored = (personId: string) =>
      sent
        .filter((one) => one.personId === personId)
        .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
        .at(-1)
    await Promise.all(
      participants.map((person) =>
        person.until((view) => view.mine?.activities[activityId]?.answer !== undefined, 'own answer'),
      ),
    )
    await server.kill('SIGTERM')

    const store = await openStore({ dataDir: server.dataDir })
    const events = await store.log.read(classId, 0)
    const chainHolds = await store.log.verify(classId)
    await store.close()

    const times = new Map<string, number>()
    for (const { commandId, type, by } of events) {
      if (by === 'system' || by === trainer.personId) continue
      times.set(`${commandId} ${type}`, (times.get(`${commandId} ${type}`) ?? 0) + 1)
    }
    const ids = new Set(events.map(({ commandId }) => commandId))
    const final = new Map<string, unknown>()
    for (const event of events) {
      if (event.activityId === activityId && event.by !== trainer.personId) final.set(event.by, event.payload)
    }
    const wrongAnswers = participants.flatMap((person) => {
      const expected = JSON.stringify(lastStored(person.personId)?.choice)
      const shown = JSON.stringify(person.view()?.mine?.activities[activityId]?.answer)
      const stored = JSON.stringify(final.get(person.personId))
      return shown?.includes(expected) && stored?.includes(expected)
        ? []
        : [`${person.personId}: ${expected}, shown ${shown}, stored ${stored}`]
    })
    return {
      seed: options.seed,
      kills: options.kills,
      sent: sent.length,
      ...result,
      lost: sent.filter(({ id, seq }) => seq !== undefined && !ids.has(id)).map(({ id }) => id),
      doubled: [...times].filter(([, count]) => count > 1).map(([key]) => key),
      wrongAnswers,
      chainHolds,
    }
  } finally {
    for (const person of people) person.close()
    await server.stop()
  }
}

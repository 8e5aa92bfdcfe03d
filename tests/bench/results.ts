/** live.results_ms: from the last of twelve answers to what all have answered, on the last of the thirteen screens. */
import { seededRandom } from '#tests/support/behave.ts'
import { pause } from '#tests/support/server.ts'
import { command, type Wire } from './wire.ts'

const ROUNDS = 200
const WARM = 10
/** Answers of a round follow each other within this, in ms. */
const GAP = 8

const POLL = {
  kind: 'poll',
  title: 'Sondage',
  text: 'Combien ?',
  type: 'single',
  options: [
    { id: 'a', text: 'Un' },
    { id: 'b', text: 'Deux' },
  ],
  named: true,
  results: 'live',
}

/** Asks a poll whose results show as they come; → the id of its activity. */
function ask(trainer: Wire): Promise<string> {
  return new Promise((resolve) => {
    trainer.onDelta = (text) => {
      const id = /"activityId":"([^"]+)"/.exec(text)?.[1]
      if (id) resolve(id)
    }
    trainer.command(command('activity.ask', { kind: 'poll', definition: POLL }))
  })
}

/** Resolves with the ms until every screen has been told what holds the mark. */
function onEveryScreen(people: Wire[], mark: string, send: () => void): Promise<number> {
  return new Promise((resolve) => {
    const timeout = setTimeout(() => resolve(Number.POSITIVE_INFINITY), 10_000)
    let missing = people.length
    let sentAt = 0
    for (const wire of people) {
      wire.onDelta = (text) => {
        if (!text.includes(mark)) return
        wire.onDelta = () => undefined
        missing -= 1
        if (missing > 0) return
        clearTimeout(timeout)
        resolve(performance.now() - sentAt)
      }
    }
    sentAt = performance.now()
    send()
  })
}

/**
 * Everybody changes their answer from one round to the next, a few ms apart, as when a class answers together. The
 * relay passes the same answers on; the last one bears the mark that Estrade's results show when all are counted.
 */
export async function answersToResults(people: Wire[], server: 'estrade' | 'relay'): Promise<number[]> {
  const [trainer, ...participants] = people as [Wire, ...Wire[]]
  const random = seededRandom(1)
  const activityId = server === 'estrade' ? await ask(trainer) : 'poll'
  const times: number[] = []
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    const choice = round % 2 === 0 ? 'a' : 'b'
    const mark = `"${choice}":${participants.length}`
    const [last, ...others] = participants.toSorted(() => random() - 0.5) as [Wire, ...Wire[]]
    for (const wire of others) {
      wire.command(command('activity.do', { type: 'answer', choice: [choice] }, activityId))
      await pause(random() * GAP)
    }
    const payload =
      server === 'estrade'
        ? { type: 'answer', choice: [choice] }
        : { type: 'answer', counts: { [choice]: participants.length } }
    const ms = await onEveryScreen(people, mark, () =>
      last.command(command('activity.do', payload, activityId)),
    )
    if (round >= WARM) times.push(ms)
    await pause(50 + random() * 50)
  }
  return times
}

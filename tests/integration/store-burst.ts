/** A program that writes to the store in `argv[2]` until it is killed, printing each position once acknowledged. */
import { openStore } from '#server/store/index.ts'

const store = await openStore({ dataDir: process.argv[2]! })
console.log('open')

async function write(classId: string): Promise<never> {
  for (let seq = (await store.log.read(classId, 0)).length; ; ) {
    const events = Array.from({ length: 1 + (seq % 3) }, () => {
      seq += 1
      return {
        classId,
        seq,
        at: Date.now(),
        by: 'p1',
        commandId: `c${seq}`,
        v: 1,
        type: 'answered',
        payload: { seq },
      }
    })
    const outcome = await store.log.append(classId, seq - events.length, events)
    if (outcome !== 'ok') throw new Error(`${classId} ${seq}: ${outcome}`)
    console.log(`${classId} ${seq}`)
  }
}
await Promise.all(['a', 'b', 'c', 'd'].map(write))

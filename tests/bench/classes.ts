/** What a bench server tells its driver. */
export type Seat = { personId: string; cookie: string }
export type Ready = { url: string; build: string; classes: { id: string; seats: Seat[] }[] }

/** A trainer and twelve participants. */
export const PEOPLE = 13
export const peopleOf = (index: number): string[] =>
  Array.from({ length: PEOPLE }, (_, seat) => (seat === 0 ? `trainer-${index}` : `p-${index}-${seat}`))

/** Answers the driver's « memory » with what objects and buffers hold after a collection, in KB. */
export function answerMemory(): void {
  process.on('message', (asked) => {
    if (asked !== 'memory') return
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    process.send?.(Math.round((heapUsed + external) / 1024))
  })
}

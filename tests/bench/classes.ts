/** What a bench server tells its driver. */
export type Seat = { personId: string; cookie: string }
export type Ready = { url: string; build: string; classes: { id: string; seats: Seat[] }[] }

/** A trainer and twelve participants. */
export const PEOPLE = 13
export const peopleOf = (index: number): string[] =>
  Array.from({ length: PEOPLE }, (_, seat) => (seat === 0 ? `trainer-${index}` : `p-${index}-${seat}`))

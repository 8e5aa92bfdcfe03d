import type { TrainerScreenProps } from '../trainer-screen.ts'

type Names = Pick<TrainerScreenProps, 'people' | 'order' | 'namesHidden'>

/** A person's name, or their rank while names are hidden. */
export function personName(
  id: string,
  { people, order, namesHidden }: Names,
  t: { participantN: (n: number) => string },
): string {
  return namesHidden ? t.participantN(order.indexOf(id) + 1) : (people[id]?.name ?? '')
}

/** A QCM's question as the screens of a question with choices take it, and how well it went. */
import type { Asked } from '../question/types.ts'
import type { McqAsked, McqRevealed } from './definition.ts'

export function askedOf({ text, multiple, options, order }: McqAsked): Asked {
  return { text, multiple, options, order }
}

/** Questions in the order of the series. */
export function inOrder<T extends { n: number }>(questions: Record<string, T>): T[] {
  return Object.values(questions).sort((a, b) => a.n - b.n)
}

/** Mean of everybody's points on a question, 0 to 1; undefined when nobody answered. */
export function successRate({ order, multiple, right, results }: McqAsked & McqRevealed): number | undefined {
  const { counts, total } = results
  if (total === 0) return undefined
  const ticks = (id: string) => counts[id] ?? 0
  if (!multiple) return right.reduce((sum, id) => sum + ticks(id), 0) / total
  const good = order.reduce((sum, id) => sum + (right.includes(id) ? ticks(id) : total - ticks(id)), 0)
  return good / (order.length * total)
}

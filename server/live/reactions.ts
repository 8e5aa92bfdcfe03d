/**
 * A thumb, applause: passed on to the class's trainers at once, without a name, and forgotten. One who taps without
 * end is heard now and then. Trainers on another server do not hear it.
 */
import { REACTIONS, type ReactionNews } from '#shared/protocol.ts'
import { createBucket } from './limits.ts'

/** Reactions of one person per second, and how many at once. */
const RATE = 0.5
const BURST = 3

export type Reactions = {
  /** A message of a participant; anything that is not a reaction is left alone. */
  heard(author: { classId: string; personId: string }, message: unknown): void
}

export function createReactions(
  now: () => number,
  toTrainers: (classId: string, news: ReactionNews) => void,
): Reactions {
  const buckets = new Map<string, ReturnType<typeof createBucket>>()

  /** A person's seat in each class has its own allowance. */
  function bucketOf(seat: string) {
    const bucket = buckets.get(seat) ?? createBucket(now, RATE, BURST)
    buckets.set(seat, bucket)
    return bucket
  }

  return {
    heard({ classId, personId }, message) {
      const { type, reaction } = (message ?? {}) as { type?: unknown; reaction?: unknown }
      const known = REACTIONS.find((one) => one === reaction)
      if (type !== 'react' || !known || !bucketOf(`${classId} ${personId}`).take()) return
      toTrainers(classId, { type: 'reaction', reaction: known })
    },
  }
}

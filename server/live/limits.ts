/** What one socket may weigh and ask, so that nobody disturbs the others. */

/** A socket whose unsent data passes this is cut; it comes back by resume. */
export const MAX_UNSENT_BYTES = 1024 * 1024
/** A frame above this closes the connection. Commands are at most 64 KiB; the rest is the envelope. */
export const MAX_FRAME_BYTES = 80 * 1024
/** Most sockets one person may hold in one class: the oldest goes. */
export const MAX_SOCKETS_PER_PERSON = 12

/** Events per second on one socket, and how many at once. */
const RATE = 100
const BURST = 400

/** Frames and bytes per second on one connection, and how many at once: beyond them it is cut, unread. */
const FRAME_RATE = 300
const FRAME_BURST = 1200
const BYTE_RATE = 1024 * 1024
const BYTE_BURST = 4 * 1024 * 1024

/** Token bucket: `take()` is false when this socket asks too much. */
export function createBucket(now: () => number, rate = RATE, burst = BURST) {
  let tokens = burst
  let at = now()
  return {
    take(cost = 1): boolean {
      const t = now()
      tokens = Math.min(burst, tokens + ((t - at) / 1000) * rate)
      at = t
      if (tokens < cost) return false
      tokens -= cost
      return true
    },
  }
}

/** Counts what comes in on one connection: `take(bytes)` per frame, false when it must be cut. */
export function createIntake() {
  const elapsed = () => performance.now()
  const frames = createBucket(elapsed, FRAME_RATE, FRAME_BURST)
  const bytes = createBucket(elapsed, BYTE_RATE, BYTE_BURST)
  return { take: (size: number) => frames.take() && bytes.take(size) }
}

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

/** Token bucket: `take()` is false when this socket asks too much. */
export function createBucket(now: () => number) {
  let tokens = BURST
  let at = now()
  return {
    take(): boolean {
      const t = now()
      tokens = Math.min(BURST, tokens + ((t - at) / 1000) * RATE)
      at = t
      if (tokens < 1) return false
      tokens--
      return true
    },
  }
}

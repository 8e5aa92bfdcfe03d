/** Limits on failed sign-ins: a back-off per account, never a lock-out, and a wide limit per address. */
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { HttpError } from './errors.ts'

/** A whole room shares one address: a class of 12 who mistype several times must still get in. */
const ADDRESS_FAILURES = 100
const ADDRESS_SECONDS = 15 * 60
/** Failures on one account before pauses begin; they double from a second to half a minute. */
const FREE_FAILURES = 5
const LONGEST_PAUSE_SECONDS = 30
const ACCOUNT_MEMORY_SECONDS = 60 * 60

export type LoginLimits = {
  /**
   * Counts an attempt before its password is checked, so that attempts sent together are all counted.
   * Throws 429 with the seconds to wait. `succeeded` takes the attempt back and forgives the account.
   */
  attempt(address: string, login: string): Promise<{ succeeded(): Promise<void> }>
}

export function createLoginLimits(): LoginLimits {
  const addresses = new RateLimiterMemory({ points: ADDRESS_FAILURES, duration: ADDRESS_SECONDS })
  const failures = new RateLimiterMemory({ points: FREE_FAILURES, duration: ACCOUNT_MEMORY_SECONDS })
  const pauses = new RateLimiterMemory({ points: 1, duration: LONGEST_PAUSE_SECONDS })

  return {
    async attempt(address, login) {
      const pause = await pauses.get(login)
      if (pause && pause.msBeforeNext > 0) throw tooMany(pause.msBeforeNext)
      const fromHere = await addresses.penalty(address)
      if (fromHere.consumedPoints > ADDRESS_FAILURES) throw tooMany(fromHere.msBeforeNext)
      const onAccount = await failures.penalty(login)
      const beyond = onAccount.consumedPoints - FREE_FAILURES
      if (beyond >= 0) await pauses.block(login, Math.min(2 ** beyond, LONGEST_PAUSE_SECONDS))
      return {
        async succeeded() {
          await Promise.all([addresses.reward(address), failures.delete(login), pauses.delete(login)])
        },
      }
    },
  }
}

const tooMany = (ms: number) =>
  new HttpError(429, 'too-many', { retryAfter: Math.max(1, Math.ceil(ms / 1000)) })

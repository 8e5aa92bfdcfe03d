/**
 * Limits on failed sign-ins: a back-off per account and address, so that nobody elsewhere locks a person out, and
 * wide limits per address and per account.
 */
import { isIPv6 } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { HttpError } from './errors.ts'

/** A whole room shares one address: a class of 12 who mistype several times must still get in. */
const ADDRESS_FAILURES = 100
const ADDRESS_SECONDS = 15 * 60
/** Failures on one account from everywhere: more than one address may make in an hour. */
const ACCOUNT_FAILURES = 1000
/** Failures on one account from one address before pauses begin; they double from a second to half a minute. */
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
  const accounts = new RateLimiterMemory({ points: ACCOUNT_FAILURES, duration: ACCOUNT_MEMORY_SECONDS })
  const pauses = new RateLimiterMemory({ points: 1, duration: LONGEST_PAUSE_SECONDS })

  return {
    async attempt(ip, login) {
      const address = network(ip)
      const here = `${address} ${login}`
      const pause = await pauses.get(here)
      if (pause && pause.msBeforeNext > 0) throw tooMany(pause.msBeforeNext)
      const fromHere = await addresses.penalty(address)
      if (fromHere.consumedPoints > ADDRESS_FAILURES) throw tooMany(fromHere.msBeforeNext)
      const everywhere = await accounts.penalty(login)
      const tried = await failures.penalty(here)
      const spread = everywhere.consumedPoints > ACCOUNT_FAILURES
      const beyond = spread ? Number.POSITIVE_INFINITY : tried.consumedPoints - FREE_FAILURES
      if (beyond >= 0) await pauses.block(here, Math.min(2 ** beyond, LONGEST_PAUSE_SECONDS))
      return {
        async succeeded() {
          await Promise.all([
            addresses.reward(address),
            accounts.reward(login),
            failures.delete(here),
            pauses.delete(here),
          ])
        },
      }
    },
  }
}

/** Wrong class codes tried from one address in 15 minutes: enough for a whole room, too few to search 32⁶. */
const WRONG_CODES = 120

/** → a function that counts one wrong code from `ip` and throws 429 beyond the limit. */
export function createCodeLimit(): (ip: string) => Promise<void> {
  const wrong = new RateLimiterMemory({ points: WRONG_CODES, duration: ADDRESS_SECONDS })
  return async (ip) => {
    const tried = await wrong.penalty(network(ip))
    if (tried.consumedPoints > WRONG_CODES) throw tooMany(tried.msBeforeNext)
  }
}

const tooMany = (ms: number) =>
  new HttpError(429, 'too-many', { retryAfter: Math.max(1, Math.ceil(ms / 1000)) })

/** An IPv6 subscriber has a whole /64: its first four groups count as one address. */
function network(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::')) return ip
  const groups = ip.split('::', 1)[0]!.split(':')
  return [...groups, '0', '0', '0'].slice(0, 4).join(':')
}

/** Password hashes: one argon2id per attempt, whatever the number of people who share a login. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Options } from '@node-rs/argon2'
import { loginKey } from '#server/store/index.ts'
import { passwordFault } from '#shared/password.ts'
import { canonicalPassword } from './credentials.ts'
import { HttpError } from './errors.ts'

/** OWASP's minimum: 19 MiB, two passes. The package's enum cannot be used without transpiling; 2 is argon2id. */
const ARGON2: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** More at once would only take memory and make everybody wait: the rest queue. */
const AT_ONCE = 2

/** `generated` passwords forgive case, separators and look-alikes; a `chosen` one counts as typed. */
export type PasswordForm = 'generated' | 'chosen'

export type Passwords = {
  /** The text to keep for this login and password. A `generated` password must have the generated shape. */
  hash(login: string, password: string, form: PasswordForm): Promise<string>
  /**
   * The candidates whose kept hash this password opens. Takes one argon2 whatever the candidates, none
   * included, and compares with each in constant time.
   */
  matching<C extends { passwordHash: string }>(
    login: string,
    password: string,
    candidates: readonly C[],
  ): Promise<C[]>
}

/** `secret` (32 bytes) makes the salt of each login: a stolen table alone cannot be attacked. */
export function createPasswords(secret: Buffer): Passwords {
  const queue = createQueue(AT_ONCE)

  // A generated password is stretched in its canonical form and a chosen one as typed. What looks generated
  // but was chosen is told apart afterwards by a keyed hash of the exact text: one argon2 serves both.
  async function stretch(login: string, password: string): Promise<Buffer> {
    const salt = createHmac('sha256', secret)
      .update(`login\0${loginKey(login)}`)
      .digest()
      .subarray(0, 16)
    const text = canonicalPassword(password) ?? password.normalize('NFC')
    return queue(async () => {
      const { hashRaw } = await import('@node-rs/argon2')
      return hashRaw(text, { ...ARGON2, salt })
    })
  }

  return {
    async hash(login, password, form) {
      if (form === 'generated' && canonicalPassword(password) === undefined) {
        throw new Error('not a generated password')
      }
      const key = await stretch(login, password)
      return form === 'generated' ? generatedTag(key) : chosenTag(key, password)
    },
    async matching(login, password, candidates) {
      const key = await stretch(login, password)
      const generated = canonicalPassword(password) === undefined ? '' : generatedTag(key)
      const chosen = chosenTag(key, password)
      return candidates.filter(({ passwordHash }) => {
        const asGenerated = same(passwordHash, generated)
        const asChosen = same(passwordHash, chosen)
        return asGenerated || asChosen
      })
    },
  }
}

/** Throws 400 when a password somebody chose will not do. `about`: their name and e-mail. */
export function checkPassword(password: string, about: readonly string[]): void {
  const fault = passwordFault(password, about)
  if (fault) throw new HttpError(400, 'weak-password', { problems: [{ path: 'password', problem: fault }] })
}

const tag = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url')
const generatedTag = (key: Buffer) => `g1:${tag(key, 'generated')}`
const chosenTag = (key: Buffer, typed: string) => `c1:${tag(key, `chosen\0${typed.normalize('NFC')}`)}`

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Runs at most `atOnce` tasks together, the others in order of arrival. */
function createQueue(atOnce: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

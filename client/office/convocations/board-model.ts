/** What the board says, from what the server knows. */
import type { BoardAnswer, BoardPerson, MailRef } from '#shared/convocation.ts'
import { PARTS } from '#shared/convocation.ts'

/** `done`, `trouble`: to look at, `open`: not yet. */
export type Mark = 'done' | 'trouble' | 'open'

const ON_THE_WAY = new Set<MailRef['state']>(['waiting', 'sending', 'retrying'])

export const onTheWay = (mail?: MailRef) => mail !== undefined && ON_THE_WAY.has(mail.state)

export function sentMark({ mail, sentAt }: BoardPerson): Mark {
  if (mail?.state === 'refused' || mail?.state === 'failed') return 'trouble'
  return sentAt === undefined ? 'open' : 'done'
}

/** kbit/s under which pictures and sound come with difficulty. */
const SLOW = 500

type Words = {
  parts: Record<string, Record<string, string>>
  noLine: string
  slow: string
  partly: string
}

/** What went wrong at the equipment test, in words; '' when all is well. */
export function testFault({ test }: BoardPerson, t: Words): string {
  if (!test) return ''
  if (test.line.transport === 'none') return t.noLine
  const faults = PARTS.flatMap((part) => t.parts[part]?.[test[part]] ?? [])
  if (faults.length > 0) return faults.join(', ')
  if (test.line.down !== undefined && test.line.down < SLOW) return t.slow
  return PARTS.some((part) => test[part] === 'skipped') ? t.partly : ''
}

/** Nobody is reminded of what has just come. */
const SOON_MS = 3_600_000

/** Whom a reminder is for: before the day, those not ready; on the day, those not there. */
export function toRemind({ phase, people, now, startsAt }: BoardAnswer): BoardPerson[] {
  const reached = people.filter(({ sentAt }) => sentAt !== undefined)
  if (phase === 'ended') return []
  if (phase === 'live' || now >= startsAt - 3_600_000) return reached.filter(({ here }) => !here)
  return reached.filter(
    ({ openedAt, test, mail }) =>
      (openedAt === undefined || test === undefined) && now - (mail?.sentAt ?? now) > SOON_MS,
  )
}

export type Counts = { sent: number; opened: number; tested: number; present: number; here: number }
export function countsOf(people: BoardPerson[]): Counts {
  const n = (when: (person: BoardPerson) => boolean) => people.filter(when).length
  return {
    sent: n(({ sentAt }) => sentAt !== undefined),
    opened: n(({ openedAt }) => openedAt !== undefined),
    tested: n(({ test }) => test !== undefined),
    present: n(({ presentAt }) => presentAt !== undefined),
    here: n(({ here }) => here),
  }
}

/** Random polls and answers, for the property suites. */
import fc from 'fast-check'
import { OPTION_IDS } from '../choices.ts'
import type { PollCommand, PollDefinition } from './definition.ts'

const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }).map((s) => `m${s.trim()}`)

export const definition: fc.Arbitrary<PollDefinition> = fc
  .record({
    title: words,
    text: words,
    type: fc.constantFrom('single', 'multiple', 'scale'),
    options: fc.integer({ min: 2, max: 6 }),
    named: fc.boolean(),
    results: fc.constantFrom('live', 'hidden'),
  })
  .map(({ options, ...poll }) => ({
    ...poll,
    kind: 'poll',
    options: OPTION_IDS.slice(0, options).map((id) => ({ id, text: `option ${id}` })),
  }))

/** Polls in which what others answer is secret until the reveal. */
export const secret: fc.Arbitrary<PollDefinition> = definition.map((poll) => ({ ...poll, results: 'hidden' }))

function choiceFor({ options, type }: PollDefinition): fc.Arbitrary<PollCommand['choice']> {
  const ids = options.map((option) => option.id)
  return type === 'multiple' ? fc.subarray(ids, { minLength: 1 }) : fc.constantFrom(...ids).map((id) => [id])
}

export function command(poll: PollDefinition): fc.Arbitrary<PollCommand> {
  const type = fc.constantFrom('answer' as const, 'answer' as const, 'catch-up' as const)
  return fc.record({ type, choice: choiceFor(poll) })
}

/** Another answer, given in the same way. */
export function otherwise(poll: PollDefinition, made: PollCommand): fc.Arbitrary<PollCommand> {
  return choiceFor(poll).map((choice) => ({ ...made, choice }))
}

/** What the order of two answers of one person is read from: the choice in a person's own view. */
export function choiceIn(mine: { answer?: { choice: string[] } } | undefined): string | undefined {
  return mine?.answer?.choice.join()
}

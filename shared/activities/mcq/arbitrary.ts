/** Random QCMs and what people do in them, for the property suites. */
import fc from 'fast-check'
import { OPTION_IDS } from '../choices.ts'
import type { McqCommand, McqDefinition, McqMine, McqQuestion } from './definition.ts'

const question = (i: number): fc.Arbitrary<McqQuestion> =>
  fc
    .record({
      multiple: fc.boolean(),
      right: fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }),
      at: fc.nat(1),
      explained: fc.boolean(),
    })
    .map(({ multiple, right, at, explained }) => ({
      id: `q${i + 1}`,
      text: `question ${i + 1}`,
      multiple,
      options: right.map((one, k) => ({
        id: OPTION_IDS[k]!,
        text: `option ${k + 1}`,
        right: multiple ? one || k === at : k === at,
      })),
      ...(explained && { explanation: `explication ${i + 1}` }),
      objective: `o${(i % 2) + 1}`,
    }))

export const definition: fc.Arbitrary<McqDefinition> = fc
  .record({
    title: fc.constantFrom('Série A', 'Série B'),
    pace: fc.constantFrom('trainer', 'trainer', 'learner'),
    moment: fc.constantFrom('placement', 'during', 'final'),
    questions: fc
      .integer({ min: 1, max: 3 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => question(i)))),
    seconds: fc.option(fc.constant(45), { nil: undefined }),
    correction: fc.constantFrom('on-submit', 'on-reveal'),
  })
  .map(({ seconds, ...mcq }) => ({ ...mcq, kind: 'mcq', ...(seconds !== undefined && { seconds }) }))

export const secret = definition

function choiceFor({ multiple, options }: McqQuestion): fc.Arbitrary<McqQuestion['options'][number]['id'][]> {
  const ids = options.map((option) => option.id)
  return multiple ? fc.subarray(ids, { minLength: 1 }) : fc.constantFrom(...ids).map((id) => [id])
}

export function command({ questions }: McqDefinition): fc.Arbitrary<McqCommand> {
  return fc
    .constantFrom(...questions)
    .chain((asked) =>
      choiceFor(asked).map((choice) => ({ type: 'answer' as const, questionId: asked.id, choice })),
    )
}

export function choiceIn(mine: Partial<McqMine> | undefined): string | undefined {
  return mine?.answer?.choice.join()
}

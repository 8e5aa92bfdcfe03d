/** Random questionnaires and what people return, for the property suites. */
import fc from 'fast-check'
import { OPTION_IDS } from '../choices.ts'
import type { SurveyAnswers, SurveyCommand, SurveyDefinition, SurveyItem, SurveyMine } from './definition.ts'

const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }).map((s) => `m${s.trim()}`)

const item: fc.Arbitrary<SurveyItem> = fc
  .record({
    type: fc.constantFrom('grade' as const, 'nps' as const, 'choice' as const, 'text' as const),
    text: words,
    required: fc.boolean(),
    multiple: fc.boolean(),
    options: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ type, text, required, multiple, options }) => {
    const common = { id: '', text, required }
    if (type !== 'choice') return { ...common, type }
    const all = OPTION_IDS.slice(0, options).map((id) => ({ id, text: `option ${id}` }))
    return { ...common, type, multiple, options: all }
  })

export const definition: fc.Arbitrary<SurveyDefinition> = fc
  .record({ title: words, anonymous: fc.boolean(), items: fc.array(item, { minLength: 1, maxLength: 4 }) })
  .map(({ items, ...survey }) => ({
    ...survey,
    kind: 'survey',
    moment: 'hot',
    items: items.map((one, i) => ({ ...one, id: `i${i + 1}` })),
  }))

/** What others answer is secret until the reveal, always. */
export const secret = definition

type Answer = SurveyAnswers[string]

function answerTo(one: SurveyItem): fc.Arbitrary<Answer> {
  const value = (min: number, max: number) => fc.integer({ min, max }).map((n): Answer => ({ value: n }))
  switch (one.type) {
    case 'grade':
      return value(1, 4)
    case 'nps':
      return value(0, 10)
    case 'text':
      return words.map((text) => ({ text }))
    case 'choice': {
      const ids = one.options.map(({ id }) => id)
      const choice = one.multiple
        ? fc.subarray(ids, { minLength: 1 })
        : fc.constantFrom(...ids).map((id) => [id])
      return choice.map((chosen) => ({ choice: chosen }))
    }
  }
}

/** Answers that are accepted: required items have one, others may be left out or abstained on. */
export function answersTo({ items }: SurveyDefinition): fc.Arbitrary<SurveyAnswers> {
  const all = items.map((one) => {
    const answer = answerTo(one)
    const optional = fc.oneof(answer, fc.constant<Answer>({ abstains: true }), fc.constant(undefined))
    return (one.required ? answer : optional).map((given) => (given ? [[one.id, given] as const] : []))
  })
  return fc.tuple(...all).map((entries) => Object.fromEntries(entries.flat()))
}

/** Few enough for an amendment to meet the ballot it is meant for. */
const BALLOTS = ['a', 'b', 'c'].map((digit) => digit.repeat(64))

export function command(survey: SurveyDefinition): fc.Arbitrary<SurveyCommand> {
  return fc
    .record({
      amends: fc.boolean(),
      answers: answersTo(survey),
      ballotId: fc.constantFrom(...BALLOTS),
    })
    .map(({ amends, answers, ballotId }) => {
      if (!survey.anonymous) return { type: 'return', answers }
      return { type: amends ? 'amend' : 'return', answers, ballotId }
    })
}

/** Other answers, returned in the same way under the same ballot. */
export function otherwise(survey: SurveyDefinition, made: SurveyCommand): fc.Arbitrary<SurveyCommand> {
  return answersTo(survey).map((answers) => ({ ...made, answers }))
}

/** The same whatever the order in which a person filled it in. */
function sorted(answers: SurveyAnswers): string {
  const each = Object.entries(answers).map(([id, answer]) => [
    id,
    'choice' in answer ? [...answer.choice].sort() : answer,
  ])
  return JSON.stringify(each.sort())
}

export function choiceIn(
  mine: SurveyMine | undefined,
  { type, ballotId }: SurveyCommand,
): string | undefined {
  if (type === 'amend') return undefined
  const { answer } = mine ?? {}
  if (ballotId !== undefined) return answer && 'returned'
  return answer?.answers && sorted(answer.answers)
}

/** What an anonymous person returns and amends is seen by nobody: one place for both. */
export const placeOf = ({ type }: SurveyCommand): string => type

type Done = { type: string; by: string; payload: unknown }

/** Verbatims are the trainer's: in a questionnaire with names one reads one's own, and nobody else's ever. */
export const canaries = {
  plant: (survey: SurveyDefinition): SurveyDefinition => survey,

  plantIn(made: SurveyCommand, word: string): SurveyCommand | undefined {
    const said = Object.entries(made.answers).find(([, answer]) => 'text' in answer)
    return said && { ...made, answers: { ...made.answers, [said[0]]: { text: word } } }
  },

  mayRead(survey: SurveyDefinition, log: readonly Done[], word: string, reader: string | undefined): boolean {
    if (survey.anonymous || reader === undefined) return false
    return log.some(({ by, payload }) => by === reader && JSON.stringify(payload).includes(word))
  },

  states: ['open', 'closed', 'revealed'].flatMap((phase) => [`${phase}, named`, `${phase}, anonymous`]),

  statesNow({ anonymous }: SurveyDefinition, log: readonly Done[]): string[] {
    const phases = ['open', 'closed', 'revealed'] as const
    const now = log.findLast(({ type }) => /^activity\.(opened|closed|revealed)$/.test(type))?.type
    const phase = phases.find((one) => now?.startsWith(`activity.${one}`))
    return phase ? [`${phase}, ${anonymous ? 'anonymous' : 'named'}`] : []
  },
}

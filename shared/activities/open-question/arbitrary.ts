/** Random open questions and what people do in them, for the property suites. */
import fc from 'fast-check'
import {
  type OpenQuestionCommand,
  type OpenQuestionDefinition,
  type OpenQuestionMine,
  SLOTS,
} from './definition.ts'

/** A stored fact of the activity. */
type Done = { type: string; by: string; payload: unknown }

export const definition: fc.Arbitrary<OpenQuestionDefinition> = fc
  .record({
    title: fc.constantFrom('Question A', 'Question B'),
    display: fc.constantFrom('list', 'cloud'),
    variant: fc.option(fc.constant('case' as const), { nil: undefined, freq: 3 }),
    moderated: fc.boolean(),
    named: fc.boolean(),
    results: fc.constantFrom('live', 'hidden'),
    perPerson: fc.integer({ min: 1, max: 3 }),
    votes: fc.constantFrom(true, true, false),
  })
  .map(({ variant, ...rest }) => ({
    ...rest,
    kind: 'open-question',
    text: 'Un mot sur la journée ?',
    maxLength: 40,
    ...(variant && { variant }),
  }))

/** Open questions in which what others write is secret until the reveal: nothing is put on the stage before. */
export const secret: fc.Arbitrary<OpenQuestionDefinition> = definition.map(
  ({ variant: _picked, ...question }) => ({ ...question, results: 'hidden' }),
)

const SAID = ['délai', 'Délais', 'le SIRET', 'service', 'Services', 'engagement'] as const
const text = fc.constantFrom(...SAID)
/** Ids of the first entries: of groups too. */
const entry = fc.constantFrom('e1', 'e1', 'e1', 'e2', 'e3')

export function command({ perPerson, variant }: OpenQuestionDefinition): fc.Arbitrary<OpenQuestionCommand> {
  const questionId = fc.constantFrom(...SLOTS.slice(0, perPerson))
  const written = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') })
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ type: fc.constant('answer' as const), questionId, text: written }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('catch-up' as const), questionId, text }) },
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('vote' as const), groupId: entry, on: fc.boolean() }),
    },
    {
      weight: variant ? 8 : 1,
      arbitrary: fc.record({
        type: fc.constant('contribute' as const),
        on: entry,
        questionId,
        text: written,
      }),
    },
  )
}

/**
 * While answers are hidden the trainer only lets them through here: what can be grouped depends on what was written,
 * and a trainer who has read it acts by it.
 */
export function trainerCommand({ results }: OpenQuestionDefinition): fc.Arbitrary<OpenQuestionCommand> {
  const show = fc.record({
    type: fc.constant('show' as const),
    entryIds: fc.uniqueArray(entry, { minLength: 1, maxLength: 2 }),
    shown: fc.constantFrom(true, true, false),
  })
  if (results === 'hidden') return show
  const pick = fc
    .option(entry, { nil: undefined, freq: 6 })
    .map((groupId) => ({ type: 'pick' as const, ...(groupId && { groupId }) }))
  return fc.oneof(
    show,
    pick,
    fc.record({ type: fc.constant('merge' as const), from: entry, into: entry }),
    fc.record({ type: fc.constant('split' as const), entryId: entry }),
  )
}

export function placeOf(command: OpenQuestionCommand): string {
  switch (command.type) {
    case 'answer':
    case 'catch-up':
      return command.questionId
    case 'contribute':
      return `${command.on}/${command.questionId}`
    case 'vote':
      return `vote ${command.groupId}`
    default:
      return command.type
  }
}

export function choiceIn(
  mine: Partial<OpenQuestionMine> | undefined,
  made: OpenQuestionCommand,
): string | undefined {
  switch (made.type) {
    case 'answer':
    case 'catch-up':
      return mine?.entries?.[made.questionId]?.text ?? ''
    case 'contribute':
      return mine?.contributions?.[made.on]?.[made.questionId]?.text ?? ''
    case 'vote':
      return mine?.votes?.[made.groupId] ? 'supported' : 'not supported'
    default:
      return undefined
  }
}

/** Other words in the same place, of another length; what the trainer does stays as it is. */
export function otherwise(
  _definition: OpenQuestionDefinition,
  made: OpenQuestionCommand,
): fc.Arbitrary<OpenQuestionCommand> {
  const writes = made.type === 'answer' || made.type === 'catch-up' || made.type === 'contribute'
  if (!writes || made.text === '') return fc.constant(made)
  return text.map((other) => ({ ...made, text: `${other} !` }))
}

const STATES = ['ready', 'open', 'closed', 'revealed'] as const

function phaseIn(log: readonly Done[]): (typeof STATES)[number] {
  let phase: (typeof STATES)[number] = 'ready'
  for (const { type } of log) {
    if (type === 'activity.opened') phase = 'open'
    if (type === 'activity.closed') phase = 'closed'
    if (type === 'activity.revealed') phase = 'revealed'
  }
  return phase
}

export const canaries = {
  plant: (question: OpenQuestionDefinition, word: (field: string) => string): OpenQuestionDefinition => ({
    ...question,
    text: word('text'),
  }),

  plantIn: (made: OpenQuestionCommand, word: string): OpenQuestionCommand | undefined =>
    'text' in made && made.text !== '' ? { ...made, text: word } : undefined,

  /** One's own words at any time; those of others once the trainer may have shown them, or all is shown. */
  mayRead(
    { results, text: asked }: OpenQuestionDefinition,
    log: readonly Done[],
    word: string,
    reader: string | undefined,
  ): boolean {
    if (word === asked) return log.length > 0
    const said = log.map((fact) => ({
      by: fact.by,
      did: fact.payload as { type?: string; text?: string; on?: string },
    }))
    const written = said.find(({ did }) => did.text === word)
    if (!written) return false
    if (written.by === reader) return true
    const late = 'late' in written.did
    const picked = said.some(({ did }) => did.type === 'picked')
    return !late && (picked || results === 'live' || phaseIn(log) === 'revealed')
  },

  states: STATES.map((phase) => `open question, ${phase}`),
  statesNow: (_question: OpenQuestionDefinition, log: readonly Done[]) => [`open question, ${phaseIn(log)}`],
}

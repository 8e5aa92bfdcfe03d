/** Random tours de table and what people do in them, for the property suites. */
import fc from 'fast-check'
import type { RoundtableCommand, RoundtableDefinition, RoundtableMine } from './definition.ts'
import { MOODS } from './limits.ts'

/** A stored fact of the activity. */
type Done = { type: string; by: string; payload: unknown }
type Did = { type?: string; personId?: string; text?: string; word?: string }

export const definition: fc.Arbitrary<RoundtableDefinition> = fc
  .record({
    title: fc.constantFrom('Tour A', 'Tour B'),
    variant: fc.constantFrom('opening' as const, 'midday' as const, 'closing' as const),
    order: fc.constantFrom('listed' as const, 'drawn' as const, 'quiet' as const, 'chosen' as const),
    seconds: fc.option(fc.constantFrom(15, 45, 60), { nil: undefined, freq: 4 }),
    mood: fc.option(fc.constantFrom('mood' as const, 'word' as const), { nil: undefined, freq: 3 }),
  })
  .map(({ seconds, mood, ...rest }) => ({
    ...rest,
    kind: 'roundtable' as const,
    prompts: ['Mon prénom', 'Ce que je veux savoir faire ce soir'],
    ...(seconds !== undefined && { seconds }),
    ...(mood && { mood }),
  }))

/** Moods and words are counted live: without them, all that others write is hidden. */
export const secret: fc.Arbitrary<RoundtableDefinition> = definition.map(({ mood: _live, ...rest }) => rest)

/** The group sees who speaks and who is next. */
export const teams = () => true

const said = fc.constantFrom('Une phrase', 'Deux mots', 'Trois', '')
const line = said.map((text): RoundtableCommand => ({ type: 'line', text }))
const mood = fc.constantFrom(...MOODS).map((one): RoundtableCommand => ({ type: 'mood', mood: one }))
const word = fc.constantFrom('calme', 'Élan').map((one): RoundtableCommand => ({ type: 'mood', word: one }))

export function command({ mood: asked }: RoundtableDefinition): fc.Arbitrary<RoundtableCommand> {
  const feel = asked === 'word' ? word : mood
  return fc.oneof(
    { weight: 5, arbitrary: line },
    { weight: asked ? 4 : 1, arbitrary: feel },
    { weight: 2, arbitrary: fc.constant<RoundtableCommand>({ type: 'pass' }) },
  )
}

export function trainerCommand(
  _definition: RoundtableDefinition,
  people: readonly string[],
): fc.Arbitrary<RoundtableCommand> {
  const personId = fc.constantFrom(...people)
  return fc.oneof(
    fc.record({ type: fc.constant('call' as const), personId }),
    fc.record({ type: fc.constant('call' as const), personId }),
    fc.record({ type: fc.constant('skip' as const), personId }),
    fc.record({ type: fc.constant('absent' as const), personId, absent: fc.boolean() }),
    fc.record({ type: fc.constant('line' as const), personId, text: said }),
    fc
      .record({
        order: fc.shuffledSubarray([...people], { minLength: 1 }),
        how: fc.constantFrom('drawn' as const, 'chosen' as const),
      })
      .map((one): RoundtableCommand => ({ type: 'arrange', ...one })),
    fc.constantFrom<RoundtableCommand>(
      { type: 'more', seconds: 30 },
      { type: 'pause' },
      { type: 'resume' },
      { type: 'resume' },
    ),
  )
}

export const placeOf = ({ type }: RoundtableCommand): string => type

export function choiceIn(
  mine: Partial<RoundtableMine> | undefined,
  made: RoundtableCommand,
): string | undefined {
  if (made.type === 'line') return mine?.line?.text ?? ''
  if (made.type === 'mood') return mine?.answer?.mood ?? mine?.answer?.word
  return undefined
}

/** Other words in somebody else's line; who speaks and in what order is public. */
export function otherwise(
  _definition: RoundtableDefinition,
  made: RoundtableCommand,
  reader: string,
): fc.Arbitrary<RoundtableCommand> {
  if (made.type !== 'line' || made.text === '' || made.personId === reader) return fc.constant(made)
  return fc.constant({ ...made, text: `${made.text}, autrement` })
}

const STATES = ['ready', 'open', 'somebody speaks', 'closed'] as const

function stateIn(log: readonly Done[]): (typeof STATES)[number] {
  let now: (typeof STATES)[number] = 'ready'
  for (const { type, payload } of log) {
    const did = payload as Did & { free?: true }
    if (type === 'activity.opened') now = 'open'
    if (type === 'activity.closed') now = 'closed'
    if (type !== 'activity.did') continue
    if (did.type === 'called') now = 'somebody speaks'
    if (did.free) now = 'open'
    if (did.type === 'finished') now = 'closed'
  }
  return now
}

export const canaries = {
  plant: (asked: RoundtableDefinition): RoundtableDefinition => asked,

  plantIn(made: RoundtableCommand, planted: string): RoundtableCommand | undefined {
    if (made.type === 'line' && made.text !== '') return { ...made, text: planted }
    return made.type === 'mood' && made.word ? { ...made, word: planted } : undefined
  },

  /** A line: whose it is. The word of the day: everyone. */
  mayRead(
    _definition: RoundtableDefinition,
    log: readonly Done[],
    planted: string,
    reader: string | undefined,
  ): boolean {
    return log.some(({ payload }) => {
      const did = payload as Did
      return did.word === planted || (did.text === planted && did.personId === reader)
    })
  },

  states: STATES.map((state) => `tour de table, ${state}`),
  statesNow: (_asked: RoundtableDefinition, log: readonly Done[]) => [`tour de table, ${stateIn(log)}`],
}

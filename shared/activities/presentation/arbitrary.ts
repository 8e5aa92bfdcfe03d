/** Random presentations and what people do in them, for the property suites. */
import fc from 'fast-check'
import type { PresentationCommand, PresentationDefinition, PresentationMine } from './definition.ts'

/** A stored fact of the activity. */
type Done = { type: string; by: string; payload: unknown }
type Did = { type?: string; personId?: string; text?: string }

const LEVELS = ['À reprendre', 'En cours', 'Acquis']

export const definition: fc.Arbitrary<PresentationDefinition> = fc
  .record({
    title: fc.constantFrom('Oral A', 'Oral B'),
    seconds: fc.option(fc.constantFrom(60, 180), { nil: undefined, freq: 4 }),
    moment: fc.constantFrom('during' as const, 'final' as const),
    n: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ seconds, n, ...rest }) => ({
    ...rest,
    kind: 'presentation' as const,
    instructions: 'Présentez une facture.',
    levels: LEVELS,
    criteria: ['c1', 'c2'].slice(0, n).map((id) => ({ id, text: `critère ${id}`, objective: 'o1' })),
    ...(seconds !== undefined && { seconds }),
  }))

/** Grades and feedback are always secret from the others. */
export const secret = definition

/** The group sees who presents and who is next. */
export const teams = () => true

const subject = fc.constantFrom('Le dépôt', 'Les rejets', 'Un litige', '')

export const command = (_definition: PresentationDefinition): fc.Arbitrary<PresentationCommand> =>
  subject.map((text) => ({ type: 'subject', text }))

export function trainerCommand(
  { criteria }: PresentationDefinition,
  people: readonly string[],
): fc.Arbitrary<PresentationCommand> {
  const personId = fc.constantFrom(...people)
  const criterionId = fc.constantFrom(...criteria.map(({ id }) => id))
  return fc.oneof(
    fc.record({ type: fc.constant('call' as const), personId }),
    fc.constantFrom<PresentationCommand>(
      { type: 'stop' },
      { type: 'pause' },
      { type: 'resume' },
      { type: 'more', seconds: 30 },
    ),
    fc.record({ type: fc.constant('skip' as const), personId, skipped: fc.boolean() }),
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('grade' as const),
        personId,
        criterionId,
        level: fc.integer({ min: 1, max: LEVELS.length }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('feedback' as const),
        personId,
        text: fc.constantFrom('Clair', 'Plus lentement', ''),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('release' as const), personId }) },
  )
}

export const placeOf = ({ type }: PresentationCommand): string => type

export function choiceIn(
  mine: Partial<PresentationMine> | undefined,
  made: PresentationCommand,
): string | undefined {
  return made.type === 'subject' ? (mine?.subject?.text ?? '') : undefined
}

/** Other grades and other words for somebody else; a subject is shown to all when it is presented. */
export function otherwise(
  _definition: PresentationDefinition,
  made: PresentationCommand,
  reader: string,
): fc.Arbitrary<PresentationCommand> {
  if (made.type === 'grade' && made.personId !== reader && made.level !== undefined)
    return fc.constant({ ...made, level: (made.level % LEVELS.length) + 1 })
  if (made.type === 'feedback' && made.personId !== reader && made.text !== '')
    return fc.constant({ ...made, text: `${made.text}, autrement` })
  return fc.constant(made)
}

const STATES = ['ready', 'open', 'under way', 'closed'] as const

function stateIn(log: readonly Done[]): (typeof STATES)[number] {
  let now: (typeof STATES)[number] = 'ready'
  for (const { type, payload } of log) {
    const did = payload as Did & { free?: true }
    if (type === 'activity.opened') now = 'open'
    if (type === 'activity.closed') now = 'closed'
    if (type !== 'activity.did') continue
    if (did.type === 'called') now = 'under way'
    if ((did.type === 'stopped' && now === 'under way') || did.free) now = 'open'
  }
  return now
}

export const canaries = {
  plant: (asked: PresentationDefinition): PresentationDefinition => asked,

  plantIn(made: PresentationCommand, planted: string): PresentationCommand | undefined {
    const says = made.type === 'subject' || made.type === 'feedback'
    return says && made.text !== '' ? { ...made, text: planted } : undefined
  },

  /** A subject: its author, then all once it is presented. Feedback: whose it is, once released. */
  mayRead(
    _definition: PresentationDefinition,
    log: readonly Done[],
    planted: string,
    reader: string | undefined,
  ): boolean {
    const did = log.map(({ by, payload }) => ({ by, ...(payload as Did) }))
    const happened = (type: string, personId: string) =>
      did.some((one) => one.type === type && one.personId === personId)
    return did.some((one) => {
      if (one.text !== planted) return false
      if (one.type === 'announced') return one.by === reader || happened('called', one.by)
      return one.personId === reader && happened('released', one.personId!)
    })
  },

  states: STATES.map((state) => `presentation, ${state}`),
  statesNow: (_asked: PresentationDefinition, log: readonly Done[]) => [`presentation, ${stateIn(log)}`],
}

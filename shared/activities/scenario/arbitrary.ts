/** Random mises en situation and what people do in them, for the property suites. */
import fc from 'fast-check'
import { secretForm as form } from '#tests/support/secret-form.ts'
import type { ScenarioDefinition } from './definition.ts'
import type { ScenarioCommand, ScenarioEvent, ScenarioMine } from './work.ts'

/** A stored fact of the activity. */
type Done = { type: string; by: string; payload: unknown }

export const definition: fc.Arbitrary<ScenarioDefinition> = fc
  .tuple(fc.boolean(), fc.boolean())
  .map(([alone, needed]) => form(alone, false, needed))

export const secret: fc.Arbitrary<ScenarioDefinition> = fc.boolean().map((needed) => form(true, true, needed))

/** A definition in which people work together, and are told with whom. */
export const teams = ({ roles }: ScenarioDefinition): boolean => roles.length > 0

const VALUES: Record<string, readonly string[]> = {
  cadre: ['A1', 'A9', 'A12', ''],
  ht: ['10', '10,00', '12', ''],
  note: ['rien', 'quelque chose', ''],
  decision: ['valider', 'refuser', ''],
}
/** One field more often than the others: what is written there crosses what stood there, and is settled. */
const fieldId = fc.oneof(
  { weight: 3, arbitrary: fc.constant('ht') },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(VALUES)) },
)

const written = fieldId.chain((id) =>
  fc.record({ value: fc.constantFrom(...VALUES[id]!), base: fc.nat(1) }).map(
    (typed): ScenarioCommand => ({
      type: 'write',
      fields: { [id]: typed },
    }),
  ),
)

export function command({ actions }: ScenarioDefinition): fc.Arbitrary<ScenarioCommand> {
  return fc.oneof(
    { weight: 10, arbitrary: written },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(...actions.map(({ id }) => id))
        .map((action) => ({ type: 'act' as const, action })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ on: fc.boolean(), field: fc.option(fieldId, { nil: undefined }) })
        .map(({ on, field }) => ({ type: 'stuck' as const, on, ...(field && { field }), text: 'aidez-moi' })),
    },
    { weight: 2, arbitrary: fieldId.map((field) => ({ type: 'hint' as const, field })) },
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('settle' as const),
        field: fieldId,
        keep: fc.constantFrom('current', 'other'),
      }),
    },
  )
}

const copyId = fc.constantFrom('c1', 'c2', 'c3')

export function trainerCommand(
  { fictitious, roles }: ScenarioDefinition,
  people: readonly string[],
): fc.Arbitrary<ScenarioCommand> {
  const text = fc.constantFrom('Relisez le bon de commande.', 'Bien.', '')
  const gestures: fc.Arbitrary<ScenarioCommand>[] = [
    fc.record({ type: fc.constant('comment' as const), copyId, field: fieldId, text }),
    fc.record({ type: fc.constant('send-back' as const), copyId, note: text }),
    fc.record({ type: fc.constant('accept' as const), copyId, note: text }),
    fc
      .record({
        copyId,
        check: fc.constantFrom('cadre', 'ht', 'secret'),
        pass: fc.option(fc.boolean(), { nil: undefined }),
      })
      .map(({ pass, ...rest }) => ({
        type: 'override' as const,
        ...rest,
        reason: 'lu autrement',
        ...(pass !== undefined && { pass }),
      })),
    fc.record({ type: fc.constant('announce' as const), text }),
  ]
  if (fictitious) {
    const one = fc.option(copyId, { nil: undefined, freq: 4 })
    gestures.push(
      one.map((id) => ({ type: 'show' as const, ...(id && { copyId: id }) })),
      one.map((id) => ({ type: 'release' as const, ...(id && { copyId: id }) })),
    )
  }
  if (roles.length > 0)
    gestures.push(
      fc.shuffledSubarray([...people], { minLength: people.length }).map((order) => ({
        type: 'cast' as const,
        teams: [Object.fromEntries(order.map((id, i) => [id, [roles[i % roles.length]!.id]]))],
      })),
    )
  return fc.oneof(...gestures)
}

export function placeOf(made: ScenarioCommand): string {
  return made.type === 'write' ? `write ${Object.keys(made.fields).join()}` : made.type
}

export function choiceIn(mine: Partial<ScenarioMine> | undefined, made: ScenarioCommand): string | undefined {
  if (made.type !== 'write' || !mine?.copy) return undefined
  return Object.keys(made.fields)
    .map((id) => JSON.stringify(mine.copy!.values[id]?.value))
    .join()
}

/**
 * Each value always becomes the same other one, as right or as wrong as it was: conflicts, statuses and so the number of
 * facts stay what they were.
 */
const INSTEAD: Record<string, Record<string, string>> = {
  cadre: { A9: 'A12', A12: 'A9' },
  ht: { '10': '10,00', '10,00': '12', '12': '10' },
  note: { rien: 'quelque chose', 'quelque chose': 'rien' },
  decision: { valider: 'refuser', refuser: 'valider' },
}

/** Another value in the same field, empty where this one was; other words of trouble. */
export function otherwise(
  { fictitious }: ScenarioDefinition,
  made: ScenarioCommand,
): fc.Arbitrary<ScenarioCommand> {
  if (made.type === 'stuck') return fc.constant({ ...made, text: 'autrement' })
  if (made.type !== 'write' || fictitious) return fc.constant(made)
  const [[id, { value, base }]] = Object.entries(made.fields) as [[string, { value: string; base: number }]]
  return fc.constant({ ...made, fields: { [id]: { value: INSTEAD[id]![value] ?? value, base } } })
}

/** Other expected answers, messages, hints, replies, mistakes and model answer. */
export function twin(exercise: ScenarioDefinition): fc.Arbitrary<ScenarioDefinition> {
  const other = (text: string) => `${text} bis`
  return fc.constant({
    ...exercise,
    roles: exercise.roles.map((role) => ({ ...role, brief: other(role.brief) })),
    documents: exercise.documents.map((one) => (one.roles.length > 0 ? { ...one, html: 'autre' } : one)),
    fields: exercise.fields.map((one) => ({ ...one, hints: one.hints.map(other) })),
    checks: exercise.checks.map((one) => ({
      ...one,
      rule: { type: 'equals', value: '12' },
      message: other(one.message),
      expected: 'autrement',
    })),
    moves: exercise.moves.map((move) => ({ ...move, ...(move.reply && { reply: other(move.reply) }) })),
    mistakes: exercise.mistakes.map((one) => ({ ...one, text: other(one.text) })),
    feedback: { done: 'oui', partial: 'presque', again: 'non' },
    model: { ...exercise.model, values: { cadre: '12', ht: '12', note: '12' }, comment: 'autre corrigé' },
  })
}

type Did = ScenarioEvent & { type: string }
const didOf = ({ type, payload }: Done): Did | undefined =>
  type === 'activity.did' ? (payload as Did) : undefined

/** What the log says: whose copies there are, what was released or shown, the phase. */
function follow(log: readonly Done[], reader: string | undefined) {
  let phase = 'ready'
  let own: string | undefined
  let roles: string[] = []
  let shown: string | undefined
  let everShown = false
  const released = new Set<string>()
  for (const fact of log) {
    if (fact.type === 'activity.opened') phase = 'open'
    if (fact.type === 'activity.closed') phase = 'closed'
    if (fact.type === 'activity.revealed') phase = 'revealed'
    const did = didOf(fact)
    if (!did) continue
    if (did.type === 'begun' && fact.by === reader) own = did.copyId
    if (did.type === 'cast' && reader !== undefined) {
      own = Object.keys(did.copies).find((id) => Object.hasOwn(did.copies[id]!, reader))
      roles = own === undefined ? [] : did.copies[own]![reader]!
    }
    if (did.type === 'shown') {
      shown = did.copyId
      everShown ||= did.copyId !== undefined
    }
    if (did.type === 'released') released.add(did.copyId ?? 'all')
  }
  const mine = log.flatMap((fact) => {
    const did = didOf(fact)
    return did && 'copyId' in did && own !== undefined && did.copyId === own ? [did] : []
  })
  const told = phase === 'revealed' || released.has('all') || (own !== undefined && released.has(own))
  return { phase, own, roles, shown, everShown, mine, told, any: log.length > 0 }
}

/** The reader has given something that an expected answer was held against, or was told. */
export function toldApart(
  exercise: ScenarioDefinition,
  _other: ScenarioDefinition,
  log: readonly Done[],
  reader: string | undefined,
): boolean {
  const { mine, told, everShown, roles } = follow(log, reader)
  const ever = log.some((fact) => fact.type === 'activity.revealed' || didOf(fact)?.type === 'released')
  const judged = mine.some(
    (did) => did.type === 'acted' || did.type === 'hinted' || (did.type === 'written' && 'ht' in did.fields),
  )
  return told || ever || everShown || judged || (exercise.roles.length > 0 && roles.length > 0)
}

const PHASES = ['ready', 'open', 'closed', 'revealed'] as const

export const canaries = {
  plant: (exercise: ScenarioDefinition, word: (field: string) => string): ScenarioDefinition => ({
    ...exercise,
    roles: exercise.roles.map((role) => ({ ...role, brief: word(`brief-${role.id}`) })),
    documents: exercise.documents.map((one) =>
      one.roles.length > 0 ? { ...one, html: word(`document-${one.roles[0]}`) } : one,
    ),
    fields: exercise.fields.map((one) => ({
      ...one,
      hints: one.hints.map((_, i) => word(`hint-${one.id}-${i + 1}`)),
    })),
    checks: exercise.checks.map((one) => ({
      ...one,
      rule: { type: 'equals', value: word(`rule-${one.id}`) },
      message: word(`message-${one.id}`),
      expected: word(`expected-${one.id}`),
    })),
    moves: exercise.moves.map((move, i) => ({ ...move, ...(move.reply && { reply: word(`reply-${i}`) }) })),
    mistakes: exercise.mistakes.map((one) => ({
      ...one,
      text: word(`mistake-${one.id}`),
      ...(one.message && { message: word(`said-${one.id}`) }),
    })),
    feedback: { done: word('done'), partial: word('partial'), again: word('again') },
    model: { ...exercise.model, values: { cadre: word('model') }, comment: word('comment') },
  }),

  plantIn(made: ScenarioCommand, word: string): ScenarioCommand | undefined {
    switch (made.type) {
      case 'comment':
        return made.text === '' ? undefined : { ...made, text: word }
      case 'send-back':
        return { ...made, note: word }
      case 'accept':
        return { ...made, note: word }
      case 'override':
        return { ...made, reason: word }
      case 'stuck':
        return { ...made, text: word }
      case 'write': {
        const [[id, { base }]] = Object.entries(made.fields) as [[string, { value: unknown; base: number }]]
        return { ...made, fields: { [id]: { value: word, base } } }
      }
      default:
        return undefined
    }
  },

  mayRead(
    exercise: ScenarioDefinition,
    log: readonly Done[],
    word: string,
    reader: string | undefined,
  ): boolean {
    const { phase, own, roles, mine, told, everShown } = follow(log, reader)
    const holds = (part: string) => word.includes(`-${part}`)
    const sent = mine.some((did) => did.type === 'acted')
    // Planted in a gesture: of one's own copy, or of the copy on the stage.
    const gesture = log.find((fact) => didOf(fact) && JSON.stringify(fact.payload).includes(word))
    if (holds('geste-')) {
      const did = gesture && didOf(gesture)
      if (!did || !('copyId' in did)) return false
      const wasShown = log.some((fact) => {
        const show = didOf(fact)
        return show?.type === 'shown' && show.copyId === did.copyId
      })
      return (did.copyId === own && own !== undefined) || (did.type === 'written' && wasShown)
    }
    if (holds('brief-') || holds('document-')) return roles.some((role) => word.endsWith(`${role}-`))
    if (holds('hint-')) {
      const given = mine.filter((did) => did.type === 'hinted' && word.includes(`hint-${did.field}-`))
      return exercise.fields.some(({ hints }) => hints.slice(0, given.length).includes(word))
    }
    if (holds('rule-') || holds('mistake-') || holds('said-')) return false
    if (holds('message-secret') || holds('expected-secret')) return told && holds('expected-secret')
    if (holds('message-')) return everShown || sent || (mine.length > 0 && holds('message-ht'))
    if (holds('expected-') || holds('model') || holds('comment')) return told
    if (holds('reply-') || holds('done') || holds('partial') || holds('again')) return sent
    return phase !== 'ready'
  },

  states: PHASES.flatMap((phase) => [`alone, ${phase}`, `in teams, ${phase}`]).concat(
    'sent',
    'shown',
    'released',
  ),

  statesNow(exercise: ScenarioDefinition, log: readonly Done[], reader: string): string[] {
    const { phase, mine, shown, told } = follow(log, reader)
    return [
      `${teams(exercise) ? 'in teams' : 'alone'}, ${phase}`,
      ...(mine.some((did) => did.type === 'acted') ? ['sent'] : []),
      ...(shown !== undefined ? ['shown'] : []),
      ...(told && phase !== 'revealed' ? ['released'] : []),
    ]
  },
}

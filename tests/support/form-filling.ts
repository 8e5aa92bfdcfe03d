/** How people fill in a form: mostly right when they know the documents, with the slips that people make. */
import type { FieldValue, ScenarioDefinition } from '#shared/activities/scenario/definition.ts'
import type { ScenarioEveryone, ScenarioMine } from '#shared/activities/scenario/work.ts'
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import type { Gesture, Random } from './gesture.ts'

type Field = ScenarioDefinition['fields'][number]

/** What a careful reader would answer, by title of the exercise: rehearsals take it from the course. */
export type Knowledge = ReadonlyMap<string, ScenarioDefinition['model']['values']>

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!

/** Something that a person who has not read the documents could write. */
function invented(field: Field, random: Random): FieldValue {
  switch (field.type) {
    case 'choice':
      return pick(field.options, random).value
    case 'choices':
      return [pick(field.options, random).value]
    case 'attachments':
      return [pick(field.files, random).name]
    case 'date':
      return `${10 + Math.floor(random() * 18)}/11/2026`
    case 'money':
    case 'number':
      return `${100 + Math.floor(random() * 2000)},00`
    case 'percent':
      return pick(['20', '5,5', '10'], random)
    case 'lines':
      return [{ label: 'Cahiers', quantity: '60', price: '6,80', rate: String(field.rates[0]) }]
    case 'identifier':
      return `FA-${Math.floor(random() * 9000)}`.slice(0, field.max)
    case 'siret':
      return '21000421400016'
    case 'vat':
      return 'FR31000123455'
    case 'iban':
      return 'FR7699999000420001234560113'
    default:
      return 'Bonjour, voici notre réponse.'.slice(0, field.max)
  }
}

/** The same with a slip of the hand or of the mind. */
function slipped(field: Field, value: FieldValue, random: Random): FieldValue {
  if (field.type === 'choice')
    return pick(
      field.options.map((option) => option.value).filter((one) => one !== value),
      random,
    )
  if (Array.isArray(value)) return value.slice(1) as FieldValue
  const at = Math.floor(random() * Math.max(1, value.length - 1))
  return value.slice(0, at) + (value[at + 1] ?? '') + (value[at] ?? '') + value.slice(at + 2)
}

const WORDS_OF_STUCK = [
  'Je ne trouve pas le numéro.',
  'Je ne comprends pas ce qu’il faut mettre ici.',
  'Je ne sais pas si c’est HT ou TTC.',
]

/** How often, out of one: a field is left for later, filled in wrong, too much for its reader. */
const SKIPS = 0.03
const SLIPS = 0.14
/** Most fields that somebody forgets before sending. */
const FORGOTTEN = 2
const STICKS = 0.015

const done = (key: string, likely: number, payload: Gesture['payload']): Omit<Gesture, 'activityId'> => ({
  key,
  does: 'filled',
  likely,
  changes: false,
  payload,
})

/** What this person could do on their copy now, in the order of the form. */
export function ofScenario(
  { sheet, title = '' }: ScenarioEveryone & { title?: string },
  { copy }: ScenarioMine,
  phase: Phase,
  knows?: Knowledge,
): Omit<Gesture, 'activityId'>[] {
  if (!sheet || !copy || phase !== 'open') return []
  const model = knows?.get(title) ?? {}
  const round = Object.keys(copy.attempts).length
  const wrong = new Set(Object.values(copy.results).flatMap(({ ok, field }) => (ok || !field ? [] : [field])))
  const fields = sheet.fields.filter(({ id }) => copy.editable.includes(id))
  const toFill = fields.filter(
    ({ id }) => (own(copy.values, id)?.v ?? 0) === 0 || (round > 0 && wrong.has(id)),
  )

  if (copy.stuck) {
    // Helped by a hint or by the trainer's words, one goes on; otherwise one waits.
    const at = sheet.fields.find(({ id }) => id === copy.stuck?.field)
    const given = copy.hints[at?.id ?? '']?.length ?? 0
    const helped = given > 0 || (at && own(copy.comments, at.id))
    return helped
      ? [done(`go on ${round}`, 1, () => ({ type: 'stuck', on: false }))]
      : at && at.hints > 0
        ? [done(`hint when stuck ${at.id}`, 0.5, () => ({ type: 'hint', field: at.id }))]
        : []
  }

  const fill = toFill.flatMap((field) => {
    const right = own(model, field.id)
    const name = `${field.id} ${round}`
    const write = (random: Random) => {
      const typed = field as unknown as Field
      const meant = right ?? invented(typed, random)
      const value = random() < SLIPS ? slipped(typed, meant, random) : meant
      const base = own(copy.values, field.id)?.v ?? 0
      return { type: 'write', fields: { [field.id]: { value, base } } }
    }
    const stuck = (random: Random) =>
      ({ type: 'stuck', on: true, field: field.id, text: pick(WORDS_OF_STUCK, random) }) as const
    return [
      done(`stuck ${name}`, STICKS, stuck),
      ...(field.hints > (copy.hints[field.id]?.length ?? 0)
        ? [done(`hint ${name}`, 0.06, () => ({ type: 'hint', field: field.id }))]
        : []),
      done(`write ${name}`, field.type === 'long-text' && !field.required ? 0.5 : 1 - SKIPS, write),
    ]
  })
  const missing = fields.some(({ id, required }) => required && !own(copy.values, id)?.value?.length)
  const actions = sheet.actions.filter(({ id }) => copy.actions.includes(id))
  const sends = actions.find((action) => action.sends || action.passTo !== undefined)
  const saves = actions.find((action) => !action.sends && action.passTo === undefined)
  return [
    ...fill,
    ...(saves && !copy.savedOnly && !missing
      ? [done(`save ${round}`, 0.15, () => ({ type: 'act', action: saves.id }))]
      : []),
    ...(sends &&
    !missing &&
    toFill.length <= FORGOTTEN &&
    (round === 0 || toFill.length === 0 || copy.state !== 'returned')
      ? [
          {
            ...done(`send ${round}`, 0.92, () => ({ type: 'act', action: sends.id })),
            does: 'submitted' as const,
          },
        ]
      : []),
  ]
}

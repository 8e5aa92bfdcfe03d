/** What people and trainers may do in a mise en situation. */
import type { KindContext } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { type Rejection, reject } from '#shared/types.ts'
import type { Field, FieldValue, ScenarioDefinition } from './definition.ts'
import { read } from './fields/index.ts'
import { actionsOf, type Copy, copyOf, editable, newCopy, type State } from './state.ts'
import type { ScenarioCommand, ScenarioEvent } from './work.ts'

type Context = KindContext<ScenarioDefinition>
type Outcome = ScenarioEvent[] | Rejection
type Of<T extends ScenarioCommand['type']> = Extract<ScenarioCommand, { type: T }>

const noField = (id: string) => reject('not-found', `Le formulaire n’a pas de champ « ${id} ».`)
const noCopy = (id: string) => reject('not-found', `Il n’y a pas de copie « ${id} ».`)

/** The person's copy, begun by this gesture when it is their first. */
function mine(state: State, { by, definition, phase }: Context) {
  if (phase === 'ready') return reject('closed', 'L’exercice n’est pas encore ouvert.')
  const copy = copyOf(state, by)
  if (copy) return { copyId: state.copyOf[by]!, copy, begun: [] }
  if (definition.roles.length > 0) return reject('closed', 'Les rôles ne vous ont pas encore été donnés.')
  const copyId = `c${Object.keys(state.copies).length + 1}`
  const begun: ScenarioEvent[] = [{ type: 'begun', copyId }]
  return { copyId, copy: newCopy(state, { [by]: [] }), begun }
}

/** Texts, lists and rows each where they belong. */
function shapeProblem(field: Field, value: FieldValue): string | undefined {
  const rows = Array.isArray(value) && value.some((one) => typeof one === 'object')
  const empty = Array.isArray(value) && value.length === 0
  switch (field.type) {
    case 'lines':
      return rows || empty ? undefined : 'des lignes sont attendues'
    case 'choices':
    case 'attachments':
      return Array.isArray(value) && !rows ? undefined : 'une liste est attendue'
    default:
      return typeof value === 'string' ? undefined : 'un texte est attendu'
  }
}

function write(state: State, context: Context, { fields }: Of<'write'>): Outcome {
  const found = mine(state, context)
  if ('code' in found) return found
  const { copyId, copy, begun } = found
  const may = editable(state, copy, context.by, context.phase)
  for (const [id, { value }] of Object.entries(fields)) {
    const field = context.definition.fields.find((one) => one.id === id)
    if (!field) return noField(id)
    if (!may.includes(id)) return reject('closed', `« ${field.label} » ne peut pas être modifié maintenant.`)
    const wrong = shapeProblem(field, value)
    if (wrong) return reject('invalid', `« ${field.label} » : ${wrong}.`)
  }
  return Object.keys(fields).length === 0 ? [] : [...begun, { type: 'written', copyId, fields }]
}

/** Each is kept whole, with what the client answered: nobody needs more, and endless ones would drown the console. */
const MOST_ATTEMPTS = 20

function act(state: State, context: Context, { action: id }: Of<'act'>): Outcome {
  const found = mine(state, context)
  if ('code' in found) return found
  const { copyId, copy, begun } = found
  if (copy.attempts.length >= MOST_ATTEMPTS || copy.replies.length >= MOST_ATTEMPTS)
    return reject('closed', `Cette copie a déjà été envoyée ${MOST_ATTEMPTS} fois : appelez le formateur.`)
  const { definition, by, phase } = context
  if (!actionsOf(state, copy, by, phase).includes(id))
    return reject('closed', 'Ce geste n’est pas possible maintenant.')
  const action = definition.actions.find((one) => one.id === id)!
  if (action.sends || action.passTo !== undefined) {
    const may = editable(state, copy, by, phase)
    const empty = definition.fields.filter(
      (field) => field.required && may.includes(field.id) && read(field, copy.values[field.id]?.value).empty,
    )
    if (empty.length > 0)
      return reject('invalid', `Il manque : ${empty.map(({ label }) => `« ${label} »`).join(', ')}.`)
  }
  const late = context.late ? { late: true as const } : {}
  return [...begun, { type: 'acted', copyId, action: id, ...late }]
}

function stuck(state: State, context: Context, { on, field, text }: Of<'stuck'>): Outcome {
  const found = mine(state, context)
  if ('code' in found) return found
  const { copyId, copy, begun } = found
  if (field !== undefined && !context.definition.fields.some(({ id }) => id === field)) return noField(field)
  if (!on && !copy.stuck) return []
  return [
    ...begun,
    { type: 'stuck', copyId, on, ...(field !== undefined && { field }), ...(text && { text }) },
  ]
}

function hint(state: State, context: Context, { field: id }: Of<'hint'>): Outcome {
  const found = mine(state, context)
  if ('code' in found) return found
  const field = context.definition.fields.find((one) => one.id === id)
  if (!field) return noField(id)
  if ((found.copy.hints[id] ?? 0) >= field.hints.length)
    return reject('not-found', 'Il n’y a plus d’indice pour ce champ.')
  return [...found.begun, { type: 'hinted', copyId: found.copyId, field: id }]
}

function settle(state: State, { by, phase }: Context, { field, keep }: Of<'settle'>): Outcome {
  const copyId = own(state.copyOf, by)
  const copy = copyId === undefined ? undefined : state.copies[copyId]
  if (copyId === undefined || !copy || !own(copy.values, field)?.other)
    return reject('not-found', 'Il n’y a pas d’autre version de ce champ.')
  if (!editable(state, copy, by, phase).includes(field))
    return reject('closed', 'Ce champ ne peut pas être modifié maintenant.')
  return [{ type: 'settled', copyId, field, keep }]
}

/** The trainer's gestures on one copy. */
function correct(
  state: State,
  copy: Copy,
  command: Of<'comment' | 'send-back' | 'accept' | 'override'>,
): Outcome {
  const { definition } = state
  switch (command.type) {
    case 'comment': {
      const { copyId, field, text } = command
      if (!definition.fields.some(({ id }) => id === field)) return noField(field)
      return (copy.comments[field]?.text ?? '') === text ? [] : [{ type: 'commented', copyId, field, text }]
    }
    case 'send-back':
      return [{ type: 'sent-back', copyId: command.copyId, note: command.note }]
    case 'accept':
      return copy.accepted
        ? []
        : [{ type: 'accepted', copyId: command.copyId, ...(command.note && { note: command.note }) }]
    case 'override': {
      const { copyId, check, pass, reason } = command
      if (!definition.checks.some(({ id }) => id === check))
        return reject('not-found', `Il n’y a pas de contrôle « ${check} ».`)
      if (pass !== undefined && reason === '')
        return reject('invalid', 'Donnez la raison pour laquelle vous jugez autrement.')
      return [{ type: 'overridden', copyId, check, reason, ...(pass !== undefined && { pass }) }]
    }
  }
}

/** Teams as the trainer makes them: everybody once, every role held in each team. */
function cast(state: State, { people, phase, definition }: Context, { teams }: Of<'cast'>): Outcome {
  const roles = definition.roles.map(({ id }) => id)
  if (roles.length === 0) return reject('invalid', 'Cette mise en situation n’a pas de rôles.')
  const begun = Object.values(state.copies).some((copy) => copy.startedAt !== undefined)
  if (phase !== 'ready' && begun)
    return reject('closed', 'Le travail a commencé : les équipes ne changent plus.')
  const cast = teams.flatMap((team) => Object.keys(team))
  if (new Set(cast).size !== cast.length) return reject('invalid', 'La même personne est dans deux équipes.')
  const stranger = cast.find((id) => !people.includes(id))
  if (stranger) return reject('not-found', `« ${stranger} » n’est pas inscrit dans cette classe.`)
  for (const [i, team] of teams.entries()) {
    const held = Object.values(team).flat()
    const missing = roles.find((role) => !held.includes(role))
    const foreign = held.find((role) => !roles.includes(role))
    if (foreign) return reject('invalid', `Équipe ${i + 1} : le rôle « ${foreign} » n’existe pas.`)
    if (missing) return reject('invalid', `Équipe ${i + 1} : personne n’a le rôle « ${missing} ».`)
  }
  return [{ type: 'cast', copies: Object.fromEntries(teams.map((team, i) => [`c${i + 1}`, team])) }]
}

export function decideScenario(state: State, command: ScenarioCommand, context: Context): Outcome {
  switch (command.type) {
    case 'write':
      return write(state, context, command)
    case 'act':
      return act(state, context, command)
    case 'stuck':
      return stuck(state, context, command)
    case 'hint':
      return hint(state, context, command)
    case 'settle':
      return settle(state, context, command)
    case 'cast':
      return cast(state, context, command)
    case 'announce':
      return [{ type: 'announced', text: command.text }]
    case 'release':
    case 'show': {
      const { copyId } = command
      if (copyId !== undefined && !own(state.copies, copyId)) return noCopy(copyId)
      const type = command.type === 'release' ? 'released' : 'shown'
      return [{ type, ...(copyId !== undefined && { copyId }) }]
    }
    default: {
      const copy = own(state.copies, command.copyId)
      return copy ? correct(state, copy, command) : noCopy(command.copyId)
    }
  }
}

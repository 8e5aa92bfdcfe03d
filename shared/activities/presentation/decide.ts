/** What may be done during presentations. */
import type { KindContext } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { type Rejection, reject } from '#shared/types.ts'
import { called, clocked } from '../turn.ts'
import type { PresentationCommand, PresentationDefinition, PresentationEvent } from './definition.ts'
import { type State, standingOf } from './state.ts'

type Context = KindContext<PresentationDefinition>
type Command<T extends PresentationCommand['type']> = Extract<PresentationCommand, { type: T }>
type Outcome = PresentationEvent[] | Rejection

export function decide(state: State, command: PresentationCommand, context: Context): Outcome {
  const { phase, definition, by } = context
  if ('personId' in command) {
    const stranger = unknown(state, command.personId, context)
    if (stranger) return stranger
  }
  switch (command.type) {
    case 'subject':
      return announce(state, command, by, context)
    case 'grade':
      return grade(state, command, context)
    case 'feedback':
      return phase === 'ready' ? tooSoon() : tell(state, command)
    case 'release':
      return phase === 'ready' ? tooSoon() : release(state, command.personId)
  }
  if (phase === 'ready') return tooSoon()
  if (phase !== 'open') return reject('closed', 'Les présentations sont terminées.')
  switch (command.type) {
    case 'call':
      return standingOf(state, command.personId) === 'presenting'
        ? []
        : [called(command.personId, definition)]
    case 'stop':
      return state.turn ? [{ type: 'stopped' }] : []
    case 'skip':
      return skip(state, command)
    default:
      return clocked(state.turn, command, context.now)
  }
}

const tooSoon = () => reject('closed', 'Les présentations n’ont pas commencé.')

function unknown({ order }: State, personId: string, { people }: Context): Rejection | undefined {
  if (order.includes(personId) || people.includes(personId)) return undefined
  return reject('not-found', `« ${personId} » n’est pas dans cette activité.`)
}

/** One's subject, until one has presented. */
function announce(state: State, { text }: Command<'subject'>, by: string, { phase }: Context): Outcome {
  if (phase !== 'ready' && phase !== 'open') return reject('closed', 'Les présentations sont terminées.')
  if (standingOf(state, by) === 'done') return reject('closed', 'Vous avez déjà présenté.')
  return (own(state.subjects, by)?.text ?? '') === text ? [] : [{ type: 'announced', text }]
}

function skip(state: State, { personId, skipped }: Command<'skip'>): Outcome {
  const standing = standingOf(state, personId)
  if ((standing === 'skipped') === skipped) return []
  if (standing === 'done') return reject('closed', 'Cette personne a déjà présenté.')
  return [{ type: 'skipped', personId, skipped, ...(standing === 'presenting' && { free: true as const }) }]
}

function grade(
  state: State,
  { personId, criterionId, level }: Command<'grade'>,
  { phase, definition }: Context,
): Outcome {
  if (phase === 'ready') return tooSoon()
  const { criteria, levels } = definition
  if (!criteria.some(({ id }) => id === criterionId))
    return reject(
      'invalid',
      `criterionId : « ${criterionId} » n’existe pas ; la grille a ${criteria.map(({ id }) => id).join(', ')}.`,
    )
  if (level !== undefined && level > levels.length)
    return reject('invalid', `level : de 1 à ${levels.length}, ${level} reçu.`)
  const grades = own(state.sheets, personId)?.grades ?? {}
  if (own(grades, criterionId) === level) return []
  return [{ type: 'graded', personId, criterionId, ...(level !== undefined && { level }) }]
}

function tell(state: State, { personId, text }: Command<'feedback'>): Outcome {
  return (own(state.sheets, personId)?.feedback ?? '') === text ? [] : [{ type: 'told', personId, text }]
}

function release(state: State, personId: string): Outcome {
  const sheet = own(state.sheets, personId)
  if (sheet?.releasedAt !== undefined) return []
  if (!sheet || (Object.keys(sheet.grades).length === 0 && sheet.feedback === undefined))
    return reject('invalid', 'Rien à remettre : notez un critère ou écrivez un retour.')
  return [{ type: 'released', personId }]
}

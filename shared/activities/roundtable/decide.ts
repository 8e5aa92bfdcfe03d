/** What may be done in a tour de table. */
import type { KindContext } from '#shared/kind.ts'
import { type Rejection, reject } from '#shared/types.ts'
import { called, clocked } from '../turn.ts'
import type { RoundtableCommand, RoundtableDefinition, RoundtableEvent } from './definition.ts'
import { MOODS, WORD_MAX } from './limits.ts'
import { type State, standingOf } from './state.ts'

type Context = KindContext<RoundtableDefinition>
type Command<T extends RoundtableCommand['type']> = Extract<RoundtableCommand, { type: T }>
type Outcome = RoundtableEvent[] | Rejection

export function decide(state: State, command: RoundtableCommand, context: Context): Outcome {
  const { phase, by, definition } = context
  if (command.type === 'arrange') return arrange(state, command, context)
  if (phase === 'ready') return reject('closed', 'Le tour de table n’a pas commencé.')
  if (command.type === 'line') return note(state, command, context)
  if (phase !== 'open') return reject('closed', 'Le tour de table est terminé.')
  switch (command.type) {
    case 'mood':
      return feel(definition, command)
    case 'pass':
      return isIn(state, by, context) ?? skip(state, by)
    case 'call':
      return isIn(state, command.personId, context) ?? call(state, command.personId, definition)
    case 'skip':
      return isIn(state, command.personId, context) ?? skip(state, command.personId)
    case 'absent':
      return isIn(state, command.personId, context) ?? mark(state, command)
    default:
      return clocked(state.turn, command, context.now)
  }
}

/** Why this person cannot be in the tour de table; undefined: they are, or may be. */
function isIn(state: State, personId: string, { people }: Pick<Context, 'people'>): Rejection | undefined {
  if (state.order.includes(personId) || people.includes(personId)) return undefined
  return reject('not-found', `« ${personId} » n’est pas dans ce tour de table.`)
}

/** The order asked for, completed with those it forgets; nobody twice, nobody unknown. */
function arrange(state: State, { order, how }: Command<'arrange'>, context: Context): Outcome {
  if (context.phase !== 'ready' && context.phase !== 'open')
    return reject('closed', 'Le tour de table est terminé.')
  const stranger = order.map((id) => isIn(state, id, context)).find((wrong) => wrong)
  if (stranger) return stranger
  if (new Set(order).size !== order.length) return reject('invalid', 'La même personne figure deux fois.')
  const rest = [...state.order, ...context.people].filter(
    (id, i, all) => !order.includes(id) && all.indexOf(id) === i,
  )
  return [{ type: 'arranged', order: [...order, ...rest], how }]
}

function call(state: State, personId: string, definition: RoundtableDefinition): Outcome {
  return state.turn?.personId === personId ? [] : [called(personId, definition)]
}

/** A turn that is passed comes back once, at the end. */
function skip(state: State, personId: string): Outcome {
  const standing = standingOf(state, personId)
  if (standing !== 'speaking' && standing !== 'waiting') return []
  return [
    {
      type: 'skipped',
      personId,
      ...(standing === 'speaking' && { free: true as const }),
      ...(state.putOff[personId] && { final: true as const }),
    },
  ]
}

function mark(state: State, { personId, absent }: Command<'absent'>): Outcome {
  const standing = standingOf(state, personId)
  if ((standing === 'absent') === absent) return []
  return [{ type: 'marked', personId, absent, ...(standing === 'speaking' && { free: true as const }) }]
}

/** One's own line, or anybody's by a trainer. */
function note(state: State, { personId, text }: Command<'line'>, context: Context): Outcome {
  const { by, role } = context
  const whose = personId ?? by
  if (role === 'participant' && whose !== by)
    return reject('forbidden', 'Chacun ne note que sa propre phrase.')
  const stranger = isIn(state, whose, context)
  if (stranger) return stranger
  return (state.lines[whose]?.text ?? '') === text ? [] : [{ type: 'noted', personId: whose, text }]
}

function feel({ mood: asked }: RoundtableDefinition, { mood, word }: Command<'mood'>): Outcome {
  if (asked === undefined) return reject('invalid', 'Ce tour de table ne demande ni humeur ni mot du jour.')
  if (asked === 'mood' && (mood === undefined || word !== undefined))
    return reject('invalid', `mood : ${MOODS.join(', ')}.`)
  if (asked === 'word' && (!word || mood !== undefined))
    return reject('invalid', `word : un mot de ${WORD_MAX} caractères au plus.`)
  return [{ type: 'felt', ...(mood && { mood }), ...(word && { word }) }]
}

/** What each reader sees of presentations. Nobody's grades are on anybody else's wire. */
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import { turnView } from '../turn.ts'
import type {
  PresentationDefinition,
  PresentationEveryone,
  PresentationMine,
  PresentationSheet,
  PresentationStanding,
  PresentationTrainer,
} from './definition.ts'
import { nextOf, type Sheet, type State, standingOf } from './state.ts'

/** Once it is closed, whoever was presenting has presented. */
function standing(state: State, phase: Phase, personId: string): PresentationStanding {
  const now = standingOf(state, personId)
  return now === 'presenting' && phase !== 'open' ? 'done' : now
}

export function everyone(
  state: State,
  { instructions, seconds, levels, criteria }: PresentationDefinition,
  phase: Phase,
): PresentationEveryone {
  const turn = phase === 'open' ? state.turn : undefined
  const next = phase === 'open' ? nextOf(state) : undefined
  const subject = turn && own(state.subjects, turn.personId)
  return {
    instructions,
    ...(seconds !== undefined && { seconds }),
    levels: Object.fromEntries(levels.map((label, i) => [`l${i + 1}`, label])),
    criteria: Object.fromEntries(criteria.map(({ id, text }, i) => [id, { text, n: i + 1 }])),
    order: state.order,
    people: Object.fromEntries(state.order.map((id) => [id, standing(state, phase, id)])),
    ...(turn && { speaker: turn.personId, turn: turnView(turn) }),
    ...(subject && { subject: subject.text }),
    ...(next !== undefined && { next }),
    answeredCount: state.order.filter((id) => standing(state, phase, id) === 'done').length,
  }
}

const shown = ({ grades, feedback, at }: Sheet): PresentationSheet => ({
  grades,
  ...(feedback !== undefined && { feedback }),
  at,
})

export function mine(
  state: State,
  _definition: PresentationDefinition,
  phase: Phase,
  personId: string,
): PresentationMine {
  const subject = own(state.subjects, personId)
  const sheet = own(state.sheets, personId)
  return {
    ...(state.order.includes(personId) && { state: standing(state, phase, personId) }),
    ...(subject && { subject }),
    ...(sheet?.releasedAt !== undefined && { sheet: shown(sheet) }),
  }
}

export function trainer(state: State, definition: PresentationDefinition, phase: Phase): PresentationTrainer {
  const answered: Record<string, true> = {}
  for (const id of state.order) if (standing(state, phase, id) === 'done') answered[id] = true
  const { sheets, subjects, spent } = state
  return { definition, answered, sheets, subjects, spent }
}

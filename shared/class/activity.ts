/** What is done to an activity and in it: opened, closed, revealed, its clock, the gestures of its kind. */
import { kindOf } from '#shared/activities/index.ts'
import { own } from '#shared/own.ts'
import { type Actor, type Command, isRejection, type Phase, reject } from '#shared/types.ts'
import { explain, type Payload } from './commands.ts'
import type { ClassContext, Decision } from './decision.ts'
import type { Fact } from './events.ts'
import { drives } from './lead.ts'
import { open } from './opening.ts'
import { insideOf } from './plan.ts'
import { noActivity } from './stage.ts'
import { type ActivityState, type ClassState, participants } from './state.ts'

export function onActivity(
  state: ClassState,
  actor: Actor,
  command: Command,
  context: ClassContext,
): Decision {
  const activityId = command.activityId!
  const activity = own(state.activities, activityId)
  if (!activity && !own(context.course.activities, activityId)) return noActivity(activityId)
  if (command.type === 'activity.do') return act(state, activity, actor, command, context)
  if (!activity) {
    if (command.type !== 'activity.open') return wrongPhase('ready')
    return open(state, activityId, command.payload as Payload<'activity.open'>, context)
  }
  switch (command.type) {
    case 'activity.open':
      if (activity.phase === 'open') return []
      return activity.phase === 'ready'
        ? open(state, activityId, command.payload as Payload<'activity.open'>, context)
        : wrongPhase(activity.phase)
    case 'activity.reopen':
      if (activity.phase === 'open') return []
      return activity.phase === 'ready'
        ? wrongPhase('ready')
        : open(state, activityId, command.payload as Payload<'activity.reopen'>, context)
    case 'activity.close':
      return close(activity, actor, command, context)
    case 'activity.reveal':
      if (activity.phase === 'revealed') return []
      return activity.phase === 'closed'
        ? [{ type: 'activity.revealed', activityId, payload: {} }]
        : wrongPhase(activity.phase)
    case 'activity.extend':
      return extend(state, activity, command.payload as Payload<'activity.extend'>)
    case 'activity.pause':
      return pause(activity, context)
    case 'activity.resume':
      return resume(activity, context)
    default:
      return reject('not-found', `La commande « ${command.type} » n’existe pas.`)
  }
}

const PHASE_WORDS: Record<Phase, string> = {
  ready: 'n’est pas encore ouverte',
  open: 'est ouverte',
  closed: 'est close',
  revealed: 'est déjà révélée',
}
const wrongPhase = (phase: Phase) => reject('closed', `L’activité ${PHASE_WORDS[phase]}.`)

/** When the last person's time is up, for the system's closing command. */
export function lastDeadline(activity: ActivityState): number | undefined {
  if (activity.phase !== 'open' || activity.closesAt === undefined) return undefined
  return activity.closesAt + Math.max(0, ...Object.values(activity.extra))
}

function close(activity: ActivityState, actor: Actor, command: Command, { now }: ClassContext): Decision {
  if (activity.phase === 'closed') return []
  if (activity.phase !== 'open') return wrongPhase(activity.phase)
  const due = lastDeadline(activity)
  // The trainer may have given more time since the timer was set.
  if (actor.role === 'system' && (due === undefined || now < due)) return []
  return [{ type: 'activity.closed', activityId: command.activityId!, payload: {} }]
}

function extend(
  state: ClassState,
  activity: ActivityState,
  { seconds, personId }: Payload<'activity.extend'>,
): Decision {
  if (activity.phase !== 'open') return wrongPhase(activity.phase)
  if (activity.closesAt === undefined && activity.pausedLeft === undefined) return noLimit()
  if (personId !== undefined && !own(state.people, personId))
    return reject('not-found', `Personne « ${personId} » n’est pas dans la classe.`)
  const payload = personId === undefined ? { ms: seconds * 1000 } : { ms: seconds * 1000, personId }
  return [{ type: 'activity.extended', activityId: activity.id, payload }]
}

const noLimit = () => reject('invalid', 'Cette activité n’a pas de limite de temps.')

/** Stops the clock: nothing closes by itself, answers still go through. */
function pause(activity: ActivityState, { now }: ClassContext): Decision {
  if (activity.phase !== 'open') return wrongPhase(activity.phase)
  if (activity.pausedLeft !== undefined) return []
  if (activity.closesAt === undefined) return noLimit()
  const left = Math.max(0, activity.closesAt - now)
  return [{ type: 'activity.paused', activityId: activity.id, payload: { left } }]
}

function resume(activity: ActivityState, { now }: ClassContext): Decision {
  if (activity.phase !== 'open') return wrongPhase(activity.phase)
  if (activity.pausedLeft === undefined) return activity.closesAt === undefined ? noLimit() : []
  const closesAt = now + activity.pausedLeft
  return [{ type: 'activity.resumed', activityId: activity.id, payload: { closesAt } }]
}

/** A kind's own command. */
function act(
  state: ClassState,
  activity: ActivityState | undefined,
  actor: Actor,
  command: Command,
  { now }: ClassContext,
): Decision {
  if (actor.role === 'system') return reject('forbidden', 'Réservé aux personnes.')
  if (!activity) return wrongPhase('ready')
  const kind = kindOf(activity.definition.kind)
  const parsed = kind.command.safeParse(command.payload)
  const type = (command.payload as { type: string }).type
  const mayDo = Object.hasOwn(kind.mayDo, type) ? kind.mayDo[type] : undefined
  if (!mayDo) return reject('not-found', `${kind.kind} n’a pas de geste « ${type} ».`)
  // Whoever has the lead drives the activities too; a trainer who has handed it over assists.
  const role = actor.role === 'trainer' || actor.role === 'cotrainer' ? drives(state, actor) : actor.role
  if (!mayDo.includes(role))
    return reject('forbidden', `« ${type} » n’est pas permis à ce rôle (${actor.role}).`)
  if (!parsed.success) return reject('invalid', explain(parsed.error))
  const { phase, definition, closesAt, extra } = activity
  const personal = closesAt === undefined ? undefined : closesAt + (extra[actor.personId] ?? 0)
  const late = phase === 'closed' || (phase === 'open' && personal !== undefined && now > personal)
  const outcome = kind.decide(activity.inner, parsed.data, {
    now,
    by: actor.personId,
    role,
    people: participants(state),
    phase,
    late,
    definition,
  })
  if (isRejection(outcome)) return outcome
  const ballot = outcome.length > 0 ? kind.ballot?.(parsed.data, definition) : undefined
  return outcome.map(
    (did): Fact => ({
      type: 'activity.did',
      activityId: activity.id,
      payload: did,
      ...(ballot && { ballot }),
    }),
  )
}

/** One step further in the series on stage. */
export function walk(state: ClassState, activityId: string): Fact[] {
  const inside = insideOf(state.activities[activityId]!)!
  return [{ type: 'activity.did', activityId, payload: inside.event }]
}

/** Takes in the anonymous returns of a closed activity: once, and they leave the ballot box. */
export function collect(state: ClassState, { activityId, payload }: Command): Decision {
  const activity = own(state.activities, activityId!)
  if (!activity) return noActivity(activityId!)
  const { definition, inner, phase } = activity
  const { ballots } = payload as Payload<'activity.collect'>
  const event = kindOf(definition.kind).collect?.(inner, definition, phase, ballots)
  return event ? [{ type: 'activity.did', activityId: activity.id, payload: event, collects: true }] : []
}

/** A gesture that its kind still accepts once the class has ended. */
export function afterClass(state: ClassState, { type, activityId, payload }: Command): boolean {
  if (state.phase !== 'ended' || type !== 'activity.do' || activityId === undefined) return false
  const activity = own(state.activities, activityId)
  if (!activity) return false
  const gestures: readonly string[] = kindOf(activity.definition.kind).afterClass ?? []
  return gestures.includes((payload as { type: string }).type)
}

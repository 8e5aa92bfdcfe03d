/** An activity opens, from the plan or asked on the spot. */
import { kindOf, kinds } from '#shared/activities/index.ts'
import type { ActivityDefinition } from '#shared/course.ts'
import type { Setting } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import { isRejection, reject } from '#shared/types.ts'
import { explain, type Payload } from './commands.ts'
import type { ClassContext, Decision } from './decision.ts'
import type { Fact } from './events.ts'
import { stagedActivity } from './plan.ts'
import { showActivity } from './stage.ts'
import { type ActivityState, type ClassState, participants } from './state.ts'

export function ask(
  state: ClassState,
  { kind, definition }: Payload<'activity.ask'>,
  context: ClassContext,
): Decision {
  const known = own(kinds, kind)
  if (!known)
    return reject('invalid', `kind : « ${kind} » n’existe pas ; connus : ${Object.keys(kinds).join(', ')}.`)
  const parsed = known.definition.safeParse({ ...definition, kind })
  if (!parsed.success) return reject('invalid', `definition.${explain(parsed.error)}`)
  const activityId = `adhoc-${Object.keys(state.adhoc).length + 1}`
  const asked = parsed.data as ActivityDefinition
  const unsafe = known.notOnTheSpot?.(asked)
  if (unsafe) return unsafe
  const inner = known.start(asked)
  const also = known.opening?.(inner, asked, 'ready', settingOf(state, activityId, context))
  if (isRejection(also)) return also
  return [
    { type: 'activity.added', activityId, payload: { definition: asked, adhoc: true } },
    { type: 'stage.aside', payload: { activityId } },
    ...(also ? [{ type: 'activity.did' as const, activityId, payload: also }] : []),
    opened({ id: activityId, definition: asked, inner }, {}, context),
  ]
}

/** Opening puts the activity on stage when it is not there yet. */
export function open(
  state: ClassState,
  activityId: string,
  { closesInSeconds }: { closesInSeconds?: number },
  context: ClassContext,
): Decision {
  const staged = stagedActivity(state)?.id === activityId
  const bring = staged ? [] : showActivity(state, activityId, context)
  if (isRejection(bring)) return bring
  const { definition, inner, phase } = state.activities[activityId] ?? added(bring)
  const setting = settingOf(state, activityId, context)
  const also = kindOf(definition.kind).opening?.(inner, definition, phase, setting)
  if (isRejection(also)) return also
  const first: Fact[] = also ? [{ type: 'activity.did', activityId, payload: also }] : []
  return [...bring, ...first, opened({ id: activityId, definition, inner }, { closesInSeconds }, context)]
}

function settingOf(state: ClassState, activityId: string, { now }: ClassContext): Setting {
  return { people: participants(state), spoken: state.floor.spoken, lot: `${activityId} ${now}` }
}

/** The activity that one of these facts is about to add, as it starts. */
function added(facts: Fact[]): Pick<ActivityState, 'definition' | 'inner' | 'phase'> {
  const fact = facts.find((one) => one.type === 'activity.added')!
  const { definition } = fact.payload
  return { definition, inner: kindOf(definition.kind).start(definition), phase: 'ready' }
}

/** Opening, with the limit the trainer gives, else the kind's own. */
function opened(
  { id, definition, inner }: Pick<ActivityState, 'id' | 'definition' | 'inner'>,
  { closesInSeconds }: { closesInSeconds?: number },
  { now }: ClassContext,
): Fact {
  const seconds = closesInSeconds ?? kindOf(definition.kind).opensFor?.(inner, definition)
  const payload = seconds === undefined ? {} : { closesAt: now + seconds * 1000 }
  return { type: 'activity.opened', activityId: id, payload }
}

/** decide(state, command, context) → facts | rejection. Pure: the clock and the course come in the context. */
import { kindOf, kinds } from '#shared/activities/index.ts'
import type { ActivityDefinition, Course } from '#shared/course.ts'
import type { Setting } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import {
  type Actor,
  type Command,
  isRejection,
  type Phase,
  type Rejection,
  type Role,
  reject,
} from '#shared/types.ts'
import { explain, needsLead, type Payload, refuse } from './commands.ts'
import type { Fact } from './events.ts'
import { askFloor, grantFloor, orderFloor, releaseFloor } from './floor.ts'
import { currentItem, insideOf, isAt, nextAction, pointOf, stagedActivity, stepsOf } from './plan.ts'
import type { ActivityState, ClassState } from './state.ts'
import { askQuestion, sayWord, settleQuestion, showQuestion } from './talk.ts'

/** `now` in ms since 1970. The course is the pinned one once the class has started. */
export type ClassContext = { now: number; course: Course; courseHash: string }

type Outcome = Fact[] | Rejection

const notLive = (state: ClassState) =>
  state.phase === 'lobby'
    ? reject('closed', 'La classe n’a pas commencé.')
    : reject('closed', 'La classe est terminée.')

/** The facts a command gives rise to (none: accepted, nothing changes), or why it is refused. */
export function decide(state: ClassState, actor: Actor, command: Command, context: ClassContext): Outcome {
  const refused = refuse(actor, command)
  if (refused) return refused
  switch (command.type) {
    case 'people.sync':
      return syncPeople(state, command.payload as Payload<'people.sync'>)
    case 'class.start':
      return start(state, context)
    case 'class.end':
      return end(state)
  }
  if (command.type === 'lead.hand' || command.type === 'lead.take') return passLead(state, actor, command)
  // What an ended class still holds in its ballot boxes is taken in all the same.
  if (command.type === 'activity.collect') return collect(state, command)
  if (needsLead.has(command.type) && !leads(state, actor))
    return reject('forbidden', 'Quelqu’un d’autre conduit la classe : demandez-lui la main, ou reprenez-la.')
  if (state.phase !== 'live' && !afterClass(state, command)) return notLive(state)
  switch (command.type) {
    case 'plan.next':
      return move(state, command.payload as Payload<'plan.next'>, context, next)
    case 'plan.back':
      return move(state, command.payload as Payload<'plan.back'>, context, back)
    case 'stage.show':
      return show(state, command.payload as Payload<'stage.show'>, context)
    case 'activity.ask':
      return ask(state, command.payload as Payload<'activity.ask'>, context)
    case 'floor.ask':
      return askFloor(state, authorOf(actor))
    case 'floor.withdraw':
      return releaseFloor(state, authorOf(actor))
    case 'floor.grant':
      return grantFloor(state, command.payload as Payload<'floor.grant'>, context.now)
    case 'floor.release':
      return releaseFloor(state, (command.payload as Payload<'floor.release'>).personId)
    case 'floor.order':
      return orderFloor(state, command.payload as Payload<'floor.order'>)
    case 'pace.say':
      return sayPace(state, authorOf(actor), command.payload as Payload<'pace.say'>)
    case 'pace.clear':
      return Object.keys(state.pace).length === 0 ? [] : [{ type: 'pace.cleared', payload: {} }]
    case 'question.ask':
      return askQuestion(state, command.payload as Payload<'question.ask'>)
    case 'question.show':
      return showQuestion(state, command.payload as Payload<'question.show'>)
    case 'question.settle':
      return settleQuestion(state, command.payload as Payload<'question.settle'>)
    case 'word.say':
      return sayWord(state, command.payload as Payload<'word.say'>)
    default:
      return onActivity(state, actor, command, context)
  }
}

const authorOf = (actor: Actor) => (actor.role === 'system' ? 'system' : actor.personId)

/** Whether the plan, the stage and the activities are this person's to drive. */
function leads(state: ClassState, actor: Actor): boolean {
  if (actor.role === 'system') return true
  return state.lead === undefined ? actor.role === 'trainer' : state.lead === actor.personId
}

const drives = (state: ClassState, actor: Actor): Role => (leads(state, actor) ? 'trainer' : 'cotrainer')

function passLead(state: ClassState, actor: Actor, { type, payload }: Command): Outcome {
  if (state.phase === 'ended') return notLive(state)
  const personId = type === 'lead.take' ? authorOf(actor) : (payload as Payload<'lead.hand'>).personId
  const person = own(state.people, personId)
  if (!person || person.withdrawn || (person.role !== 'cotrainer' && person.role !== 'trainer'))
    return reject('not-found', `« ${personId} » n’est ni formateur ni co-formateur de cette classe.`)
  return state.lead === personId ? [] : [{ type: 'lead.handed', payload: { personId } }]
}

function sayPace(state: ClassState, personId: string, payload: Payload<'pace.say'>): Fact[] {
  return own(state.pace, personId)?.pace === payload.pace ? [] : [{ type: 'pace.said', payload }]
}

/** Takes in the anonymous returns of a closed activity: once, and they leave the ballot box. */
function collect(state: ClassState, { activityId, payload }: Command): Outcome {
  const activity = own(state.activities, activityId!)
  if (!activity) return noActivity(activityId!)
  const { definition, inner, phase } = activity
  const { ballots } = payload as Payload<'activity.collect'>
  const event = kindOf(definition.kind).collect?.(inner, definition, phase, ballots)
  return event ? [{ type: 'activity.did', activityId: activity.id, payload: event, collects: true }] : []
}

function participants(state: ClassState): string[] {
  return Object.keys(state.people).filter((id) => {
    const person = state.people[id]!
    return person.role === 'participant' && !person.withdrawn
  })
}

/** A gesture that its kind still accepts once the class has ended. */
function afterClass(state: ClassState, { type, activityId, payload }: Command): boolean {
  if (state.phase !== 'ended' || type !== 'activity.do' || activityId === undefined) return false
  const activity = own(state.activities, activityId)
  if (!activity) return false
  const gestures: readonly string[] = kindOf(activity.definition.kind).afterClass ?? []
  return gestures.includes((payload as { type: string }).type)
}

function syncPeople(state: ClassState, { people }: Payload<'people.sync'>): Fact[] {
  const facts: Fact[] = []
  for (const [personId, role] of Object.entries(people)) {
    const known = state.people[personId]
    if (!known || known.withdrawn || known.role !== role)
      facts.push({ type: 'people.enrolled', payload: { personId, role } })
  }
  for (const [personId, person] of Object.entries(state.people)) {
    if (!(personId in people) && !person.withdrawn)
      facts.push({ type: 'people.withdrawn', payload: { personId } })
  }
  return facts
}

function start(state: ClassState, { course, courseHash }: ClassContext): Outcome {
  if (state.phase === 'live') return []
  if (state.phase === 'ended') return notLive(state)
  const steps = course.slides.map((slide) => slide.steps)
  const { deckHash, plan, sections } = course
  const started: Fact = { type: 'class.started', payload: { courseHash, deckHash, plan, steps, sections } }
  const first = plan[0]
  if (first?.type !== 'activity') return [started]
  return [started, addFromCourse(course, first.activityId!)]
}

function end(state: ClassState): Outcome {
  if (state.phase === 'ended') return []
  if (state.phase === 'lobby') return notLive(state)
  const close = Object.values(state.activities)
    .filter((activity) => activity.phase === 'open')
    .map((activity): Fact => ({ type: 'activity.closed', activityId: activity.id, payload: {} }))
  return [...close, { type: 'class.ended', payload: {} }]
}

function addFromCourse(course: Course, activityId: string): Fact {
  const definition = course.activities[activityId]!
  return { type: 'activity.added', activityId, payload: { definition, adhoc: false } }
}

/** Moving onto an activity for the first time copies its definition into the log. */
function moveTo(state: ClassState, { course }: ClassContext, index: number, step = 0): Fact[] {
  const item = state.pinned!.plan[index]!
  const add =
    item.type === 'activity' && !state.activities[item.activityId!]
      ? [addFromCourse(course, item.activityId!)]
      : []
  return [...add, { type: 'plan.moved', payload: { index, step } }]
}

type Move = (state: ClassState, context: ClassContext) => Outcome

function move(state: ClassState, { at }: { at?: string }, context: ClassContext, to: Move): Outcome {
  if (at !== undefined && !isAt(state, at))
    return reject('moved', `Le déroulé n’est plus à « ${at} » mais à « ${pointOf(state)} ».`)
  return to(state, context)
}

function next(state: ClassState, context: ClassContext): Outcome {
  const action = nextAction(state)
  const { index } = state.position
  switch (action.type) {
    case 'step':
      return moveTo(state, context, index, action.step)
    case 'inside':
      return walk(state, action.activityId)
    case 'open':
      return open(state, action.activityId, {}, context)
    case 'close':
      return [{ type: 'activity.closed', activityId: action.activityId, payload: {} }]
    case 'reveal':
      return [{ type: 'activity.revealed', activityId: action.activityId, payload: {} }]
    case 'slide':
    case 'show':
    case 'break':
      return state.aside
        ? moveTo(state, context, index, state.position.step)
        : moveTo(state, context, index + 1)
    default:
      return reject('invalid', 'Le déroulé est à sa fin : rien ne vient ensuite.')
  }
}

/** One step further in the series on stage. */
function walk(state: ClassState, activityId: string): Fact[] {
  const inside = insideOf(state.activities[activityId]!)!
  return [{ type: 'activity.did', activityId, payload: inside.event }]
}

function back(state: ClassState, context: ClassContext): Outcome {
  const { index, step } = state.position
  if (state.aside || (currentItem(state)?.type === 'slide' && step > 0))
    return moveTo(state, context, index, state.aside ? step : step - 1)
  const before = state.pinned!.plan[index - 1]
  if (!before) return reject('invalid', 'Le déroulé est à son début : rien ne vient avant.')
  return moveTo(state, context, index - 1, before.type === 'slide' ? stepsOf(state, before.slide!) : 0)
}

function show(state: ClassState, target: Payload<'stage.show'>, context: ClassContext): Outcome {
  if ('blank' in target)
    return target.blank === state.blank ? [] : [{ type: 'stage.blanked', payload: { blank: target.blank } }]
  const { plan } = state.pinned!
  if ('slide' in target) {
    const index = plan.findIndex((item) => item.slide === target.slide)
    if (index < 0)
      return reject(
        'not-found',
        `Il n’y a pas de diapositive ${target.slide} : le support en a ${state.pinned!.steps.length}.`,
      )
    return moveTo(state, context, index, Math.min(target.step ?? 0, stepsOf(state, target.slide)))
  }
  if ('itemId' in target) {
    const index = plan.findIndex((item) => item.id === target.itemId)
    return index < 0
      ? reject('not-found', `Le déroulé n’a pas d’étape « ${target.itemId} ».`)
      : moveTo(state, context, index)
  }
  return showActivity(state, target.activityId, context)
}

function showActivity(state: ClassState, activityId: string, context: ClassContext): Outcome {
  const index = state.pinned!.plan.findIndex((item) => item.activityId === activityId)
  if (index >= 0) return moveTo(state, context, index)
  if (!own(state.activities, activityId)) return noActivity(activityId)
  return [{ type: 'stage.aside', payload: { activityId } }]
}

const noActivity = (id: string) => reject('not-found', `Cette classe n’a pas d’activité « ${id} ».`)

function ask(
  state: ClassState,
  { kind, definition }: Payload<'activity.ask'>,
  context: ClassContext,
): Outcome {
  const known = own(kinds, kind)
  if (!known)
    return reject('invalid', `kind : « ${kind} » n’existe pas ; connus : ${Object.keys(kinds).join(', ')}.`)
  const parsed = known.definition.safeParse({ ...definition, kind })
  if (!parsed.success) return reject('invalid', `definition.${explain(parsed.error)}`)
  const activityId = `adhoc-${Object.keys(state.adhoc).length + 1}`
  const asked = parsed.data as ActivityDefinition
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

function onActivity(state: ClassState, actor: Actor, command: Command, context: ClassContext): Outcome {
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

/** Opening puts the activity on stage when it is not there yet. */
function open(
  state: ClassState,
  activityId: string,
  { closesInSeconds }: { closesInSeconds?: number },
  context: ClassContext,
): Outcome {
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

/** When the last person's time is up, for the system's closing command. */
export function lastDeadline(activity: ActivityState): number | undefined {
  if (activity.phase !== 'open' || activity.closesAt === undefined) return undefined
  return activity.closesAt + Math.max(0, ...Object.values(activity.extra))
}

function close(activity: ActivityState, actor: Actor, command: Command, { now }: ClassContext): Outcome {
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
): Outcome {
  if (activity.phase !== 'open') return wrongPhase(activity.phase)
  if (activity.closesAt === undefined && activity.pausedLeft === undefined) return noLimit()
  if (personId !== undefined && !own(state.people, personId))
    return reject('not-found', `Personne « ${personId} » n’est pas dans la classe.`)
  const payload = personId === undefined ? { ms: seconds * 1000 } : { ms: seconds * 1000, personId }
  return [{ type: 'activity.extended', activityId: activity.id, payload }]
}

const noLimit = () => reject('invalid', 'Cette activité n’a pas de limite de temps.')

/** Stops the clock: nothing closes by itself, answers still go through. */
function pause(activity: ActivityState, { now }: ClassContext): Outcome {
  if (activity.phase !== 'open') return wrongPhase(activity.phase)
  if (activity.pausedLeft !== undefined) return []
  if (activity.closesAt === undefined) return noLimit()
  const left = Math.max(0, activity.closesAt - now)
  return [{ type: 'activity.paused', activityId: activity.id, payload: { left } }]
}

function resume(activity: ActivityState, { now }: ClassContext): Outcome {
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
): Outcome {
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

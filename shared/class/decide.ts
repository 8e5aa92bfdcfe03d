/** decide(state, command, context) → facts | rejection. Pure: the clock and the course come in the context. */
import { own } from '#shared/own.ts'
import { type Actor, type Command, reject } from '#shared/types.ts'
import { afterClass, collect, onActivity, walk } from './activity.ts'
import { needsLead, type Payload, refuse } from './commands.ts'
import { type ClassContext, type Decision, notLive } from './decision.ts'
import type { Fact } from './events.ts'
import { askFloor, grantFloor, orderFloor, releaseFloor } from './floor.ts'
import { authorOf, leads, passLead } from './lead.ts'
import { ask, open } from './opening.ts'
import { isAt, nextAction, pointOf } from './plan.ts'
import { addFromCourse, back, moveTo, show } from './stage.ts'
import type { ClassState } from './state.ts'
import { askQuestion, sayWord, settleQuestion, showQuestion } from './talk.ts'

export function decide(state: ClassState, actor: Actor, command: Command, context: ClassContext): Decision {
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
      return askQuestion(state, authorOf(actor), command.payload as Payload<'question.ask'>)
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

function sayPace(state: ClassState, personId: string, payload: Payload<'pace.say'>): Fact[] {
  return own(state.pace, personId)?.pace === payload.pace ? [] : [{ type: 'pace.said', payload }]
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

function start(state: ClassState, { course, courseHash }: ClassContext): Decision {
  if (state.phase === 'live') return []
  if (state.phase === 'ended') return notLive(state)
  const steps = course.slides.map((slide) => slide.steps)
  const { deckHash, plan, sections } = course
  const started: Fact = { type: 'class.started', payload: { courseHash, deckHash, plan, steps, sections } }
  const first = plan[0]
  if (first?.type !== 'activity') return [started]
  return [started, addFromCourse(course, first.activityId!)]
}

function end(state: ClassState): Decision {
  if (state.phase === 'ended') return []
  if (state.phase === 'lobby') return notLive(state)
  const close = Object.values(state.activities)
    .filter((activity) => activity.phase === 'open')
    .map((activity): Fact => ({ type: 'activity.closed', activityId: activity.id, payload: {} }))
  return [...close, { type: 'class.ended', payload: {} }]
}

type Move = (state: ClassState, context: ClassContext) => Decision

function move(state: ClassState, { at }: { at?: string }, context: ClassContext, to: Move): Decision {
  if (at !== undefined && !isAt(state, at))
    return reject('moved', `Le déroulé n’est plus à « ${at} » mais à « ${pointOf(state)} ».`)
  return to(state, context)
}

function next(state: ClassState, context: ClassContext): Decision {
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

/** The commands of a class: who may send which, and the shape of each payload. Deny by default. */
import { z } from 'zod'
import { type Actor, type Command, type Rejection, type Role, reject } from '#shared/types.ts'

const id = z.string().min(1).max(64)
const nothing = z.strictObject({})
const seconds = z.number().int().min(1).max(86_400)
const at = z.strictObject({ at: z.string().max(200).optional() })
const timed = z.strictObject({ closesInSeconds: seconds.optional() })

const personal = z.string().trim().min(1).max(1000)

const trainer: readonly (Role | 'system')[] = ['trainer']
const trainers: readonly (Role | 'system')[] = ['trainer', 'cotrainer']
const participant: readonly (Role | 'system')[] = ['participant']

export const commands = {
  'class.start': { mayDo: trainer, payload: nothing },
  'class.end': { mayDo: trainer, payload: nothing },
  'plan.next': { mayDo: trainers, payload: at },
  'plan.back': { mayDo: trainers, payload: at },
  'stage.show': {
    mayDo: trainers,
    payload: z.union([
      z.strictObject({ slide: z.number().int().min(1), step: z.number().int().min(0).optional() }),
      z.strictObject({ activityId: id }),
      z.strictObject({ itemId: id }),
      z.strictObject({ blank: z.boolean() }),
    ]),
  },
  'activity.open': { mayDo: trainers, payload: timed },
  'activity.close': { mayDo: [...trainers, 'system'], payload: nothing },
  'activity.reveal': { mayDo: trainers, payload: nothing },
  'activity.reopen': { mayDo: trainers, payload: timed },
  'activity.extend': { mayDo: trainers, payload: z.strictObject({ seconds, personId: id.optional() }) },
  'activity.pause': { mayDo: trainers, payload: nothing },
  'activity.resume': { mayDo: trainers, payload: nothing },
  'activity.ask': { mayDo: trainers, payload: z.strictObject({ kind: id, definition: z.looseObject({}) }) },
  'activity.do': {
    mayDo: ['trainer', 'cotrainer', 'participant', 'stage'],
    payload: z.looseObject({ type: z.string().min(1).max(64) }),
  },
  'activity.collect': {
    mayDo: ['system'],
    payload: z.strictObject({ ballots: z.array(z.unknown()) }),
  },
  'floor.ask': { mayDo: participant, payload: nothing },
  'floor.withdraw': { mayDo: participant, payload: nothing },
  'floor.grant': {
    mayDo: trainers,
    payload: z.strictObject({ personId: id, seconds: z.number().int().min(10).max(3600).optional() }),
  },
  'floor.release': { mayDo: trainers, payload: z.strictObject({ personId: id }) },
  'floor.order': { mayDo: trainers, payload: z.strictObject({ order: z.enum(['asked', 'quiet']) }) },
  'pace.say': {
    mayDo: participant,
    payload: z.strictObject({ pace: z.enum(['lost', 'slow', 'ok', 'fast']) }),
  },
  'pace.clear': { mayDo: trainers, payload: nothing },
  'question.ask': { mayDo: participant, payload: z.strictObject({ text: personal }) },
  'question.show': { mayDo: trainers, payload: z.strictObject({ questionId: id.optional() }) },
  'question.settle': { mayDo: trainers, payload: z.strictObject({ questionId: id, settled: z.boolean() }) },
  'word.say': {
    mayDo: trainers,
    payload: z.strictObject({ personId: id, text: personal, questionId: id.optional() }),
  },
  'lead.hand': { mayDo: trainer, payload: z.strictObject({ personId: id }) },
  'lead.take': { mayDo: trainer, payload: nothing },
  'people.sync': {
    mayDo: ['system'],
    payload: z.strictObject({
      people: z.record(id, z.enum(['trainer', 'cotrainer', 'participant', 'stage'])),
    }),
  },
} as const satisfies Record<string, { mayDo: readonly (Role | 'system')[]; payload: z.ZodType }>

export type CommandType = keyof typeof commands
export type Payload<T extends CommandType> = z.infer<(typeof commands)[T]['payload']>

/** Commands that name an activity in `activityId`. */
export const onActivity = new Set<string>([
  'activity.open',
  'activity.close',
  'activity.reveal',
  'activity.reopen',
  'activity.extend',
  'activity.pause',
  'activity.resume',
  'activity.do',
  'activity.collect',
])

/** Commands for whoever has the lead: the plan, the stage, what is asked. */
export const needsLead = new Set<string>([
  'plan.next',
  'plan.back',
  'stage.show',
  'activity.open',
  'activity.close',
  'activity.reveal',
  'activity.reopen',
  'activity.ask',
  'question.show',
])

function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commands, type)
}

/** The first thing wrong in a value, by path: « choice.0 : Invalid option… ». */
export function explain(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'invalid'
  const path = issue.path.join('.')
  return path ? `${path} : ${issue.message}` : issue.message
}

/** Right and shape of a command, before the class's state matters. Undefined: it may be decided. */
export function refuse(actor: Actor, command: Command): Rejection | undefined {
  if (!isCommandType(command.type))
    return reject('not-found', `La commande « ${command.type} » n’existe pas.`)
  const { mayDo, payload } = commands[command.type]
  if (!(mayDo as readonly string[]).includes(actor.role))
    return reject('forbidden', `« ${command.type} » n’est pas permis à ce rôle (${actor.role}).`)
  if (onActivity.has(command.type) && !command.activityId)
    return reject('invalid', `« ${command.type} » demande activityId.`)
  const parsed = payload.safeParse(command.payload)
  return parsed.success ? undefined : reject('invalid', explain(parsed.error))
}

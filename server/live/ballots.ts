/** The ballot boxes of a class: an anonymous return is amended there, and taken into the log after the close. */
import type { EventLog } from '#server/store/index.ts'
import { amendmentOf, amends, ballotBoxes } from '#shared/class/ballots.ts'
import { own } from '#shared/own.ts'
import { type Ack, type Actor, type Command, type Rejection, reject } from '#shared/types.ts'
import { ballotOf, type Classroom } from './classroom.ts'

export type Ballots = {
  /** Like room.submit. What is amended leaves no trace in the log: nothing ties it to a time or a person. */
  submit(actor: Actor, command: Command): Promise<Ack>
  /** Takes in the returns of closed activities, whatever stopped them before. False: to be tried again. */
  collect(): Promise<boolean>
}

type Deps = {
  classId: string
  room: Classroom
  log: Pick<EventLog, 'ballots' | 'amendBallot'>
  failed(error: unknown, command?: Command): void
}

export function createBallots({ classId, room, log, failed }: Deps): Ballots {
  async function amend(actor: Actor, command: Command): Promise<Ack> {
    const ack = await room.submit(actor, command)
    const amended = amendmentOf(room.state, command)
    if (!ack.ok || !amended) return ack
    try {
      const done = await log.amendBallot(classId, ballotOf(command.activityId!, amended), ack.seq)
      return done ? ack : { ok: false, error: notThere(command.activityId!) }
    } catch (error) {
      failed(error, command)
      return {
        ok: false,
        error: reject('storage', 'L’enregistrement a échoué : rien n’est perdu, réessayez.'),
      }
    }
  }

  function notThere(activityId: string): Rejection {
    return own(room.state.activities, activityId)?.phase === 'open'
      ? reject(
          'not-found',
          'Ce bulletin n’est pas dans l’urne : seul l’appareil qui l’a rendu peut le changer.',
        )
      : reject('closed', 'Le questionnaire est clos.')
  }

  async function collect(): Promise<boolean> {
    let all = true
    for (const activityId of ballotBoxes(room.state)) {
      try {
        const ballots = (await log.ballots(classId, activityId)).map((content) => JSON.parse(content))
        const id = `collect:${activityId}:${room.state.seq}`
        const command = { id, type: 'activity.collect', activityId, payload: { ballots } }
        if (!(await room.submit({ role: 'system' }, command)).ok) all = false
      } catch (error) {
        failed(error)
        all = false
      }
    }
    return all
  }

  return {
    submit: (actor, command) => (amends(command) ? amend(actor, command) : room.submit(actor, command)),
    collect,
  }
}

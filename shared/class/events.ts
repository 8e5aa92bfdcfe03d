/** The facts of a class. Payloads carry personIds, never a name or an e-mail (D1). */
import type { ActivityDefinition } from '#shared/course.ts'
import type { Pace, Role } from '#shared/types.ts'
import type { Pinned } from './state.ts'

export type Fact =
  | { type: 'people.enrolled'; payload: { personId: string; role: Role } }
  | { type: 'people.withdrawn'; payload: { personId: string } }
  | { type: 'class.started'; payload: Pinned }
  | { type: 'class.ended'; payload: Record<string, never> }
  | { type: 'plan.moved'; payload: { index: number; step: number } }
  | { type: 'stage.aside'; payload: { activityId: string } }
  | { type: 'stage.blanked'; payload: { blank: boolean } }
  | {
      type: 'activity.added'
      activityId: string
      payload: { definition: ActivityDefinition; adhoc: boolean }
    }
  | { type: 'activity.opened'; activityId: string; payload: { closesAt?: number } }
  | { type: 'activity.closed'; activityId: string; payload: Record<string, never> }
  | { type: 'activity.revealed'; activityId: string; payload: Record<string, never> }
  | { type: 'activity.extended'; activityId: string; payload: { ms: number; personId?: string } }
  | { type: 'activity.paused'; activityId: string; payload: { left: number } }
  | { type: 'activity.resumed'; activityId: string; payload: { closesAt: number } }
  | { type: 'activity.did'; activityId: string; payload: { type: string }; ballot?: Ballot; collects?: true }
  | { type: 'floor.asked'; payload: { personId: string } }
  | { type: 'floor.withdrawn'; payload: { personId: string } }
  | { type: 'floor.granted'; payload: { personId: string; endsAt?: number } }
  | { type: 'floor.released'; payload: { personId: string } }
  | { type: 'floor.ordered'; payload: { order: 'asked' | 'quiet' } }
  | { type: 'pace.said'; payload: { pace: Pace } }
  | { type: 'pace.cleared'; payload: Record<string, never> }
  | { type: 'question.asked'; payload: { questionId: string; text: string } }
  | { type: 'question.shown'; payload: { questionId?: string } }
  | { type: 'question.settled'; payload: { questionId: string; settled: boolean } }
  | { type: 'word.said'; payload: { wordId: string; personId: string; text: string; questionId?: string } }
  | { type: 'lead.handed'; payload: { personId: string } }

/**
 * What an anonymous return says, stored beside the log in the same transaction and never in it. `id` is random and
 * known to its author's device alone; only its hash is kept. `collects` (above): the activity's ballots leave the
 * table in the transaction that stores this fact.
 */
export type Ballot = { id: string; content: unknown }

/** The facts of a class. Payloads carry personIds, never a name or an e-mail (D1). */
import type { ActivityDefinition } from '#shared/course.ts'
import type { Role } from '#shared/types.ts'
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
  | { type: 'activity.did'; activityId: string; payload: { type: string } }

/** What deciding takes and gives. */
import type { Course } from '#shared/course.ts'
import { type Rejection, reject } from '#shared/types.ts'
import type { Fact } from './events.ts'
import type { ClassState } from './state.ts'

/** `now` in ms since 1970. The course is the pinned one once the class has started. */
export type ClassContext = { now: number; course: Course; courseHash: string }

/** The facts a command gives rise to (none: accepted, nothing changes), or why it is refused. */
export type Decision = Fact[] | Rejection

export const notLive = (state: ClassState) =>
  state.phase === 'lobby'
    ? reject('closed', 'La classe n’a pas commencé.')
    : reject('closed', 'La classe est terminée.')

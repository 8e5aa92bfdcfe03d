/** One's presentation in a list of one's answers. Without schemas: the room loads it. */
import type { Phase } from '#shared/types.ts'
import type { OwnAnswer } from '../own-answer.ts'
import type { PresentationEveryone, PresentationMine } from './definition.ts'

export function ownPresentationAnswer(
  { phase }: PresentationEveryone & { phase: Phase },
  { state, subject, sheet }: Partial<PresentationMine>,
): OwnAnswer {
  const done = state === 'done' || sheet !== undefined
  const open = phase === 'open'
  return {
    ...(subject && { said: [subject.text] }),
    asked: open || done ? 1 : 0,
    answered: done ? 1 : 0,
    missed: [],
    due: open && state === 'presenting',
  }
}

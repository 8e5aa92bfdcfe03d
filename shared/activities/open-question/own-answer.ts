/** One's answers to an open question in a list of one's answers. Without schemas: the room loads it. */
import type { Phase } from '#shared/types.ts'
import type { OwnAnswer } from '../own-answer.ts'
import type { OpenQuestionEveryone, OpenQuestionMine } from './definition.ts'

/** The place in which an answer is caught up. */
const FIRST = 's1'

export function ownOpenAnswer(
  { phase }: OpenQuestionEveryone & { phase: Phase },
  { entries = {} }: Partial<OpenQuestionMine>,
): OwnAnswer {
  const said = Object.keys(entries)
    .sort()
    .map((slot) => entries[slot]!.text)
  const none = said.length === 0
  return {
    ...(!none && { said }),
    asked: 1,
    answered: none ? 0 : 1,
    missed: none && phase === 'revealed' ? [FIRST] : [],
    due: none && phase === 'open',
  }
}

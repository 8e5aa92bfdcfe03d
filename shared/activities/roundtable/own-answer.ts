/** One's part in a tour de table in a list of one's answers. Without schemas: the room loads it. */
import type { Phase } from '#shared/types.ts'
import type { OwnAnswer } from '../own-answer.ts'
import type { RoundtableEveryone, RoundtableMine } from './definition.ts'

/** Nothing waits to be caught up: a turn that is over is over. */
export function ownRoundtableAnswer(
  { phase, mood }: RoundtableEveryone & { phase: Phase },
  { state, line, answer }: Partial<RoundtableMine>,
): OwnAnswer {
  const said = [...(line ? [line.text] : []), ...(answer?.word ? [answer.word] : [])]
  const done = said.length > 0 || answer !== undefined
  const open = phase === 'open'
  return {
    ...(said.length > 0 && { said }),
    asked: open || done ? 1 : 0,
    answered: done ? 1 : 0,
    missed: [],
    due: open && (state === 'speaking' || (mood !== undefined && answer === undefined)),
  }
}

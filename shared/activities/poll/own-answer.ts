/** One's answer to a poll in a list of one's answers. */
import type { Phase } from '#shared/types.ts'
import type { OwnAnswer } from '../own-answer.ts'
import type { PollEveryone, PollMine } from './definition.ts'

type Everyone = PollEveryone & { phase: Phase }

const given = (mine: PollMine) => mine.answer !== undefined && mine.answer.choice.length > 0

/**
 * Nothing answered and too late to answer: once revealed, or once the class has ended on live results that
 * all have seen.
 */
export function missedPoll(everyone: Everyone, mine: PollMine, over: boolean): boolean {
  const { phase, liveResults } = everyone
  return !given(mine) && (phase === 'revealed' || (over && phase === 'closed' && liveResults === true))
}

export function ownPollAnswer(everyone: Everyone, mine: PollMine, over: boolean): OwnAnswer {
  const { question } = everyone
  const said = mine.answer?.choice.map((id) => question?.options[id]?.text ?? id.toUpperCase()) ?? []
  return {
    ...(said.length > 0 && { said }),
    asked: 1,
    answered: said.length > 0 ? 1 : 0,
    missed: question && missedPoll(everyone, mine, over) ? [question.id] : [],
    due: everyone.phase === 'open' && said.length === 0,
  }
}

/** What each kind says of one's answers, without schemas: this is all the lists of the room need. */
import type { EveryoneActivity, MineActivity } from '#shared/views.ts'
import { ownMcqAnswer } from './mcq/own-answer.ts'
import { ownOpenAnswer } from './open-question/own-answer.ts'
import type { OwnAnswer } from './own-answer.ts'
import { ownPollAnswer } from './poll/own-answer.ts'
import { ownPresentationAnswer } from './presentation/own-answer.ts'
import { ownRoundtableAnswer } from './roundtable/own-answer.ts'
import { ownScenarioAnswer } from './scenario/own-answer.ts'
import { ownSurveyAnswer } from './survey/own-answer.ts'

/** `over`: the class has ended. */
type Of = (everyone: EveryoneActivity, mine: MineActivity, over: boolean) => OwnAnswer

const kinds: Record<string, Of> = {
  'open-question': ownOpenAnswer as unknown as Of,
  mcq: ownMcqAnswer as unknown as Of,
  poll: ownPollAnswer as unknown as Of,
  survey: ownSurveyAnswer as unknown as Of,
  scenario: ownScenarioAnswer as unknown as Of,
  roundtable: ownRoundtableAnswer as unknown as Of,
  presentation: ownPresentationAnswer as unknown as Of,
}

/** Kinds without a word of their own: one question, answered or not. */
const plain: Of = ({ phase, question }, { answer }) => ({
  asked: question === undefined && answer === undefined ? 0 : 1,
  answered: answer === undefined ? 0 : 1,
  missed: [],
  due: phase === 'open' && answer === undefined,
})

export function ownAnswer(everyone: EveryoneActivity, mine: MineActivity, over: boolean): OwnAnswer {
  const of = Object.hasOwn(kinds, everyone.kind) ? kinds[everyone.kind]! : plain
  return of(everyone, mine, over)
}

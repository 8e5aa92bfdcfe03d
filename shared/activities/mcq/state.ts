/** The state of a QCM: what its events fold to, and what is read from it. */
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import type { McqAnswer, McqDefinition, McqEvent, McqQuestion, McqResults } from './definition.ts'
import { given } from './own-answer.ts'

type Answers = Record<string, McqAnswer>

/** `answers`: the last of each person, late ones too. `inTime`: the last given before the close. */
type Round = { answers: Answers; inTime: Answers }

export type Feedback = { all?: string; people: Record<string, string> }

export type McqState = {
  /** The question on stage, when the trainer sets the pace. */
  current: string
  explained: boolean
  /** By question; a retake begins another. */
  rounds: Record<string, Round[]>
  /** Questions left behind once revealed. */
  revealed: Record<string, true>
  submitted: Record<string, { at: number; late?: true }>
  feedback: Record<string, Feedback>
}

const noRound: Round = { answers: {}, inTime: {} }

export function startMcq({ questions }: McqDefinition): McqState {
  return {
    current: questions[0]!.id,
    explained: false,
    rounds: {},
    revealed: {},
    submitted: {},
    feedback: {},
  }
}

export function evolveMcq(state: McqState, event: McqEvent & { by: string; at: number }): McqState {
  switch (event.type) {
    case 'answered':
      return answered(state, event)
    case 'submitted': {
      const submitted = { at: event.at, ...(event.late && { late: true as const }) }
      return { ...state, submitted: { ...state.submitted, [event.by]: submitted } }
    }
    case 'explained':
      return { ...state, explained: true }
    case 'turned':
      return { ...leave(state), current: event.questionId, explained: false }
    case 'retaken': {
      const left = event.instead ? unask(state) : leave(state)
      const rounds = { ...left.rounds, [event.questionId]: [...roundsOf(left, event.questionId), noRound] }
      return { ...left, rounds, current: event.questionId, explained: false }
    }
    case 'feedback':
      return { ...state, feedback: { ...state.feedback, [event.questionId]: worded(state, event) } }
  }
}

function answered(
  state: McqState,
  event: Extract<McqEvent, { type: 'answered' }> & { by: string; at: number },
): McqState {
  const answer: McqAnswer = {
    choice: event.choice,
    at: event.at,
    ...(event.late && { late: true as const }),
    ...(event.caughtUp && { caughtUp: true as const }),
  }
  const rounds = roundsOf(state, event.questionId)
  const { answers, inTime } = rounds.at(-1)!
  const put = (all: Answers) => ({ ...all, [event.by]: answer })
  const round = { answers: put(answers), inTime: event.late ? inTime : put(inTime) }
  return { ...state, rounds: { ...state.rounds, [event.questionId]: [...rounds.slice(0, -1), round] } }
}

/** Goes from a question that is revealed. */
function leave(state: McqState): McqState {
  return { ...state, revealed: { ...state.revealed, [state.current]: true } }
}

/** Goes from a question that has not been opened: a round nobody has seen begin leaves no trace. */
function unask(state: McqState): McqState {
  const rounds = roundsOf(state, state.current)
  if (rounds.length === 1) return state
  return { ...state, rounds: { ...state.rounds, [state.current]: rounds.slice(0, -1) } }
}

function worded(state: McqState, event: Extract<McqEvent, { type: 'feedback' }>): Feedback {
  const { all, people } = feedbackOn(state, event.questionId)
  if (event.personId === undefined) return { ...(event.text && { all: event.text }), people }
  const { [event.personId]: _before, ...others } = people
  const words = event.text ? { ...others, [event.personId]: event.text } : others
  return { ...(all !== undefined && { all }), people: words }
}

export function feedbackOn(state: McqState, questionId: string): Feedback {
  return own(state.feedback, questionId) ?? { people: {} }
}

/** Every round of a question; there is at least one. */
export function roundsOf(state: McqState, questionId: string): Round[] {
  return own(state.rounds, questionId) ?? [noRound]
}

export function roundOf(state: McqState, questionId: string): Round {
  return roundsOf(state, questionId).at(-1)!
}

/** Whether everybody may know the right answer: not while it is asked once more. */
export function isRevealed(
  state: McqState,
  { pace }: McqDefinition,
  phase: Phase,
  questionId: string,
): boolean {
  if (pace === 'learner' || questionId === state.current) return phase === 'revealed'
  return own(state.revealed, questionId) === true
}

/** Whether a question has been put to the room. */
export function isAsked(state: McqState, { pace }: McqDefinition, phase: Phase, questionId: string): boolean {
  if (own(state.revealed, questionId)) return true
  return (pace === 'learner' || questionId === state.current) && phase !== 'ready'
}

/** Whether this person may know the right answer. */
export function mayKnow(
  state: McqState,
  definition: McqDefinition,
  phase: Phase,
  questionId: string,
  personId: string,
): boolean {
  return isRevealed(state, definition, phase, questionId) || isCorrected(state, definition, personId)
}

/** Whether a person has their own correction, before everybody. */
export function isCorrected(state: McqState, definition: McqDefinition, personId: string): boolean {
  const { pace, correction } = definition
  return pace === 'learner' && correction === 'on-submit' && own(state.submitted, personId) !== undefined
}

/** Late answers are kept for their author and the trainer, outside the results. */
export function resultsOf({ options }: McqQuestion, { inTime }: Round): McqResults {
  const counts: Record<string, number> = {}
  for (const option of options) counts[option.id] = 0
  let total = 0
  for (const answer of Object.values(inTime)) {
    if (!given(answer)) continue
    total++
    for (const id of answer.choice) counts[id] = (counts[id] ?? 0) + 1
  }
  return { counts, total }
}

/**
 * One's answer to a question: of the last round, or of the one before when the last is over and one gave
 * none.
 */
export function answerOf(
  state: McqState,
  definition: McqDefinition,
  phase: Phase,
  questionId: string,
  personId: string,
): McqAnswer | undefined {
  const rounds = roundsOf(state, questionId)
  const last = own(rounds.at(-1)!.answers, personId)
  if (given(last) || !isRevealed(state, definition, phase, questionId)) return last
  return rounds.map((round) => own(round.answers, personId)).findLast(given) ?? last
}

/** The question that follows all those that have been asked, when the trainer sets the pace. */
export function nextQuestion(
  state: McqState,
  { questions }: McqDefinition,
): { question: McqQuestion; n: number } | undefined {
  const last = questions.findLastIndex(({ id }) => id === state.current || own(state.revealed, id))
  const question = questions[last + 1]
  return question && { question, n: last + 2 }
}

/** What each reader sees of a QCM. Fields are named one by one; nothing is there before it may be known. */
import { own } from '#shared/own.ts'
import type { Phase } from '#shared/types.ts'
import type {
  McqAnswer,
  McqAsked,
  McqCorrection,
  McqDefinition,
  McqEveryone,
  McqMine,
  McqQuestion,
  McqRevealed,
  McqSheet,
  McqTrainer,
} from './definition.ts'
import { given } from './own-answer.ts'
import { answerers, pointsOf, rightIds, tookPart } from './score.ts'
import {
  answerOf,
  isCorrected,
  isRevealed,
  type McqState,
  mayKnow,
  resultsOf,
  roundOf,
  roundsOf,
} from './state.ts'

function asked({ id, text, multiple, options }: McqQuestion, n: number): McqAsked {
  return {
    id,
    n,
    text,
    multiple,
    options: Object.fromEntries(options.map((option) => [option.id, { text: option.text }])),
    order: options.map((option) => option.id),
  }
}

function revealed(state: McqState, question: McqQuestion, explained: boolean): McqRevealed {
  const rounds = roundsOf(state, question.id)
  return {
    right: rightIds(question),
    results: resultsOf(question, rounds.at(-1)!),
    ...(rounds.length > 1 && { before: resultsOf(question, rounds[0]!) }),
    ...(explained && question.explanation !== undefined && { explanation: question.explanation }),
  }
}

/** Values by question id, in the order of the series; those that are undefined are left out. */
function byQuestion<T>(
  { questions }: McqDefinition,
  value: (question: McqQuestion, n: number) => T | undefined,
): Record<string, T> {
  const all: Record<string, T> = {}
  for (const [i, question] of questions.entries()) {
    const one = value(question, i + 1)
    if (one !== undefined) all[question.id] = one
  }
  return all
}

export function everyoneMcq(state: McqState, definition: McqDefinition, phase: Phase): McqEveryone {
  const { pace, moment, questions, threshold, correction } = definition
  const past = byQuestion(definition, (question, n) => {
    const onStage = pace === 'trainer' && question.id === state.current
    if (onStage || !isRevealed(state, definition, phase, question.id)) return undefined
    return { ...asked(question, n), ...revealed(state, question, true) }
  })
  const common = {
    pace,
    moment,
    count: questions.length,
    ...(threshold !== undefined && { threshold }),
    past,
    feedback: byQuestion(definition, ({ id }) => own(state.feedback, id)?.all),
  }
  if (pace === 'learner')
    return {
      ...common,
      ...(correction === 'on-submit' && { correctedOnSubmit: true }),
      ...(phase !== 'ready' && { questions: byQuestion(definition, asked) }),
      answeredCount: Object.keys(state.submitted).length,
    }
  const { question, n } = onStage(state, definition)
  return {
    ...common,
    question: asked(question, n),
    ...(phase === 'revealed' && { revealed: revealed(state, question, state.explained) }),
    answeredCount: resultsOf(question, roundOf(state, question.id)).total,
    ...(roundsOf(state, question.id).length > 1 && { retaken: true }),
  }
}

function onStage({ current }: McqState, { questions }: McqDefinition): { question: McqQuestion; n: number } {
  const index = questions.findIndex(({ id }) => id === current)
  return { question: questions[index]!, n: index + 1 }
}

export function mineMcq(state: McqState, definition: McqDefinition, phase: Phase, personId: string): McqMine {
  const answers = byQuestion(definition, ({ id }) => answerOf(state, definition, phase, id, personId))
  const answer = definition.pace === 'trainer' ? own(answers, state.current) : undefined
  const submitted = own(state.submitted, personId)
  const feedback = byQuestion(definition, ({ id }) => own(own(state.feedback, id)?.people ?? {}, personId))
  const corrected = isCorrected(state, definition, personId) && phase !== 'revealed'
  return {
    ...(definition.pace === 'trainer' && { current: state.current }),
    ...(answer && { answer }),
    answers,
    ...(submitted && { submittedAt: submitted.at }),
    ...(corrected && { corrections: corrections(state, definition, personId) }),
    ...ownScore(state, definition, phase, personId),
    ...(Object.keys(feedback).length > 0 && { feedback }),
  }
}

function corrections(
  state: McqState,
  definition: McqDefinition,
  personId: string,
): Record<string, McqCorrection> {
  return byQuestion(definition, (question) => ({
    right: rightIds(question),
    ...(question.explanation !== undefined && { explanation: question.explanation }),
    points: pointsOf(state, question, personId),
  }))
}

/** Over the questions whose right answers one may know; nothing for who took no part in time. */
function ownScore(
  state: McqState,
  definition: McqDefinition,
  phase: Phase,
  personId: string,
): Pick<McqMine, 'score'> {
  const { questions } = definition
  const known = questions.filter(({ id }) => mayKnow(state, definition, phase, id, personId))
  if (known.length === 0 || !tookPart(state, definition, personId)) return {}
  const points = known.reduce((sum, question) => sum + pointsOf(state, question, personId), 0)
  return { score: { points, known: known.length, of: questions.length } }
}

export function trainerMcq(state: McqState, definition: McqDefinition, phase: Phase): McqTrainer {
  const { pace, questions } = definition
  const answers = pace === 'trainer' ? roundOf(state, state.current).answers : {}
  const sheets = sheetsOf(state, definition, phase)
  return {
    definition,
    answered: pace === 'trainer' ? whoGave(answers) : whoHandedIn(state, definition, sheets),
    answers,
    sheets,
    results: byQuestion(definition, (question) => resultsOf(question, roundOf(state, question.id))),
    before: byQuestion(definition, (question) => {
      const rounds = roundsOf(state, question.id)
      return rounds.length > 1 ? resultsOf(question, rounds[0]!) : undefined
    }),
    feedback: Object.fromEntries(
      questions.flatMap(({ id }) => {
        const said = own(state.feedback, id)
        return said ? [[id, said]] : []
      }),
    ),
    ...(pace === 'trainer' && { current: state.current }),
    ...(state.explained && { explained: true }),
  }
}

function whoGave(answers: Record<string, McqAnswer>): Record<string, true> {
  const who: Record<string, true> = {}
  for (const [personId, answer] of Object.entries(answers)) if (given(answer)) who[personId] = true
  return who
}

/** Whoever has handed in, or has nothing left to answer. */
function whoHandedIn(
  state: McqState,
  { questions }: McqDefinition,
  sheets: Record<string, McqSheet>,
): Record<string, true> {
  const who: Record<string, true> = {}
  for (const [personId, { answers }] of Object.entries(sheets)) {
    if (own(state.submitted, personId) || questions.every(({ id }) => given(answers[id])))
      who[personId] = true
  }
  return who
}

function sheetsOf(state: McqState, definition: McqDefinition, phase: Phase): Record<string, McqSheet> {
  const people = new Set([...answerers(state), ...Object.keys(state.submitted)])
  return Object.fromEntries(
    [...people].map((personId) => {
      const submitted = own(state.submitted, personId)
      const sheet: McqSheet = {
        answers: byQuestion(definition, ({ id }) => answerOf(state, definition, phase, id, personId)),
        ...(submitted && { submittedAt: submitted.at }),
        points: definition.questions.reduce((sum, one) => sum + pointsOf(state, one, personId), 0),
      }
      return [personId, sheet]
    }),
  )
}

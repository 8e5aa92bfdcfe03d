/** One's answers to a QCM: which questions were asked, answered, missed. Without schemas: the room loads it. */
import type { Phase } from '#shared/types.ts'
import type { OwnAnswer } from '../own-answer.ts'
import type { McqAnswer, McqAsked, McqEveryone, McqMine, McqRevealed } from './definition.ts'

type Everyone = McqEveryone & { phase: Phase }

export const given = (answer: McqAnswer | undefined): answer is McqAnswer =>
  answer !== undefined && answer.choice.length > 0

/** Questions whose right answers all may know, in the order of the series; the one on stage among them. */
export function revealedQuestions(everyone: Everyone): (McqAsked & McqRevealed)[] {
  const { past, question, revealed } = everyone
  const all = question && revealed ? { ...past, [question.id]: { ...question, ...revealed } } : past
  return Object.values(all).sort((a, b) => a.n - b.n)
}

/**
 * Questions that can only be caught up now: revealed, and without an answer of this person, who has not read
 * their own correction either.
 */
export function missedQuestions(
  everyone: Everyone,
  { answers = {}, submittedAt }: Partial<McqMine>,
): string[] {
  if (everyone.correctedOnSubmit && submittedAt !== undefined) return []
  return revealedQuestions(everyone)
    .filter(({ id }) => !given(answers[id]))
    .map(({ id }) => id)
}

function askedIds({ pace, past, question, questions = {}, phase }: Everyone): Set<string> {
  const before = Object.keys(past)
  if (phase === 'ready') return new Set(before)
  return new Set([
    ...before,
    ...Object.keys(questions),
    ...(pace === 'trainer' && question ? [question.id] : []),
  ])
}

export function ownMcqAnswer(everyone: Everyone, mine: Partial<McqMine>): OwnAnswer {
  const { answers = {} } = mine
  const asked = askedIds(everyone)
  return {
    asked: asked.size,
    answered: [...asked].filter((id) => given(answers[id])).length,
    missed: missedQuestions(everyone, mine),
    due: isDue(everyone, mine),
  }
}

/** A question on stage waits for an answer; a sheet, to be handed in. */
function isDue(
  { phase, pace, question }: Everyone,
  { answers = {}, submittedAt }: Partial<McqMine>,
): boolean {
  if (phase !== 'open') return false
  return pace === 'learner' ? submittedAt === undefined : !given(answers[question?.id ?? ''])
}

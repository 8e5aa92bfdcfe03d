/** What someone looking at their screen could do now: read from their view alone, as a person would. */
import type { McqAsked, McqEveryone, McqMine } from '#shared/activities/mcq/definition.ts'
import {
  type OpenQuestionEveryone,
  type OpenQuestionMine,
  SLOTS,
} from '#shared/activities/open-question/definition.ts'
import type { RoundtableEveryone, RoundtableMine } from '#shared/activities/roundtable/definition.ts'
import { MOODS } from '#shared/activities/roundtable/limits.ts'
import type { ScenarioEveryone, ScenarioMine } from '#shared/activities/scenario/work.ts'
import type { SurveyAnswers, SurveyEveryone, SurveyItemView } from '#shared/activities/survey/definition.ts'
import type { Phase } from '#shared/types.ts'
import type { EveryoneActivity, MineActivity, View } from '#shared/views.ts'
import { type Knowledge, ofScenario } from './form-filling.ts'
import type { Gesture, Random } from './gesture.ts'
import { saySomething } from './sayings.ts'

type Choices = { multiple?: boolean; options?: Record<string, unknown> }

/** An answer that the open question accepts, or undefined when it offers no choice. */
export function pickChoice(question: unknown, random: Random): string[] | undefined {
  const { multiple, options = {} } = (question ?? {}) as Choices
  const ids = Object.keys(options)
  const first = ids[Math.floor(random() * ids.length)]
  if (first === undefined) return undefined
  const more = multiple ? ids.filter((id) => id !== first && random() < 0.3) : []
  return [first, ...more]
}

/** A question of a QCM: many people have the same idea, right or wrong, the others guess. */
function opinion(asked: McqAsked, random: Random): string[] | undefined {
  const common =
    asked.order[[...asked.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % asked.order.length]
  if (common === undefined || random() > 0.6) return pickChoice(asked, random)
  const more = asked.multiple ? asked.order.filter((id) => id !== common && random() < 0.3) : []
  return [common, ...more]
}

function choosing(
  type: 'answer' | 'catch-up',
  { id, ...asked }: McqAsked,
  round = '',
): Omit<Gesture, 'activityId'> {
  const catchesUp = type === 'catch-up'
  return {
    key: `${type} ${id}${round}`,
    does: catchesUp ? 'caughtUp' : 'answered',
    likely: catchesUp ? 0.6 : 1,
    changes: !catchesUp,
    payload: (random) => ({ type, questionId: id, choice: opinion({ id, ...asked }, random) }),
  }
}

const inOrder = (questions: Record<string, McqAsked>) => Object.values(questions).sort((a, b) => a.n - b.n)

function ofMcq(all: McqEveryone, mine: McqMine, phase: Phase): Omit<Gesture, 'activityId'>[] {
  const missed = (asked: McqAsked) => !mine.answers?.[asked.id]
  const past = inOrder(all.past).filter(missed)
  const catchUp = past.map((asked) => choosing('catch-up', asked))
  if (phase !== 'open') return catchUp
  if (all.pace === 'trainer')
    return all.question && !mine.answer
      ? [choosing('answer', all.question, all.retaken ? ' again' : ''), ...catchUp]
      : catchUp
  if (mine.submittedAt !== undefined) return []
  const left = inOrder(all.questions ?? {}).filter(missed)
  if (left[0]) return [choosing('answer', left[0])]
  return [
    { key: 'submit', does: 'submitted', likely: 1, changes: false, payload: () => ({ type: 'submit' }) },
  ]
}

function ofOpenQuestion(
  all: OpenQuestionEveryone,
  mine: OpenQuestionMine,
  phase: Phase,
): Omit<Gesture, 'activityId'>[] {
  const write = (payload: object, key: string, likely: number): Omit<Gesture, 'activityId'> => ({
    key,
    does: 'written',
    likely,
    changes: true,
    payload: (random) => {
      const what = key.startsWith('on ') ? 'contribution' : (all.variant ?? 'answer')
      return { ...payload, text: saySomething(what, all.maxLength, random) }
    },
  })
  const entries = mine.entries ?? {}
  if (phase === 'revealed' && Object.keys(entries).length === 0) {
    const late = write({ type: 'catch-up', questionId: SLOTS[0] }, 'catch-up', 0.6)
    return [{ ...late, does: 'caughtUp', changes: false }]
  }
  if (phase !== 'open') return []
  const slot = SLOTS.slice(0, all.perPerson).find((place) => !entries[place])
  const answers = slot ? [write({ type: 'answer', questionId: slot }, slot, slot === SLOTS[0] ? 1 : 0.4)] : []
  const { picked } = all
  const given = picked && mine.contributions?.[picked.id]
  const contribution =
    picked && all.variant === 'case' && !given
      ? [write({ type: 'contribute', on: picked.id, questionId: SLOTS[0] }, `on ${picked.id}`, 0.7)]
      : []
  const votes = all.votes
    ? Object.keys(all.groups ?? {})
        .filter((groupId) => !mine.votes?.[groupId])
        .map((groupId) => ({
          key: `vote ${groupId}`,
          does: 'supported' as const,
          likely: 0.3,
          changes: false,
          payload: () => ({ type: 'vote', groupId, on: true }),
        }))
    : []
  return [...answers, ...contribution, ...votes]
}

/** One's line when one has the floor, and how one feels when that is asked. */
function ofRoundtable(
  all: RoundtableEveryone,
  mine: RoundtableMine,
  phase: Phase,
): Omit<Gesture, 'activityId'>[] {
  if (phase !== 'open') return []
  const line: Omit<Gesture, 'activityId'> = {
    key: 'line',
    does: 'written',
    likely: 0.7,
    changes: true,
    payload: (random) => ({ type: 'line', text: saySomething('contribution', 280, random) }),
  }
  const mood: Omit<Gesture, 'activityId'> = {
    key: 'mood',
    does: 'answered',
    likely: 0.9,
    changes: true,
    payload: (random) =>
      all.mood === 'word'
        ? { type: 'mood', word: saySomething('answer', 40, random) }
        : { type: 'mood', mood: MOODS[Math.floor(random() * MOODS.length)] },
  }
  return [
    ...(mine.state === 'speaking' && !mine.line ? [line] : []),
    ...(all.mood && !mine.answer ? [mood] : []),
  ]
}

function ofPoll(question: unknown, answered: boolean, phase: Phase): Omit<Gesture, 'activityId'>[] {
  if (phase !== 'open' || answered) return []
  const payload = (random: Random) => {
    const choice = pickChoice(question, random)
    return choice && { type: 'answer', choice }
  }
  return [{ key: 'answer', does: 'answered', likely: 1, changes: true, payload }]
}

/** Most people are content, some have no opinion, few write. */
function opinionOn(
  { type, options = {}, multiple }: SurveyItemView,
  random: Random,
): SurveyAnswers[string] | undefined {
  switch (type) {
    case 'grade':
      return random() < 0.1 ? { abstains: true } : { value: 4 - Math.floor(2.4 * random() * random()) }
    case 'nps':
      return { value: 10 - Math.floor(7 * random() * random()) }
    case 'choice':
      return { choice: pickChoice({ options, multiple }, random) } as SurveyAnswers[string]
    case 'text':
      return random() < 0.5 ? { text: saySomething('feedback', 2000, random) } : undefined
  }
}

/** Returned once, with a ballot of one's own when it is anonymous. */
function ofSurvey(all: SurveyEveryone, returned: boolean, phase: Phase): Omit<Gesture, 'activityId'>[] {
  if (phase !== 'open' || returned) return []
  const payload = (random: Random) => {
    const answers = Object.values(all.items ?? {}).flatMap((item) => {
      const answer = opinionOn(item, random)
      return answer ? [[item.id, answer]] : []
    })
    const ballotId = Array.from({ length: 64 }, () => Math.floor(16 * random()).toString(16)).join('')
    return { type: 'return', answers: Object.fromEntries(answers), ...(all.anonymous && { ballotId }) }
  }
  return [{ key: 'return', does: 'submitted', likely: 0.95, changes: false, payload }]
}

type Of = (
  all: EveryoneActivity,
  mine: MineActivity,
  phase: Phase,
  knows?: Knowledge,
) => Omit<Gesture, 'activityId'>[]

const returned = ({ answer }: MineActivity): boolean => answer !== undefined

const BY_KIND: Record<string, Of> = {
  mcq: (all, mine, phase) =>
    'past' in all ? ofMcq(all as unknown as McqEveryone, mine as unknown as McqMine, phase) : [],
  'open-question': (all, mine, phase) =>
    ofOpenQuestion(all as unknown as OpenQuestionEveryone, mine as unknown as OpenQuestionMine, phase),
  roundtable: (all, mine, phase) =>
    ofRoundtable(all as unknown as RoundtableEveryone, mine as unknown as RoundtableMine, phase),
  poll: (all, mine, phase) => ofPoll(all.question, returned(mine), phase),
  scenario: (all, mine, phase, knows) =>
    ofScenario(all as unknown as ScenarioEveryone, mine as ScenarioMine, phase, knows),
  survey: (all, mine, phase) => ofSurvey(all as unknown as SurveyEveryone, returned(mine), phase),
}

/** Everything this person could do now, what presses most first. `knows`: what they have read. */
export function gesturesOf({ everyone, mine }: View, knows?: Knowledge): Gesture[] {
  return Object.entries(everyone.activities).flatMap(([activityId, activity]) => {
    const { kind, phase } = activity
    if (phase === 'ready' && kind !== 'mcq') return []
    const gestures = BY_KIND[kind]?.(activity, mine?.activities[activityId] ?? {}, phase, knows) ?? []
    return gestures.map((gesture) => ({ ...gesture, activityId }))
  })
}

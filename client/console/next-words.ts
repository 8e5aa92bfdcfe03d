import { fr } from '#client/i18n/format.ts'
import type { McqEveryone } from '#shared/activities/mcq/definition.ts'
import type { OpenQuestionTrainer } from '#shared/activities/open-question/definition.ts'
import { own } from '#shared/own.ts'
import type { EveryoneActivity, NextAction } from '#shared/views.ts'
import type { ConsoleWords } from './words.ts'

/**
 * `activities`: as everyone sees them, for where a series stands; `trainer`: as the trainer does. `nameOf`: unknown while names
 * are hidden.
 */
type Around = {
  here: number
  of: number
  activities: Record<string, EveryoneActivity>
  trainer: Record<string, unknown>
  nameOf: (personId: string) => string | undefined
}

/** What the next key will do, in words: the gesture, then what it is about. */
export function nextWords(
  next: NextAction,
  t: ConsoleWords,
  around: Around,
): { main: string; more?: string } {
  switch (next.type) {
    case 'start':
      return { main: t.next.start, more: ` · ${t.present(around.here, around.of)}` }
    case 'step':
      return { main: t.next.step(next.step, next.steps) }
    case 'slide':
      return { main: t.next.slide, more: t.quoted(fr(next.title)) }
    case 'show':
      return { main: wordsOf(next.kind, t).show, more: t.quoted(fr(next.title)) }
    case 'break':
      return { main: t.next.break, more: `${t.quoted(fr(next.title))} · ${t.minutes(next.minutes)}` }
    case 'open':
    case 'close':
    case 'reveal':
      return activityWords(next, t, around)
    case 'inside':
      return insideWords(next, t, around)
    case 'none':
      return { main: t.next.end }
  }
}

/** Where an activity stands, in words: a QCM at everyone's own pace is open as a whole, otherwise a question is. */
export function phaseWord(activity: EveryoneActivity, t: ConsoleWords): string {
  const { pace } = activity as Partial<McqEveryone>
  const kind = pace === 'learner' ? 'mcq-learner' : activity.kind
  return (own(t.phases, kind) ?? t.votes)[activity.phase]
}

const wordsOf = (kind: string, t: ConsoleWords) => own(t.next.kinds, kind) ?? t.next.anyKind

type OnActivity = Extract<NextAction, { type: 'open' | 'close' | 'reveal' }>

function activityWords(next: OnActivity, t: ConsoleWords, around: Around): { main: string; more?: string } {
  const activity = own(around.activities, next.activityId)
  const place = placeInSeries(activity)
  const main = place ? t.next.ofSeries[next.type](...place) : wordsOf(next.kind, t)[next.type]
  if (next.type === 'reveal' && next.kind === 'open-question') {
    const waiting = waitingFor(own(around.trainer, next.activityId))
    return { main, ...(waiting > 0 && { more: t.next.waiting(waiting) }) }
  }
  if (next.type !== 'close') return { main }
  if (next.kind === 'presentation')
    return { main, ...(next.missing > 0 && { more: t.next.notPresented(next.missing) }) }
  if (next.kind === 'roundtable')
    return { main, more: next.missing === 0 ? t.next.allHeard : t.next.unheard(next.missing) }
  if (next.missing === 0) return { main, more: t.next.allAnswered }
  const sheets = (next.kind === 'mcq' && !place) || next.kind === 'scenario' || next.kind === 'survey'
  return { main, more: sheets ? t.next.unfinished(next.missing) : t.next.missing(next.missing) }
}

/** Answers nobody will see: they wait for the trainer's approval. */
function waitingFor(question: unknown): number {
  const { entries } = (question ?? {}) as Partial<OpenQuestionTrainer>
  return Object.values(entries ?? {}).filter(({ shown, late, on }) => !shown && !late && on === undefined)
    .length
}

/** Which question of how many is on stage, in a QCM at the trainer's pace. */
function placeInSeries(activity: EveryoneActivity | undefined): [n: number, of: number] | undefined {
  const { question, count } = (activity ?? {}) as Partial<McqEveryone>
  return question && count && activity?.kind === 'mcq' ? [question.n, count] : undefined
}

type Inside = Extract<NextAction, { type: 'inside' }>

/** The steps of a series: « question 3 sur 5 », « l’explication »… */
function insideWords(
  { step, n = 0, of = 0, title, personId }: Inside,
  t: ConsoleWords,
  { nameOf }: Around,
): { main: string; more?: string } {
  const more = title === undefined ? {} : { more: t.quoted(fr(title)) }
  switch (step) {
    case 'explain':
      return { main: t.next.explain }
    case 'question':
      return { main: t.next.question(n, of), ...(more.more && { more: ` · ${more.more}` }) }
    case 'turn': {
      const name = personId === undefined ? undefined : nameOf(personId)
      return name === undefined ? { main: t.next.turnUnnamed(n, of) } : { main: t.next.turn(name) }
    }
    case 'present': {
      const name = personId === undefined ? undefined : nameOf(personId)
      return { main: name === undefined ? t.next.presentUnnamed(n, of) : t.next.present(name) }
    }
    case 'stop':
      return { main: t.next.stop }
    case 'finish':
      return { main: wordsOf('roundtable', t).close }
    default:
      return { main: t.next.goOn, ...more }
  }
}

import { fr } from '#client/i18n/format.ts'
import type { NextAction } from '#shared/views.ts'
import type { ConsoleWords } from './words.ts'

/** What the next key will do, in words: the gesture, then what it is about. */
export function nextWords(
  next: NextAction,
  t: ConsoleWords,
  present: { here: number; of: number },
): { main: string; more?: string } {
  switch (next.type) {
    case 'start':
      return { main: t.next.start, more: ` · ${t.present(present.here, present.of)}` }
    case 'step':
      return { main: t.next.step(next.step, next.steps) }
    case 'slide':
      return { main: t.next.slide, more: t.quoted(fr(next.title)) }
    case 'show':
      return {
        main: next.kind === 'poll' ? t.next.show : t.next.showOther,
        more: t.quoted(fr(next.title)),
      }
    case 'break':
      return { main: t.next.break, more: `${fr(next.title)} · ${t.minutes(next.minutes)}` }
    case 'open':
      return { main: next.kind === 'poll' ? t.next.open : t.next.openOther }
    case 'close':
      return {
        main: next.kind === 'poll' ? t.next.close : t.next.closeOther,
        more: next.missing === 0 ? t.next.allAnswered : t.next.missing(next.missing),
      }
    case 'reveal':
      return { main: t.next.reveal }
    case 'inside':
      return insideWords(next, t)
    case 'none':
      return { main: t.next.end }
  }
}

type Inside = Extract<NextAction, { type: 'inside' }>

/** The steps of a series: « question 3 sur 5 », « l’explication »… */
function insideWords(
  { step, n = 0, of = 0, title }: Inside,
  t: ConsoleWords,
): { main: string; more?: string } {
  const more = title === undefined ? {} : { more: t.quoted(fr(title)) }
  switch (step) {
    case 'explain':
      return { main: t.next.explain }
    case 'question':
      return { main: t.next.question(n, of), ...more }
    default:
      return { main: t.next.goOn, ...more }
  }
}

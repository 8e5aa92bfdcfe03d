import type { Mark, MarkedSlide } from '#server/decks/markdown.ts'
import type { PlanItem, RenderedSlide, Section, SlideMeta } from '#shared/course.ts'
import {
  type Fence,
  type ReadActivity,
  type Readings,
  readActivityFence,
  readAttributes,
} from './activities.ts'
import { type Place, placeOf, type Reporter } from './place.ts'
import { BREAK_WORD, either, unaccented } from './words.ts'

/** Directives of a slide that make the plan, without their underscore. */
export const PLAN_DIRECTIVES: ReadonlySet<string> = new Set(['section', 'minutes', 'activite'])
const SLIDE_MINUTES = 3

export type Deck = { file: string; text: string; marked: MarkedSlide[]; slides: RenderedSlide[] }

export type Plan = {
  items: PlanItem[]
  slides: SlideMeta[]
  /** Activities written in the deck itself. */
  inline: ReadActivity[]
  /** Where each activity of the plan is placed, by identifier. */
  places: Map<string, Place>
}

type Directive = Extract<Mark, { type: 'directive' }>

const nameOf = (directive: Directive): string => unaccented(directive.key).replace(/^_/, '')

/**
 * Makes the plan from a deck: each slide, then what is placed after it. `known` are the activities with a
 * file of their own, `unread` those whose file has mistakes. Reports references to nothing, unknown sections
 * and unreadable durations.
 */
export function makePlan(
  deck: Deck,
  sections: Section[],
  known: ReadonlyMap<string, ReadActivity>,
  unread: ReadonlySet<string>,
  readings: Readings,
  report: Reporter,
): Plan {
  const lines = deck.text.split(/\r?\n/)
  const plan: Plan = { items: [], slides: [], inline: [], places: new Map() }
  const ids = sections.map((section) => section.id)
  let section: string | undefined
  let warned = false
  let breaks = 0

  const directivePlace = (directive: Directive, needle = directive.key): Place => {
    const key = placeOf(deck.file, deck.text, directive.key, directive.line)
    if (needle === directive.key) return key
    const column = lines[key.line - 1]?.indexOf(needle, key.column - 1 + directive.key.length) ?? -1
    return column < 0 ? key : { ...key, column: column + 1 }
  }
  const fenceOf = (mark: Extract<Mark, { type: 'fence' }>): Fence => {
    const opening = lines[mark.line - 1] ?? ''
    const body = mark.body.split('\n')
    const indents = body.map((line, index) =>
      Math.max(0, (lines[mark.line + index] ?? '').length - line.length),
    )
    return {
      word: mark.word,
      info: mark.info,
      place: { file: deck.file, line: mark.line, column: Math.max(0, opening.indexOf(mark.word)) + 1 },
      body: { file: deck.file, text: mark.body, line: mark.line + 1, indents },
    }
  }

  function text(directive: Directive): string {
    return typeof directive.value === 'string' || typeof directive.value === 'number'
      ? String(directive.value).trim()
      : ''
  }

  function readable(directive: Directive): boolean {
    const name = nameOf(directive)
    if (!directive.key.startsWith('_')) {
      report(
        directivePlace(directive),
        `« ${directive.key} » sans tiret bas vaudrait pour toutes les diapositives suivantes`,
        `Écrivez <!-- _${name}: … -->.`,
      )
      return false
    }
    if (text(directive) === '' && !(name === 'activite' && Array.isArray(directive.value))) {
      report(
        directivePlace(directive),
        `« ${directive.key} » n’est pas lisible`,
        `Écrivez-le seul dans son commentaire : <!-- _${name}: … -->.`,
      )
      return false
    }
    return true
  }

  function placeSection(directive: Directive): void {
    const id = text(directive)
    if (!ids.includes(id)) {
      report(
        directivePlace(directive, id),
        `La section « ${id} » n’existe pas`,
        `Les sections de course.yaml sont ${either(ids)}.`,
      )
      return
    }
    if (section !== undefined && ids.indexOf(id) < ids.indexOf(section))
      report(
        directivePlace(directive, id),
        `La section « ${id} » vient après « ${section} », qui la suit dans course.yaml`,
        'Rangez les diapositives dans l’ordre des sections, ou les sections dans celui des diapositives.',
      )
    section = id
  }

  function minutesOf(directive: Directive): number | undefined {
    const value = text(directive)
    if (/^\d{1,3}(\.\d+)?$/.test(value)) return Number(value)
    report(
      directivePlace(directive, value),
      `« ${value} » n’est pas une durée`,
      'Écrivez un nombre de minutes : <!-- _minutes: 6 -->.',
    )
    return undefined
  }

  function placeActivity(activity: ReadActivity, place: Place, sectionId: string): boolean {
    const { id, definition } = activity
    if (plan.places.has(id)) {
      report(
        place,
        `L’activité « ${id} » est déjà placée dans le déroulé`,
        'Une activité ne se place qu’une fois : donnez un autre identifiant à la seconde.',
      )
      return false
    }
    plan.places.set(id, place)
    plan.items.push({
      id,
      type: 'activity',
      title: definition.title,
      minutes: activity.minutes,
      sectionId,
      activityId: id,
      kind: definition.kind,
    })
    return true
  }

  function placeBreak(fence: Fence, sectionId: string): void {
    const placeAt = (offset: number): Place => ({ ...fence.place, column: fence.place.column + offset })
    const read = readAttributes(fence.info, { text: [], number: ['minutes', 'hors-temps'] }, placeAt, report)
    if (!read) return
    const minutes = read.numbers.get('minutes')
    const offMinutes = read.numbers.get('hors-temps')
    if (minutes === undefined && offMinutes === undefined) {
      report(
        fence.place,
        'Il manque la durée de la pause',
        'Écrivez « pause minutes=10 », ou « pause hors-temps=60 » hors du temps de formation.',
      )
      return
    }
    breaks += 1
    plan.items.push({
      id: `break-${breaks}`,
      type: 'break',
      title: fence.body.text.trim().replace(/\s+/g, ' ').slice(0, 120) || 'Pause',
      minutes: minutes ?? 0,
      offMinutes,
      sectionId,
    })
  }

  function references(directive: Directive): string[] {
    const value = directive.value
    return (Array.isArray(value) ? value.map(String) : text(directive).split(',')).map((id) => id.trim())
  }

  for (const slide of deck.marked) {
    const directives = slide.marks.filter((mark) => mark.type === 'directive').filter(readable)
    for (const directive of directives) if (nameOf(directive) === 'section') placeSection(directive)
    if (section === undefined && !warned) {
      warned = true
      report(
        { file: deck.file, line: slide.line, column: 1 },
        'La première diapositive n’est dans aucune section',
        `Écrivez-y <!-- _section: ${ids[0] ?? 's1'} -->.`,
      )
    }
    const sectionId = section ?? ids[0] ?? ''
    const durations = directives.filter((directive) => nameOf(directive) === 'minutes')
    const last = durations.at(-1)
    if (slide.n === undefined) {
      if (last)
        report(
          directivePlace(last),
          '« _minutes » est écrit là où il n’y a pas de diapositive, seulement une activité',
          'Donnez la durée à l’activité elle-même : minutes=4.',
        )
    } else {
      const rendered = deck.slides[slide.n - 1]
      const title = rendered?.title ?? `Diapositive ${slide.n}`
      const minutes = (last && minutesOf(last)) ?? SLIDE_MINUTES
      plan.items.push({ id: `slide-${slide.n}`, type: 'slide', title, minutes, sectionId, slide: slide.n })
      plan.slides.push({ n: slide.n, title, steps: rendered?.steps ?? 0, sectionId })
    }
    for (const mark of slide.marks) {
      if (mark.type === 'fence') {
        const fence = fenceOf(mark)
        if (mark.word === BREAK_WORD) {
          placeBreak(fence, sectionId)
          continue
        }
        const activity = readActivityFence(fence, readings, report)
        if (!activity) continue
        const other = known.get(activity.id)
        if (other) {
          report(
            activity.place,
            `L’identifiant « ${activity.id} » est déjà celui de ${other.place.file}`,
            'Donnez-lui un autre identifiant.',
          )
          continue
        }
        if (placeActivity(activity, activity.place, sectionId)) plan.inline.push(activity)
      } else if (nameOf(mark) === 'activite' && directives.includes(mark)) {
        for (const id of references(mark)) {
          const activity = known.get(id)
          const place = directivePlace(mark, id)
          if (activity) placeActivity(activity, place, sectionId)
          else if (!unread.has(id))
            report(
              place,
              `L’activité « ${id} » n’existe pas`,
              known.size > 0
                ? `Les activités du dossier activities sont ${either([...known.keys()])}.`
                : `Écrivez-la dans activities/${id}.yaml.`,
            )
        }
      }
    }
  }
  return plan
}

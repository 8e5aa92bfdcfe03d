import type { Section } from '#shared/course.ts'
import type { ReadActivity } from './activities.ts'
import type { CourseFile } from './course-file.ts'
import { READERS } from './kinds/index.ts'
import type { ReadCourse } from './kinds/reader.ts'
import type { Reporter } from './place.ts'
import type { Plan } from './plan.ts'
import { unknownObjective } from './words.ts'

/** Reads « 1 min », « 42 min ». */
const minutesText = (minutes: number): string => `${Number(minutes.toFixed(2))} min`

/**
 * The checks that need the whole course: objectives, comparisons, activities placed nowhere. `complete` is
 * false when some activity could not be read: what is then missing is no mistake of its own.
 */
export function checkCourse(
  course: CourseFile,
  plan: Plan,
  activities: Map<string, ReadActivity>,
  complete: boolean,
  report: Reporter,
): void {
  const objectives = course.objectives.map((objective) => objective.id)
  const ranks = new Map(plan.items.map((item, rank) => [item.id, rank]))
  const read: ReadCourse = {
    complete,
    activity: (id) => {
      const activity = activities.get(id)
      return activity && { definition: activity.definition, rank: ranks.get(id) }
    },
    idsOf: (kind) =>
      [...activities].filter(([, activity]) => activity.definition.kind === kind).map(([id]) => id),
  }
  for (const [id, activity] of activities) {
    const { definition } = activity
    const objective = definition.objective
    if (typeof objective === 'string' && !objectives.includes(objective))
      activity.report(['objectif'], ...unknownObjective(objective, objectives))
    const reader = READERS.get(definition.kind)
    reader?.check?.(definition, read, ranks.get(id), activity.report)
    if (complete && !plan.places.has(id) && !reader?.unplaced?.(definition))
      report(
        activity.place,
        `L’activité « ${id} » n’est placée nulle part dans le déroulé`,
        `Écrivez <!-- _activite: ${id} --> dans deck.md, ou retirez ce fichier.`,
      )
  }
}

/** The checks of a plan that holds all its items: each section has some, and their minutes add up. */
export function checkMinutes(course: CourseFile, plan: Plan, report: Reporter): void {
  for (const [index, section] of course.sections.entries()) {
    const items = plan.items.filter((item) => item.sectionId === section.id)
    if (items.length === 0) {
      report(
        course.sectionPlace(index),
        `Aucune diapositive n’est dans la section « ${section.id} »`,
        `Écrivez <!-- _section: ${section.id} --> sur sa première diapositive, ou retirez cette section.`,
      )
      continue
    }
    const sum = items.reduce((total, item) => total + item.minutes, 0)
    if (Math.abs(sum - section.minutes) > 0.01) report(course.minutesPlace(index), ...mismatch(section, sum))
  }
}

function mismatch(section: Section, sum: number): [string, string] {
  const gap = section.minutes - sum
  const change = gap > 0 ? `ajoutez ${minutesText(gap)}` : `retirez ${minutesText(-gap)}`
  return [
    `La section « ${section.id} » annonce ${minutesText(section.minutes)}, son déroulé en totalise ${minutesText(sum)}`,
    `Écrivez « minutes: ${Number(sum.toFixed(2))} » ici, ou ${change} aux diapositives et activités de la section.`,
  ]
}

import { z } from 'zod'
import type { Objective, Section } from '#shared/course.ts'
import type { Place, Reporter } from './place.ts'
import { type Hints, parseYaml, readAs } from './yaml.ts'

export const IDENTIFIER = /^[a-z][a-z0-9-]{0,39}$/
export const IDENTIFIER_REMEDY =
  'Un identifiant commence par une lettre minuscule, puis lettres sans accent, chiffres et tirets : « s1 », « p4-fin ».'

const text = (max: number) => z.string().trim().min(1).max(max)
const id = z.string().regex(IDENTIFIER)

const schema = z.strictObject({
  titre: text(160),
  'sous-titre': text(300).optional(),
  organisme: text(160).optional(),
  langue: z.enum(['fr', 'en']).default('fr'),
  objectifs: z.array(z.strictObject({ id, texte: text(300) })).min(1),
  sections: z
    .array(
      z.strictObject({
        id,
        titre: text(160),
        court: text(60).optional(),
        minutes: z.number().min(0).max(1440),
        objectifs: z.array(z.string()).default([]),
      }),
    )
    .min(1),
})

const HINTS: Hints = {
  titre: 'Écrivez le titre de la formation : titre: "…".',
  langue: 'Écrivez fr ou en.',
  objectifs: 'Donnez au moins un objectif : « - { id: o1, texte: "…" } ».',
  'objectifs.*': 'Écrivez « - { id: o1, texte: "…" } ».',
  'objectifs.*.id': IDENTIFIER_REMEDY,
  sections: 'Donnez au moins une section : « - { id: s1, titre: "…", minutes: 45, objectifs: [o1] } ».',
  'sections.*': 'Écrivez « - { id: s1, titre: "…", minutes: 45, objectifs: [o1] } ».',
  'sections.*.id': IDENTIFIER_REMEDY,
  'sections.*.minutes': 'Écrivez la durée en minutes, un nombre : « minutes: 45 ».',
  'sections.*.objectifs': 'Écrivez la liste des objectifs travaillés : « objectifs: [o1, o2] ».',
}

export type CourseFile = {
  title: string
  subtitle?: string
  organisation?: string
  language: 'fr' | 'en'
  objectives: Objective[]
  sections: Section[]
  /** Where a section's minutes are written. */
  minutesPlace(index: number): Place
  sectionPlace(index: number): Place
}

/** Reads `course.yaml`. Reports its mistakes; undefined if there is any. */
export function readCourseFile(file: string, source: string, report: Reporter): CourseFile | undefined {
  const document = parseYaml({ file, text: source, line: 1 }, report)
  const read = document && readAs(document, schema, HINTS, report)
  if (!document || !read) return undefined

  let sound = true
  const refuse: Reporter = (...mistake) => {
    sound = false
    report(...mistake)
  }
  for (const list of ['objectifs', 'sections'] as const) {
    const ids = read[list].map((entry) => entry.id)
    for (const [index, entry] of ids.entries()) {
      if (ids.indexOf(entry) < index)
        refuse(
          document.at([list, index, 'id']),
          `L’identifiant « ${entry} » est déjà pris par une ligne précédente de « ${list} »`,
          'Donnez-lui un autre identifiant.',
        )
    }
  }
  // A name taken twice hides another: do not blame those who use the hidden one.
  if (!sound) return undefined
  const known = read.objectifs.map((objective) => objective.id)
  for (const [index, section] of read.sections.entries()) {
    for (const [position, objective] of section.objectifs.entries()) {
      if (!known.includes(objective))
        refuse(
          document.at(['sections', index, 'objectifs', position]),
          `L’objectif « ${objective} » n’existe pas`,
          `Les objectifs du cours sont ${known.join(', ')}.`,
        )
    }
  }
  if (!sound) return undefined
  return {
    title: read.titre,
    subtitle: read['sous-titre'],
    organisation: read.organisme,
    language: read.langue,
    objectives: read.objectifs.map((objective) => ({ id: objective.id, text: objective.texte })),
    sections: read.sections.map((section) => ({
      id: section.id,
      title: section.titre,
      short: section.court ?? section.titre,
      minutes: section.minutes,
      objectives: section.objectifs,
    })),
    minutesPlace: (index) => document.at(['sections', index, 'minutes']),
    sectionPlace: (index) => document.at(['sections', index, 'id']),
  }
}

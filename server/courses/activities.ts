import { z } from 'zod'
import type { ActivityDefinition } from '#shared/course.ts'
import { IDENTIFIER, IDENTIFIER_REMEDY } from './course-file.ts'
import { READERS } from './kinds/index.ts'
import type { BodyReporter, ReadContext } from './kinds/reader.ts'
import type { Place, Reporter } from './place.ts'
import { either, KIND_OF_WORD, nearest } from './words.ts'
import { type Hints, parseYaml, readAs, type YamlDocument, type YamlText } from './yaml.ts'

/** An activity read from its file or its fence. */
export type ReadActivity = {
  id: string
  minutes: number
  definition: ActivityDefinition
  /** Where its identifier is written. */
  place: Place
  /** Reports a mistake at a path of its body. */
  report: BodyReporter
}

/** What every activity of a course is read with. */
export type Readings = Omit<ReadContext, 'id'>

const MINUTES_HINT = 'Écrivez la durée en minutes, un nombre : « minutes: 4 ».'
const minutes = z.number().min(0).max(480)
/** Taken by the slides and breaks of the plan. */
const TAKEN = /^(slide|break)-\d+$/

const words = () => either([...READERS.keys()].map((kind) => wordOf(kind)))

function wordOf(kind: string): string {
  for (const [word, named] of KIND_OF_WORD) if (named === kind) return word
  return kind
}

/** The reader a French word names; reports a word that is unknown or not built yet. */
function readerFor(word: string, place: Place, report: Reporter) {
  const kind = KIND_OF_WORD.get(word)
  const reader = kind === undefined ? undefined : READERS.get(kind)
  if (kind === undefined) {
    const near = nearest(word, [...KIND_OF_WORD.keys()])
    report(
      place,
      `« ${word} » n’est pas un type d’activité`,
      near ? `Vouliez-vous écrire « ${near} » ?` : `Écrivez ${words()}.`,
    )
  } else if (!reader) {
    report(
      place,
      `« ${word} » : ce type d’activité arrive plus tard`,
      `Pour l’instant, écrivez ${words()}, ou retirez cette activité.`,
    )
  }
  return reader
}

function checkId(id: string, place: Place, report: Reporter): boolean {
  if (IDENTIFIER.test(id) && !TAKEN.test(id)) return true
  report(
    place,
    `« ${id} » ne peut pas être l’identifiant d’une activité`,
    TAKEN.test(id)
      ? 'Les noms « slide-1 » et « break-1 » sont pris par le déroulé : choisissez-en un autre.'
      : IDENTIFIER_REMEDY,
  )
  return false
}

function readBody(
  document: YamlDocument,
  reader: NonNullable<ReturnType<typeof readerFor>>,
  schema: z.ZodObject,
  hints: Hints,
  context: ReadContext,
  report: Reporter,
  /** Keys written outside the body, with their values and places. */
  outside: ReadonlyMap<string, { value: string; place: Place }> = new Map(),
): { body: Record<string, unknown>; definition: ActivityDefinition; reportAt: BodyReporter } | undefined {
  const written = readAs(document, schema, { ...reader.hints, ...hints }, report)
  if (!written) return undefined
  const added = [...outside].filter(([key]) => !document.has([key]))
  const body = { ...written, ...Object.fromEntries(added.map(([key, { value }]) => [key, value])) }
  const reportAt: BodyReporter = (path, problem, remedy) => {
    const attribute = path.length === 1 && added.find(([key]) => key === path[0])
    report(attribute ? attribute[1].place : document.at(path), problem, remedy)
  }
  const definition: ActivityDefinition | undefined = reader.read(body, reportAt, context)
  return definition && { body, definition, reportAt }
}

/** Reads `activities/x.yaml`: `type`, `id`, `minutes` and the body of the kind. */
export function readActivityFile(
  source: YamlText,
  readings: Readings,
  report: Reporter,
): ReadActivity | undefined {
  const document = parseYaml(source, report)
  if (!document) return undefined
  const head = document.value as { type?: unknown; id?: unknown } | null
  const type = head?.type
  if (typeof type !== 'string') {
    report(
      document.at(['type']),
      'Il manque « type »',
      `Écrivez le type de l’activité : « type: ${words()} ».`,
    )
    return undefined
  }
  const reader = readerFor(type, document.at(['type']), report)
  if (!reader) return undefined
  const schema = reader.body.extend({ type: z.string(), id: z.string(), minutes })
  const hints = { id: IDENTIFIER_REMEDY, minutes: MINUTES_HINT }
  const context = { ...readings, id: String(head?.id) }
  const read = readBody(document, reader, schema, hints, context, report)
  if (!read) return undefined
  const id = String(read.body.id)
  const place = document.at(['id'])
  if (!checkId(id, place, report)) return undefined
  return {
    id,
    minutes: Number(read.body.minutes),
    definition: read.definition,
    place,
    report: read.reportAt,
  }
}

/** The words after a fence's own: `id=p1 minutes=4 titre="…"`, each with its column. */
function fenceAttributes(info: string): { name: string; value: string; offset: number }[] {
  return Array.from(info.matchAll(/\s([^\s=]+)(?:=(?:"([^"]*)"|(\S*)))?/g), (match) => ({
    name: match[1] ?? '',
    value: match[2] ?? match[3] ?? '',
    offset: match.index + 1,
  }))
}

/** Reads the attributes of a fence; unknown ones, repeated ones and numbers that are none are reported. */
export function readAttributes(
  info: string,
  known: { text: readonly string[]; number: readonly string[] },
  placeAt: (offset: number) => Place,
  report: Reporter,
): { values: Map<string, string>; numbers: Map<string, number> } | undefined {
  const values = new Map<string, string>()
  const numbers = new Map<string, number>()
  const names = [...known.text, ...known.number]
  let sound = true
  const refuse = (offset: number, problem: string, remedy: string) => {
    sound = false
    report(placeAt(offset), problem, remedy)
  }
  for (const { name, value, offset } of fenceAttributes(info)) {
    if (!names.includes(name)) {
      const near = nearest(name, names)
      refuse(
        offset,
        `« ${name} » n’est pas attendu ici`,
        near
          ? `Vouliez-vous écrire « ${near}=… » ?`
          : `Écrivez ${either(names.map((known) => `${known}=…`))}.`,
      )
    } else if (values.has(name) || numbers.has(name)) {
      refuse(offset, `« ${name} » est écrit deux fois`, 'Gardez-en un seul.')
    } else if (known.text.includes(name)) values.set(name, value)
    else if (/^\d{1,3}(\.\d+)?$/.test(value)) numbers.set(name, Number(value))
    else
      refuse(
        offset,
        `« ${name} » attend un nombre de minutes, pas « ${value} »`,
        `Écrivez par exemple ${name}=10.`,
      )
  }
  return sound ? { values, numbers } : undefined
}

/** A fence in the deck: where it is and what it holds. */
export type Fence = { word: string; info: string; place: Place; body: YamlText }

/** What a fence may say of the objective, in the authors' word or as in the documented format. */
const OBJECTIVE_WORDS = ['objectif', 'outcome'] as const

/**
 * Reads an activity written in a fence: ```` ```sondage id=p1 minutes=4 ````. `objectif=o1` on the fence is
 * the objective of a body that names none.
 */
export function readActivityFence(
  fence: Fence,
  readings: Readings,
  report: Reporter,
): ReadActivity | undefined {
  const placeAt = (offset: number): Place => ({ ...fence.place, column: fence.place.column + offset })
  const reader = readerFor(fence.word, fence.place, report)
  if (!reader) return undefined
  const objectiveWords = 'objectif' in reader.body.shape ? OBJECTIVE_WORDS : []
  const known = { text: ['id', ...objectiveWords], number: ['minutes'] }
  const attributes = readAttributes(fence.info, known, placeAt, report)
  const outside = new Map<string, { value: string; place: Place }>()
  for (const name of objectiveWords) {
    const value = attributes?.values.get(name)
    if (value !== undefined)
      outside.set('objectif', { value, place: placeAt(fence.info.indexOf(`${name}=`)) })
  }
  const document = parseYaml(fence.body, report)
  const id = attributes?.values.get('id')
  const duration = attributes?.numbers.get('minutes')
  const context = { ...readings, id: String(id) }
  const read = document && readBody(document, reader, reader.body, {}, context, report, outside)
  if (attributes && id === undefined)
    report(fence.place, 'Il manque l’identifiant de l’activité', `Écrivez « ${fence.word} id=p1 minutes=4 ».`)
  if (attributes && duration === undefined)
    report(
      fence.place,
      'Il manque la durée de l’activité',
      `Écrivez « ${fence.word} id=${id ?? 'p1'} minutes=4 ».`,
    )
  if (!read || id === undefined || duration === undefined) return undefined
  const place = placeAt(Math.max(0, fence.info.indexOf('id=')))
  if (!checkId(id, place, report)) return undefined
  return { id, minutes: duration, definition: read.definition, place, report: read.reportAt }
}

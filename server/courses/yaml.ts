/** Reads YAML written by authors: values with their places, and mistakes said in their words. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml'
import { z } from 'zod'
import type { Place, Reporter } from './place.ts'
import { either, nearest, unaccented } from './words.ts'

/** YAML text inside a file: `line` is the file's 1-based line of its first line, `indents` the characters cut off before each line. */
export type YamlText = { file: string; text: string; line: number; indents?: number[] }

export type Path = readonly PropertyKey[]

/** What would be right, by path: `sections.*.minutes`. */
export type Hints = Record<string, string>

export type YamlDocument = {
  value: unknown
  /** Where the value at `path` is written, or the nearest thing around it. */
  at(path: Path): Place
  /** Where the key at the end of `path` is written. */
  atKey(path: Path): Place
  has(path: Path): boolean
}

/** Parses YAML. Reports syntax mistakes and returns undefined then. Keys lose their accents. */
export function parseYaml(source: YamlText, report: Reporter): YamlDocument | undefined {
  const counter = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false })
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    const index = Math.max(0, line - 1)
    return {
      file: source.file,
      line: source.line + index,
      column: Math.max(1, col) + (source.indents?.[index] ?? 0),
    }
  }
  if (document.errors.length > 0) {
    for (const error of document.errors)
      report(place(error.pos[0]), ...yamlMistake(error.code, error.message))
    return undefined
  }
  visit(document, {
    Pair: (_, pair) => {
      if (isScalar(pair.key)) pair.key.value = keyAsWritten(pair.key)
    },
    Scalar: (_, scalar) => {
      if (isCode(scalar)) scalar.value = scalar.source
    },
  })
  const nodeAt = (path: Path) => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true)
    return isNode(node) && node.range ? node : undefined
  }
  const at = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(path.slice(0, length))
      if (node?.range) return place(node.range[0])
    }
    return place(0)
  }
  const atKey = (path: Path): Place => {
    const parent = nodeAt(path.slice(0, -1))
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
      : undefined
    return pair && isScalar(pair.key) && pair.key.range ? place(pair.key.range[0]) : at(path)
  }
  try {
    return { value: document.toJS({ maxAliasCount: 50 }), at, atKey, has: (path) => document.hasIn(path) }
  } catch {
    report(place(0), 'Trop de renvois (&, *) dans ce fichier', 'Écrivez les valeurs en toutes lettres.')
    return undefined
  }
}

/** Keys lose their accents; `0012` as a key is what its author wrote. */
function keyAsWritten({ value, source }: Scalar): unknown {
  if (typeof value === 'string') return unaccented(value)
  return typeof value === 'number' && source !== undefined ? source : value
}

/** Digits that are no number: a SIRET begins with zeros, and would lose them. */
const isCode = ({ value, source }: Scalar): boolean =>
  typeof value === 'number' && source !== undefined && /^0\d|^\d{16,}/.test(source)

function yamlMistake(code: string, message: string): [string, string] {
  switch (code) {
    case 'DUPLICATE_KEY':
      return ['Ce mot-clé est écrit deux fois', 'Gardez-en un seul.']
    case 'TAB_AS_INDENT':
      return ['Une tabulation sert de retrait', 'Remplacez-la par des espaces.']
    case 'BAD_INDENT':
      return [
        'Le retrait de cette ligne ne va pas avec les précédentes',
        'Alignez-la avec les lignes du même niveau, avec des espaces.',
      ]
    case 'MISSING_CHAR':
      return [
        'Il manque un caractère (guillemet, crochet, accolade ou deux-points)',
        'Fermez ce qui a été ouvert : "…", [ … ] ou { … }.',
      ]
    case 'UNEXPECTED_TOKEN':
    case 'IMPOSSIBLE':
    case 'BAD_SCALAR_START':
      return ['Ce caractère n’est pas attendu ici', 'Mettez le texte entre guillemets : "…".']
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return ['Cette ligne n’est pas lisible', 'Un texte qui contient « : » se met entre guillemets : "…".']
    default:
      return [
        `YAML illisible (${message})`,
        'Comparez avec un cours qui fonctionne, par exemple slides/chorus-pro.',
      ]
  }
}

/** Checks a document against a schema. Reports every mistake with its place; undefined if there is any. */
export function readAs<S extends z.ZodType>(
  document: YamlDocument,
  schema: S,
  hints: Hints,
  report: Reporter,
): z.output<S> | undefined {
  const result = schema.safeParse(document.value)
  if (result.success) return result.data
  for (const issue of result.error.issues.flatMap(unfolded))
    reportIssue(document, schema, issue, hints, report)
  return undefined
}

/** Of a value that may be a word or a block of lines, the mistakes of the one its author meant. */
function unfolded(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const meant = issue.errors.find((issues) =>
    issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  )
  if (!meant) return [issue]
  return meant.flatMap((inner) => unfolded({ ...inner, path: [...issue.path, ...inner.path] }))
}

const hintFor = (hints: Hints, path: Path): string | undefined =>
  hints[path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.')]

const nameOf = (path: Path): string => {
  const name = path.findLast((part) => typeof part === 'string')
  return name === undefined ? 'le fichier' : `« ${String(name)} »`
}

const TYPES: Record<string, string> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'oui ou non',
  array: 'une liste',
  object: 'des lignes « mot: valeur »',
}

const READ_TYPE = (value: unknown): string => {
  if (value === null) return 'rien'
  if (Array.isArray(value)) return 'une liste'
  if (typeof value === 'object') return 'des lignes « mot: valeur »'
  return `« ${String(value)} »`
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
}

function reportIssue(
  document: YamlDocument,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  hints: Hints,
  report: Reporter,
): void {
  const { path } = issue
  const name = nameOf(path)
  const hint = hintFor(hints, path)
  const given = valueAt(document.value, path)
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    for (const key of issue.keys) {
      const near = nearest(key, known)
      report(
        document.atKey([...path, key]),
        `« ${key} » n’est pas un mot connu ici`,
        near ? `Vouliez-vous écrire « ${near} » ?` : `Les mots possibles sont ${either(known)}.`,
      )
    }
    return
  }
  if (given === undefined && path.length > 0) {
    report(document.at(path), `Il manque ${name}`, hint ?? `Ajoutez une ligne « ${String(path.at(-1))}: … ».`)
    return
  }
  const [problem, remedy] = described(issue, name, given)
  report(document.at(path), problem, hint ?? remedy)
}

function described(issue: z.core.$ZodIssue, name: string, given: unknown): [string, string] {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPES[issue.expected] ?? issue.expected
      return [`${name} attend ${wanted}, pas ${READ_TYPE(given)}`, `Écrivez ${wanted}.`]
    }
    case 'invalid_value':
      return [
        `${READ_TYPE(given)} ne convient pas pour ${name}`,
        `Écrivez ${either(issue.values.map(String))}.`,
      ]
    case 'too_small':
      if (issue.origin === 'string') return [`${name} est vide`, 'Écrivez un texte.']
      if (issue.origin === 'array')
        return [
          `${name} a ${(given as unknown[]).length} élément${(given as unknown[]).length > 1 ? 's' : ''} ; il en faut au moins ${issue.minimum}`,
          'Ajoutez ce qui manque.',
        ]
      return [`${name} vaut ${String(given)} : c’est trop petit`, `Écrivez ${issue.minimum} ou plus.`]
    case 'too_big':
      if (issue.origin === 'string')
        return [
          `${name} est trop long : ${String(given).length} caractères, ${issue.maximum} au plus`,
          'Raccourcissez ce texte.',
        ]
      if (issue.origin === 'array')
        return [
          `${name} a ${(given as unknown[]).length} éléments, ${issue.maximum} au plus`,
          'Retirez ceux qui sont en trop.',
        ]
      return [`${name} vaut ${String(given)} : c’est trop grand`, `Écrivez ${issue.maximum} ou moins.`]
    case 'invalid_format':
      return [`${READ_TYPE(given)} ne convient pas pour ${name}`, 'Corrigez cette valeur.']
    default:
      return [`${name} ne convient pas : ${READ_TYPE(given)}`, 'Corrigez cette valeur.']
  }
}

/** The keys a schema knows at `path`. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema
  for (const key of path) {
    at = bare(at)
    if (at instanceof z.ZodArray) at = at.element
    else if (at instanceof z.ZodObject) at = at.shape[String(key)]
  }
  at = bare(at)
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function bare(schema: unknown): unknown {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap()
  if (inner instanceof z.ZodUnion) return inner.options.find((option) => option instanceof z.ZodObject)
  return inner
}

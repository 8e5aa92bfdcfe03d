/** Rules and conditions of a mise en situation: from their author's words to what the class checks. */
import type { Condition, Field, FieldValue, Rule } from '#shared/activities/scenario/definition.ts'
import { readDay } from '#shared/activities/scenario/fields/index.ts'
import { either, nearest } from '../../words.ts'
import type { Path } from '../../yaml.ts'
import type { BodyReporter } from '../reader.ts'
import type { WrittenCondition, WrittenRule, WrittenValue } from './body.ts'

/** What the rules of one exercise may name. */
export type Names = {
  fields: ReadonlyMap<string, Field>
  actions: readonly string[]
  checks: readonly string[]
  refuse: BodyReporter
}

const RULE_WORDS = [
  'rempli',
  'valide',
  'vaut',
  'parmi',
  'sauf',
  'au-moins',
  'au-plus',
  'inchange',
  'comme',
  'somme',
  'pourcent',
  'total-lignes',
  'jours-apres',
  'cite',
  'evite',
  'contient',
  'tient',
] as const

/** Bounds of one rule. */
const PAIRED: readonly string[] = ['au-moins', 'au-plus']

const CELLS = { libelle: 'label', quantite: 'quantity', prix: 'price', taux: 'rate' } as const

/** A value as the form holds it. */
export function formValue(written: WrittenValue): FieldValue {
  if (!Array.isArray(written)) return written
  return written.map((one) =>
    typeof one === 'string'
      ? one
      : Object.fromEntries(
          Object.entries(CELLS).flatMap(([theirs, ours]) => {
            const cell = one[theirs as keyof typeof CELLS]
            return cell === undefined ? [] : [[ours, cell] as const]
          }),
        ),
  ) as FieldValue
}

/** What is wrong and what would be right when something named does not exist. */
export function unknownName(what: string, name: string, known: readonly string[]): [string, string] {
  const near = nearest(name, known)
  return [
    `${what} « ${name} » n’existe pas`,
    `${near ? `Vouliez-vous écrire « ${near} » ? ` : ''}${known.length > 0 ? `Ceux de cet exercice sont ${either(known)}.` : ''}`.trim() ||
      'Retirez cette ligne.',
  ]
}

export function knownField(id: string, path: Path, { fields, refuse }: Names): boolean {
  if (fields.has(id)) return true
  refuse(path, ...unknownName('Le champ', id, [...fields.keys()]))
  return false
}

const NO_RULE = 'Écrivez une règle : « vaut: "…" », « rempli: oui », « somme: [ht, tva] »…'

/** The rule written at `path`, for the field `on`. Undefined once its mistake is reported. */
export function ruleOf(written: WrittenRule, on: string, path: Path, names: Names): Rule | undefined {
  const { refuse } = names
  const said = RULE_WORDS.filter((one) => written[one] !== undefined && written[one] !== false)
  const [first] = said
  if (!first) {
    refuse(path, 'Il manque la règle', NO_RULE)
    return undefined
  }
  const extra = said.slice(1).find((one) => !(PAIRED.includes(first) && PAIRED.includes(one)))
  if (extra) {
    refuse(
      [...path, extra],
      `« ${first} » et « ${extra} » sont sur la même ligne`,
      'Une règle par ligne : séparez-les.',
    )
    return undefined
  }
  if (written.moins && first !== 'somme') {
    refuse([...path, 'moins'], '« moins » ne va qu’avec « somme »', 'Écrivez « somme: [a], moins: [b] ».')
    return undefined
  }
  return made(first, written, on, path, names)
}

function made(
  word: (typeof RULE_WORDS)[number],
  written: WrittenRule,
  on: string,
  path: Path,
  names: Names,
): Rule | undefined {
  const field = names.fields.get(on)
  const fieldsAt = (ids: readonly string[], key: string) =>
    ids.map((id, i) => knownField(id, [...path, key, i], names)).every(Boolean)
  switch (word) {
    case 'rempli':
      return { type: 'filled' }
    case 'valide':
      return { type: 'valid' }
    case 'vaut':
      return { type: 'equals', value: formValue(written.vaut!) }
    case 'parmi':
      return { type: 'one-of', values: written.parmi! }
    case 'sauf':
      return { type: 'not-one-of', values: written.sauf! }
    case 'au-moins':
    case 'au-plus':
      return {
        type: 'range',
        ...(written['au-moins'] !== undefined && { min: written['au-moins'] }),
        ...(written['au-plus'] !== undefined && { max: written['au-plus'] }),
      }
    case 'inchange':
      return { type: 'unchanged' }
    case 'comme':
      return knownField(written.comme!, [...path, 'comme'], names)
        ? { type: 'same-as', field: written.comme! }
        : undefined
    case 'somme': {
      const less = written.moins ?? []
      const known = [fieldsAt(written.somme!, 'somme'), fieldsAt(less, 'moins')].every(Boolean)
      return known ? { type: 'sum', of: written.somme!, less } : undefined
    }
    case 'pourcent': {
      const { de, taux } = written.pourcent!
      return knownField(de, [...path, 'pourcent', 'de'], names)
        ? { type: 'rate', of: de, rate: taux }
        : undefined
    }
    case 'total-lignes': {
      const { de, total, taux } = written['total-lignes']!
      if (!knownField(de, [...path, 'total-lignes', 'de'], names)) return undefined
      if (names.fields.get(de)!.type !== 'lines') {
        names.refuse(
          [...path, 'total-lignes', 'de'],
          `Le champ « ${de} » n’est pas une table de lignes`,
          'Nommez un champ de type lignes.',
        )
        return undefined
      }
      const totals = { ht: 'net', tva: 'vat', ttc: 'gross' } as const
      return {
        type: 'lines-total',
        lines: de,
        total: totals[total],
        ...(taux !== undefined && { rate: taux }),
      }
    }
    case 'jours-apres':
      return daysAfterOf(written['jours-apres']!, [...path, 'jours-apres'], names)
    case 'cite':
      return { type: 'mentions', groups: written.cite!.map((one) => (Array.isArray(one) ? one : [one])) }
    case 'evite':
      return { type: 'avoids', words: written.evite! }
    case 'contient':
    case 'tient':
      return listRule(word, written, field, path, names)
  }
}

function listRule(
  word: 'contient' | 'tient',
  written: WrittenRule,
  field: Field | undefined,
  path: Path,
  { refuse }: Names,
): Rule | undefined {
  const fits = word === 'tient'
  if (field && field.type !== 'attachments' && (fits || field.type !== 'choices')) {
    refuse(
      [...path, word],
      `« ${word} » ne va pas avec un champ qui n’est pas une liste`,
      fits
        ? 'Écrivez-le sur un champ de type pièces.'
        : 'Écrivez « vaut: "…" », ou « cite: [...] » pour un texte.',
    )
    return undefined
  }
  if (!fits) return { type: 'includes', values: written.contient!, only: written.seulement ?? false }
  const { nom, octets } = written.tient!
  return {
    type: 'fits',
    ...(nom !== undefined && { nameMax: nom }),
    ...(octets !== undefined && { bytesMax: octets }),
  }
}

function daysAfterOf(
  { jour, champ, jours }: NonNullable<WrittenRule['jours-apres']>,
  path: Path,
  names: Names,
): Rule | undefined {
  if ((jour === undefined) === (champ === undefined)) {
    names.refuse(
      path,
      '« jours-après » part d’un jour ou d’un champ',
      'Écrivez « { jour: "22/10/2026", jours: 30 } » ou « { champ: depot, jours: 15 } ».',
    )
    return undefined
  }
  if (champ !== undefined)
    return knownField(champ, [...path, 'champ'], names)
      ? { type: 'days-after', day: { field: champ }, days: jours }
      : undefined
  const day = dayAt(jour!, [...path, 'jour'], names.refuse)
  return day === undefined ? undefined : { type: 'days-after', day, days: jours }
}

/** A day that exists, as 2026-11-17; undefined once its mistake is reported. */
export function dayAt(written: string, path: Path, refuse: BodyReporter): string | undefined {
  const day = readDay(written)
  if (day === undefined)
    refuse(path, `« ${written} » n’est pas un jour du calendrier`, 'Écrivez par exemple "17/11/2026".')
  return day
}

/** A condition; undefined once its mistake is reported. */
function conditionOf(written: WrittenCondition, path: Path, names: Names): Condition | undefined {
  const { champ, geste, justes, pas, ...rule } = written
  const not = pas ? { not: true as const } : {}
  const said = [champ, geste, justes].filter((one) => one !== undefined).length
  if (said !== 1) {
    names.refuse(
      path,
      'Une condition parle d’un champ, d’un geste ou de contrôles',
      'Écrivez « { champ: siret, vaut: "…" } », « { geste: envoyer } » ou « { justes: [ht, ttc] } ».',
    )
    return undefined
  }
  if (geste !== undefined) {
    if (names.actions.includes(geste)) return { action: geste, ...not }
    names.refuse([...path, 'geste'], ...unknownName('Le geste', geste, names.actions))
    return undefined
  }
  if (justes) {
    const unknown = justes.findIndex((id) => !names.checks.includes(id))
    if (unknown < 0) return { checks: justes, ...not }
    names.refuse([...path, 'justes', unknown], ...unknownName('Le contrôle', justes[unknown]!, names.checks))
    return undefined
  }
  if (!knownField(champ!, [...path, 'champ'], names)) return undefined
  const made = ruleOf(rule, champ!, path, names)
  return made && { field: champ!, rule: made, ...not }
}

/** All the conditions of a list, without those that are mistaken. */
export const conditionsOf = (written: readonly WrittenCondition[], path: Path, names: Names): Condition[] =>
  written.flatMap((one, i) => conditionOf(one, [...path, i], names) ?? [])

/** Fields of a mise en situation, from their author's words. */
import { type Field, type FieldValue, isCharacterClass } from '#shared/activities/scenario/definition.ts'
import { read } from '#shared/activities/scenario/fields/index.ts'
import type { Path } from '../../yaml.ts'
import type { BodyReporter } from '../reader.ts'
import { FIELD_TYPES, type WrittenField } from './body.ts'
import { formValue } from './rules.ts'

/** Words of a field that only some types take. */
const ONLY = {
  options: ['choice', 'choices'],
  longueur: ['text', 'long-text', 'identifier'],
  caracteres: ['identifier'],
  taux: ['lines'],
  fichiers: ['attachments'],
} as const
/** Words without which a type means nothing. */
const NEEDED = { choice: 'options', choices: 'options', attachments: 'fichiers' } as const

const LENGTHS = { text: 120, 'long-text': 2000, identifier: 50 } as const
const RATES = [20, 10, 5.5, 2.1, 0]

const HOW = {
  options: 'Ajoutez « options: », une réponse par ligne : « - A1: "A1, dépôt par un fournisseur" ».',
  fichiers: 'Ajoutez « fichiers: » : « - { nom: "facture.pdf", octets: 180000 } ».',
} as const

/** The field, or undefined once a mistake is reported. */
export function fieldOf(
  written: WrittenField,
  step: string,
  path: Path,
  refuse: BodyReporter,
): Field | undefined {
  const type = FIELD_TYPES[written.type]
  let sound = true
  const no: BodyReporter = (...mistake) => {
    sound = false
    refuse(...mistake)
  }
  for (const [word, types] of Object.entries(ONLY)) {
    if (written[word as keyof typeof ONLY] !== undefined && !(types as readonly string[]).includes(type))
      no(
        [...path, word],
        `« ${word} » ne va pas avec un champ de type ${written.type}`,
        'Retirez cette ligne, ou changez le type du champ.',
      )
  }
  const needed = type in NEEDED ? NEEDED[type as keyof typeof NEEDED] : undefined
  if (needed && written[needed] === undefined)
    no(path, `Il manque « ${needed} » à un champ de type ${written.type}`, HOW[needed])
  const options = optionsOf(written, path, no)
  if (written.caracteres !== undefined && !isCharacterClass(written.caracteres))
    no(
      [...path, 'caracteres'],
      `« ${written.caracteres} » ne dit pas des caractères`,
      'Écrivez les caractères admis, par exemple "A-Z0-9_/+-".',
    )
  if (!sound) return undefined
  const base = {
    id: written.id,
    label: written.libelle,
    ...(written.aide !== undefined && { help: written.aide }),
    step,
    required: written.obligatoire,
    hints: written.indices,
    ...(written.avant !== undefined && { before: formValue(written.avant) }),
  }
  switch (type) {
    case 'text':
    case 'long-text':
      return { ...base, type, max: Math.min(written.longueur ?? LENGTHS[type], type === 'text' ? 300 : 4000) }
    case 'identifier': {
      const { longueur = LENGTHS.identifier, caracteres } = written
      return {
        ...base,
        type,
        max: Math.min(longueur, 100),
        ...(caracteres !== undefined && { alphabet: caracteres }),
      }
    }
    case 'choice':
    case 'choices':
      return { ...base, type, options }
    case 'lines':
      return { ...base, type, rates: written.taux ?? RATES }
    case 'attachments':
      return {
        ...base,
        type,
        files: written.fichiers!.map(({ nom, octets, note }) => ({
          name: nom,
          bytes: octets,
          ...(note !== undefined && { note }),
        })),
      }
    default:
      return { ...base, type }
  }
}

/** « - A1: "A1, dépôt par un fournisseur" », or « - "Virement" » when the value is what is read. */
function optionsOf(
  written: WrittenField,
  path: Path,
  refuse: BodyReporter,
): { value: string; label: string }[] {
  const seen = new Set<string>()
  return (written.options ?? []).flatMap((option, i) => {
    const entries = typeof option === 'string' ? [[option, option] as const] : Object.entries(option)
    const [entry] = entries
    if (!entry || entries.length > 1) {
      refuse(
        [...path, 'options', i],
        'Cette ligne ne donne pas une réponse',
        'Écrivez « - A1: "A1, dépôt par un fournisseur" » ou « - "Virement" ».',
      )
      return []
    }
    const [value, label] = entry
    if (seen.has(value))
      refuse(
        [...path, 'options', i],
        `La réponse « ${value} » est écrite deux fois`,
        'Retirez l’une des deux.',
      )
    seen.add(value)
    return [{ value, label }]
  })
}

/** Reports a value that could never stand in its field. */
export function checkValue(field: Field, value: FieldValue, path: Path, refuse: BodyReporter): void {
  const list = Array.isArray(value)
  const rows = list && value.some((one) => typeof one !== 'string')
  const wanted = { lines: 'rows', choices: 'list', attachments: 'list' }[field.type as string] ?? 'text'
  const given = rows ? 'rows' : list ? 'list' : 'text'
  if (wanted !== given && !(list && value.length === 0)) {
    refuse(path, `Cette valeur ne va pas dans « ${field.label} »`, SHAPES[wanted]!)
    return
  }
  const { problem } = read(field, value)
  if (problem) refuse(path, `Cette valeur ne va pas dans « ${field.label} » : ${problem}`, 'Corrigez-la.')
  const known =
    field.type === 'choices'
      ? field.options.map((option) => option.value)
      : field.type === 'attachments'
        ? field.files.map(({ name }) => name)
        : undefined
  const stranger = known && list && value.find((one) => typeof one === 'string' && !known.includes(one))
  if (known && stranger)
    refuse(path, `« ${String(stranger)} » n’est pas dans la liste`, `Écrivez ${known.join(', ')}.`)
}

const SHAPES: Record<string, string> = {
  rows: 'Écrivez des lignes : « - { libelle: "…", quantite: 120, prix: "14,50", taux: 5.5 } ».',
  list: 'Écrivez une liste : « ["a.pdf", "b.pdf"] ».',
  text: 'Écrivez un texte entre guillemets.',
}

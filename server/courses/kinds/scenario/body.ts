/** A mise en situation as its author writes it: the words of its YAML, and what would be right for each. */
import { z } from 'zod'
import type { Hints } from '../../yaml.ts'
import { label, text, word, yesNo } from '../fields.ts'

/** The author's word for each type of field, and the type it names. */
export const FIELD_TYPES = {
  texte: 'text',
  'texte-long': 'long-text',
  choix: 'choice',
  'choix-multiple': 'choices',
  date: 'date',
  montant: 'money',
  pourcentage: 'percent',
  nombre: 'number',
  siret: 'siret',
  tva: 'vat',
  iban: 'iban',
  identifiant: 'identifier',
  lignes: 'lines',
  pieces: 'attachments',
} as const
export type FieldWord = keyof typeof FIELD_TYPES
const FIELD_WORDS = Object.keys(FIELD_TYPES) as [FieldWord, ...FieldWord[]]

const id = z.string()
const ids = z.array(id)

/** The cells of a line, in the author's words. */
export const row = z.strictObject({
  libelle: label(120).optional(),
  quantite: label(20).optional(),
  prix: label(20).optional(),
  taux: label(10).optional(),
})
/** What stands in a field: a text, several for `choix-multiple` and `pieces`, rows for `lignes`. */
export const value = z.union([label(4000), z.array(row), z.array(label(200))])
export type WrittenValue = z.output<typeof value>

/** What must hold of a field, one word per line. */
const rules = {
  rempli: yesNo.optional(),
  valide: yesNo.optional(),
  vaut: value.optional(),
  parmi: z.array(label(200)).min(1).optional(),
  sauf: z.array(label(200)).min(1).optional(),
  'au-moins': label(40).optional(),
  'au-plus': label(40).optional(),
  inchange: yesNo.optional(),
  comme: id.optional(),
  somme: ids.min(1).optional(),
  moins: ids.optional(),
  pourcent: z.strictObject({ de: id, taux: z.number() }).optional(),
  'total-lignes': z
    .strictObject({ de: id, total: word(['ht', 'tva', 'ttc']), taux: z.number().optional() })
    .optional(),
  'jours-apres': z
    .strictObject({ jour: label(20).optional(), champ: id.optional(), jours: z.int() })
    .optional(),
  cite: z
    .array(z.union([label(80), z.array(label(80)).min(1)]))
    .min(1)
    .optional(),
  evite: z.array(label(80)).min(1).optional(),
  contient: z.array(label(200)).min(1).optional(),
  seulement: yesNo.optional(),
  tient: z.strictObject({ nom: z.int().optional(), octets: z.int().optional() }).optional(),
}
const writtenRule = z.strictObject(rules)
export type WrittenRule = z.output<typeof writtenRule>

/** Something that is the case in a copy: of a field, of the last gesture, or of checks of this exercise. */
const writtenCondition = z.strictObject({
  champ: id.optional(),
  geste: id.optional(),
  justes: ids.min(1).optional(),
  pas: yesNo.optional(),
  ...rules,
})
export type WrittenCondition = z.output<typeof writtenCondition>

const SHOWN = ['tout-de-suite', 'a-l-envoi', 'formateur'] as const
const checkFields = {
  message: text(400).optional(),
  precision: text(400).optional(),
  objectif: id.optional(),
  grave: yesNo.default(false),
  quand: z.array(writtenCondition).max(6).default([]),
  montrer: word(SHOWN).default('a-l-envoi'),
}

const option = z.union([label(80), z.record(z.string(), label(160))])

const writtenField = z.strictObject({
  id,
  libelle: text(120),
  type: word(FIELD_WORDS),
  aide: text(300).optional(),
  obligatoire: yesNo.default(false),
  avant: value.optional(),
  indices: z.array(text(300)).max(5).default([]),
  longueur: z.int().min(1).max(4000).optional(),
  caracteres: text(60).optional(),
  options: z.array(option).min(2).max(40).optional(),
  taux: z.array(z.number()).min(1).max(6).optional(),
  fichiers: z
    .array(z.strictObject({ nom: label(120), octets: z.int().min(1), note: text(200).optional() }))
    .min(1)
    .max(20)
    .optional(),
  attendu: value.optional(),
  ...checkFields,
  controles: z
    .array(z.strictObject({ id: id.optional(), ...checkFields, ...rules }))
    .max(10)
    .default([]),
})
export type WrittenField = z.output<typeof writtenField>

const actor = z.strictObject({
  role: text(60),
  nom: text(160),
  siret: label(20).optional(),
  tva: label(20).optional(),
  iban: label(40).optional(),
  adresse: text(200).optional(),
})

const documentBody = z.strictObject({
  id,
  titre: text(80),
  fichier: text(200).optional(),
  texte: text(20_000).optional(),
  description: text(300).optional(),
  roles: ids.default([]),
})

export const body = z.strictObject({
  titre: text(120),
  objectif: id.optional(),
  'nous-sommes-le': label(20),
  fictif: yesNo.default(true),
  contexte: text(2000),
  consigne: text(600).optional(),
  secondes: z.int().min(30).max(14_400).optional(),
  acteurs: z.array(actor).max(12).default([]),
  documents: z.array(documentBody).max(12).default([]),
  roles: z
    .array(z.strictObject({ id, titre: text(80), mission: text(800) }))
    .min(2)
    .max(6)
    .optional(),
  'roles-donnes': word(['tires', 'choisis']).default('tires'),
  etapes: z
    .array(
      z.strictObject({
        id,
        titre: text(80),
        role: id.optional(),
        champs: z.array(writtenField).min(1).max(60),
      }),
    )
    .min(1)
    .max(12),
  gestes: z
    .array(
      z.strictObject({
        id,
        libelle: text(60),
        envoie: yesNo.default(false),
        'passe-a': id.optional(),
      }),
    )
    .min(1)
    .max(8),
  'dernier-geste': z.strictObject({ geste: id, ...checkFields }).optional(),
  statuts: z
    .array(
      z.strictObject({
        id,
        libelle: text(60),
        modifiable: z.union([word(['tout', 'rien']), ids.min(1)]).default('rien'),
        gestes: ids.default([]),
      }),
    )
    .min(1)
    .max(12),
  suites: z
    .array(
      z.strictObject({
        geste: id,
        de: id,
        vers: id,
        si: word(['juste', 'faux']).optional(),
        quand: z.array(writtenCondition).max(12).default([]),
        reponse: text(500).optional(),
      }),
    )
    .max(24)
    .default([]),
  'erreurs-frequentes': z
    .array(
      z.strictObject({
        erreur: text(300),
        message: text(400).optional(),
        si: z.array(writtenCondition).min(1).max(6).optional(),
      }),
    )
    .max(20)
    .default([]),
  retours: z.strictObject({ reussi: text(500), partiel: text(500), 'a-reprendre': text(500) }),
  corrige: text(1500),
})
export type ScenarioBody = z.output<typeof body>

const CONDITION_HINT =
  'Écrivez « { champ: siret, vaut: "…" } », « { geste: envoyer } » ou « { justes: [ht, ttc] } ».'
const YES_NO = 'Écrivez oui ou non.'
const VALUE_HINT =
  'Écrivez un texte entre guillemets, une liste, ou des lignes « - { libelle: …, quantite: …, prix: …, taux: … } ».'

const checkHints = (prefix: string): Hints => ({
  [`${prefix}message`]:
    'Écrivez ce que lira la personne si c’est faux : message: "…" (400 caractères au plus).',
  [`${prefix}objectif`]: 'Écrivez l’identifiant d’un objectif : « objectif: o1 ».',
  [`${prefix}grave`]: YES_NO,
  [`${prefix}quand`]: CONDITION_HINT,
  [`${prefix}quand.*`]: CONDITION_HINT,
  [`${prefix}montrer`]: 'Écrivez tout-de-suite, à-l-envoi ou formateur.',
})

export const hints: Hints = {
  titre: 'Écrivez un titre de 120 caractères au plus.',
  'nous-sommes-le': 'Écrivez le jour de l’exercice : nous-sommes-le: "17/11/2026".',
  fictif: YES_NO,
  contexte: 'Écrivez ce qui s’est passé et ce qu’il faut faire, 2000 caractères au plus.',
  acteurs: 'Écrivez « - { role: Fournisseur, nom: "…", siret: "…" } ».',
  'acteurs.*': 'Écrivez « - { role: Fournisseur, nom: "…", siret: "…" } ».',
  'documents.*': 'Écrivez « - { id: commande, titre: "Bon de commande", fichier: documents/commande.md } ».',
  roles: 'Donnez de 2 à 6 rôles : « - { id: titulaire, titre: "…", mission: "…" } ».',
  'roles-donnes': 'Écrivez tirés (au sort) ou choisis (par le formateur).',
  etapes: 'Donnez les étapes du formulaire : « - id: adresse », puis « titre: "…" » et « champs: ».',
  'etapes.*.champs': 'Donnez les champs de l’étape : « - { id: cadre, libelle: "…", type: choix, … } ».',
  'etapes.*.champs.*.type': `Les types de champ sont ${FIELD_WORDS.join(', ')}.`,
  'etapes.*.champs.*.libelle': 'Écrivez ce qui se lit au-dessus du champ : libelle: "…".',
  'etapes.*.champs.*.options':
    'Donnez de 2 à 40 réponses : « - A1: "A1, dépôt par un fournisseur" » ou « - "Virement" ».',
  'etapes.*.champs.*.attendu': VALUE_HINT,
  'etapes.*.champs.*.avant': VALUE_HINT,
  'etapes.*.champs.*.fichiers': 'Écrivez « - { nom: "facture.pdf", octets: 180000 } ».',
  'etapes.*.champs.*.obligatoire': YES_NO,
  ...checkHints('etapes.*.champs.*.'),
  ...checkHints('etapes.*.champs.*.controles.*.'),
  ...checkHints('dernier-geste.'),
  gestes: 'Donnez les gestes : « - { id: envoyer, libelle: "Valider et envoyer", envoie: oui } ».',
  'gestes.*.envoie': YES_NO,
  statuts:
    'Donnez les statuts : « - { id: brouillon, libelle: "Brouillon", modifiable: tout, gestes: [envoyer] } ».',
  'statuts.*.modifiable': 'Écrivez tout, rien, ou la liste des champs : « modifiable: [siret, service] ».',
  'suites.*.si': 'Écrivez juste ou faux, ou retirez cette ligne.',
  'suites.*.quand.*': CONDITION_HINT,
  'erreurs-frequentes.*.si': CONDITION_HINT,
  'erreurs-frequentes.*.si.*': CONDITION_HINT,
  retours: 'Écrivez trois textes : « réussi: "…" », « partiel: "…" » et « à-reprendre: "…" ».',
  corrige: 'Écrivez le corrigé : ce qu’il fallait faire et pourquoi.',
}

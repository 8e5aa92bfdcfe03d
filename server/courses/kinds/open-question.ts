import { z } from 'zod'
import type { OpenQuestionDefinition } from '#shared/activities/open-question/definition.ts'
import { shortened, text, word, yesNo } from './fields.ts'
import type { KindReader } from './reader.ts'

const body = z.strictObject({
  titre: text(120).optional(),
  question: text(400),
  affichage: word(['liste', 'nuage']).default('liste'),
  variante: word(['cas-reel']).optional(),
  moderation: yesNo.default(true),
  noms: yesNo.default(true),
  resultats: word(['en-direct', 'masques']).default('masques'),
  'par-personne': z.int().min(1).max(5).default(1),
  longueur: z.int().min(10).max(2000).optional(),
  votes: yesNo.default(false),
  objectif: z.string().optional(),
})

/** How long an answer may be when its author does not say: a word or two, a sentence, a case. */
const LENGTHS = { cloud: 40, list: 300, case: 800 }

export const openQuestionReader: KindReader<typeof body, OpenQuestionDefinition> = {
  kind: 'open-question',
  body,
  hints: {
    titre: 'Écrivez un titre de 120 caractères au plus, ou retirez cette ligne.',
    question: 'Écrivez la question, 400 caractères au plus : question: "…".',
    affichage: 'Écrivez liste ou nuage (nuage de mots).',
    variante: 'Écrivez « variante: cas-réel » pour que chacun apporte son cas, ou retirez cette ligne.',
    moderation: 'Écrivez oui (vous laissez passer chaque réponse) ou non.',
    noms: 'Écrivez oui (réponses avec les noms) ou non (« sans noms »).',
    resultats: 'Écrivez en-direct ou masqués.',
    'par-personne': 'Écrivez combien de réponses chacun peut donner, de 1 à 5.',
    longueur: 'Écrivez le nombre de caractères d’une réponse, de 10 à 2000.',
    votes: 'Écrivez oui (chacun peut soutenir des réponses) ou non.',
  },
  read(open, report) {
    if (open.variante && open.affichage === 'nuage') {
      report(
        ['affichage'],
        'Un « cas-réel » ne se montre pas en nuage de mots',
        'Écrivez « affichage: liste », ou retirez la ligne « variante ».',
      )
      return undefined
    }
    const display = open.affichage === 'nuage' ? 'cloud' : 'list'
    return {
      kind: 'open-question',
      title: open.titre ?? shortened(open.question, 120),
      text: open.question,
      display,
      variant: open.variante && 'case',
      moderated: open.moderation,
      named: open.noms,
      results: open.resultats === 'masques' ? 'hidden' : 'live',
      perPerson: open['par-personne'],
      maxLength: open.longueur ?? LENGTHS[open.variante ? 'case' : display],
      votes: open.votes,
      objective: open.objectif,
    }
  },
}

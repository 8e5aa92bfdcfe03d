import { z } from 'zod'
import type { RoundtableDefinition } from '#shared/activities/roundtable/definition.ts'
import { repeated, text, word } from './fields.ts'
import type { KindReader } from './reader.ts'

const MAX_PROMPTS = 6

const body = z.strictObject({
  titre: text(120).default('Tour de table'),
  moment: word(['ouverture', 'mi-journee', 'cloture']),
  consignes: z.array(text(200)).min(1).max(MAX_PROMPTS),
  ordre: word(['tire-au-sort', 'moins-entendus', 'inscription', 'choisi']).default('tire-au-sort'),
  secondes: z.int().min(10).max(900).optional(),
  humeur: word(['meteo', 'mot']).optional(),
})

const VARIANTS = { ouverture: 'opening', 'mi-journee': 'midday', cloture: 'closing' } as const
const ORDERS = {
  'tire-au-sort': 'drawn',
  'moins-entendus': 'quiet',
  inscription: 'listed',
  choisi: 'chosen',
} as const
const MOODS = { meteo: 'mood', mot: 'word' } as const

export const roundtableReader: KindReader<typeof body, RoundtableDefinition> = {
  kind: 'roundtable',
  body,
  hints: {
    titre: 'Écrivez un titre de 120 caractères au plus, ou retirez cette ligne.',
    moment: 'Écrivez ouverture, mi-journée ou clôture.',
    consignes: `Donnez de 1 à ${MAX_PROMPTS} consignes : « - "Mon prénom, mon métier" », une par ligne.`,
    'consignes.*': 'Une consigne est un texte de 1 à 200 caractères.',
    ordre:
      'Écrivez tiré-au-sort, moins-entendus (qui a le moins parlé commence), inscription ou choisi (par vous, avant d’ouvrir).',
    secondes: 'Écrivez le temps de chacun, un nombre entier de secondes de 10 à 900, ou retirez cette ligne.',
    humeur: 'Écrivez météo ou mot (le mot du jour), ou retirez cette ligne.',
  },
  read(round, report) {
    const twice = repeated(round.consignes)
    for (const index of twice)
      report(
        ['consignes', index],
        `La consigne « ${round.consignes[index]} » est écrite deux fois`,
        'Changez l’une des deux, ou retirez-la.',
      )
    if (twice.length > 0) return undefined
    return {
      kind: 'roundtable',
      title: round.titre,
      variant: VARIANTS[round.moment],
      prompts: round.consignes,
      order: ORDERS[round.ordre],
      seconds: round.secondes,
      mood: round.humeur && MOODS[round.humeur],
    }
  },
}

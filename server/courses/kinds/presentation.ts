import { z } from 'zod'
import type { PresentationDefinition } from '#shared/activities/presentation/definition.ts'
import { IDENTIFIER, IDENTIFIER_REMEDY } from '../course-file.ts'
import { unknownObjective } from '../words.ts'
import { label, repeated, text, word } from './fields.ts'
import type { BodyReporter, KindReader } from './reader.ts'

const MAX_CRITERIA = 10
const CRITERIA_HINT = `Donnez de 1 à ${MAX_CRITERIA} critères : « - { critere: "…", objectif: o1 } », un par ligne.`

const body = z.strictObject({
  titre: text(120),
  consigne: text(1000),
  criteres: z
    .array(z.strictObject({ id: z.string().optional(), critere: text(200), objectif: z.string().optional() }))
    .min(1)
    .max(MAX_CRITERIA),
  niveaux: z.array(label(40)).min(2).max(6).default(['À reprendre', 'En cours', 'Acquis', 'Maîtrisé']),
  'minutes-par-personne': z.number().min(0.5).max(60).optional(),
  moment: word(['positionnement', 'pendant', 'final']).default('pendant'),
})
type Body = z.output<typeof body>

const MOMENTS = { positionnement: 'placement', pendant: 'during', final: 'final' } as const

export const presentationReader: KindReader<typeof body, PresentationDefinition> = {
  kind: 'presentation',
  body,
  hints: {
    titre: 'Écrivez un titre de 120 caractères au plus : titre: "…".',
    consigne: 'Écrivez ce que chacun doit présenter, 1000 caractères au plus : consigne: "…".',
    criteres: CRITERIA_HINT,
    'criteres.*': 'Un critère s’écrit « { critere: "…", objectif: o1 } ».',
    'criteres.*.critere': 'Écrivez ce qui est évalué, 200 caractères au plus.',
    niveaux: 'Donnez de 2 à 6 niveaux, du plus bas au plus haut : niveaux: ["À reprendre", "Acquis"].',
    'minutes-par-personne': 'Écrivez un nombre de minutes, de 0.5 à 60, ou retirez cette ligne.',
    moment: 'Écrivez positionnement, pendant ou final.',
  },
  read(oral, report, { objectives }) {
    let sound = true
    const refuse: BodyReporter = (...mistake) => {
      sound = false
      report(...mistake)
    }
    const criteria = criteriaOf(oral, objectives, refuse)
    for (const index of repeated(oral.niveaux))
      refuse(
        ['niveaux', index],
        `Le niveau « ${oral.niveaux[index]} » est écrit deux fois`,
        'Changez l’un des deux, ou retirez-le.',
      )
    if (!sound) return undefined
    const minutes = oral['minutes-par-personne']
    return {
      kind: 'presentation',
      title: oral.titre,
      instructions: oral.consigne,
      seconds: minutes === undefined ? undefined : Math.round(minutes * 60),
      moment: MOMENTS[oral.moment],
      levels: oral.niveaux,
      criteria,
    }
  },
}

function criteriaOf({ criteres }: Body, objectives: readonly string[] | undefined, refuse: BodyReporter) {
  const ids: string[] = []
  return criteres.map(({ id = '', critere, objectif }, index) => {
    const named = id === '' ? `c${index + 1}` : id
    if (!IDENTIFIER.test(named))
      refuse(
        ['criteres', index, 'id'],
        `« ${named} » ne peut pas être l’identifiant d’un critère`,
        IDENTIFIER_REMEDY,
      )
    if (ids.includes(named))
      refuse(
        ['criteres', index],
        `L’identifiant de critère « ${named} » est pris deux fois`,
        'Donnez-lui un autre identifiant : « id: clarte ».',
      )
    ids.push(named)
    if (objectif !== undefined && objectives && !objectives.includes(objectif))
      refuse(['criteres', index, 'objectif'], ...unknownObjective(objectif, objectives))
    return { id: named, text: critere, ...(objectif !== undefined && { objective: objectif }) }
  })
}

import { z } from 'zod'
import { key, OPTION_IDS } from '#shared/activities/choices.ts'
import type { SurveyDefinition, SurveyItem } from '#shared/activities/survey/definition.ts'
import { label, optionTwice, repeated, text, word, yesNo } from './fields.ts'
import type { BodyReporter, KindReader } from './reader.ts'

const MAX_ITEMS = 30
const MAX_OPTIONS = OPTION_IDS.length

const item = z.strictObject({
  id: z.string().optional(),
  texte: text(300),
  reponse: word(['echelle', 'nps', 'choix', 'texte']).default('echelle'),
  options: z.array(label(200)).min(2).max(MAX_OPTIONS).optional(),
  plusieurs: yesNo.default(false),
  obligatoire: yesNo.default(false),
})
type WrittenItem = z.output<typeof item>

const body = z.strictObject({
  titre: text(120),
  intro: text(600).optional(),
  anonyme: yesNo.default(true),
  moment: word(['a-chaud', 'a-froid']).default('a-chaud'),
  bas: label(60).optional(),
  haut: label(60).optional(),
  questions: z.array(item).min(1).max(MAX_ITEMS),
})

const TYPES = { echelle: 'grade', nps: 'nps', choix: 'choice', texte: 'text' } as const
const OPTIONS_HINT = `Donnez de 2 à ${MAX_OPTIONS} réponses : « options: ["…", "…"] ».`

export const surveyReader: KindReader<typeof body, SurveyDefinition> = {
  kind: 'survey',
  body,
  hints: {
    titre: 'Écrivez un titre de 120 caractères au plus : titre: "…".',
    intro: 'Écrivez une phrase ou deux, 600 caractères au plus, ou retirez cette ligne.',
    anonyme: 'Écrivez oui (personne ne saura qui a répondu quoi) ou non.',
    moment: 'Écrivez à-chaud (dans la classe) ou à-froid (quelques mois après).',
    bas: 'Écrivez ce que veut dire 1 : bas: "pas du tout d’accord".',
    haut: 'Écrivez ce que veut dire 4 : haut: "tout à fait d’accord".',
    questions: `Donnez de 1 à ${MAX_ITEMS} questions : « - texte: "…" », une par ligne.`,
    'questions.*': 'Écrivez « - texte: "…" », puis « reponse: » si ce n’est pas une échelle de 1 à 4.',
    'questions.*.id': 'Un identifiant est un texte : « id: rythme ».',
    'questions.*.texte': 'Écrivez la question, 300 caractères au plus : texte: "…".',
    'questions.*.reponse': 'Écrivez échelle (de 1 à 4), nps (de 0 à 10), choix ou texte.',
    'questions.*.options': OPTIONS_HINT,
    'questions.*.options.*': 'Une réponse est un texte de 1 à 200 caractères.',
    'questions.*.plusieurs': 'Écrivez oui (plusieurs réponses possibles) ou non.',
    'questions.*.obligatoire': 'Écrivez oui (il faut y répondre pour rendre) ou non.',
  },
  read(survey, report) {
    let sound = true
    const refuse: BodyReporter = (...mistake) => {
      sound = false
      report(...mistake)
    }
    const items = survey.questions.map((written, i) => itemOf(written, i, refuse))
    for (const [i, { id }] of items.entries()) {
      if (!key.safeParse(id).success)
        refuse(
          ['questions', i, 'id'],
          `« ${id} » ne peut pas être l’identifiant d’une question`,
          'Commencez par une lettre, puis des lettres, des chiffres et des tirets, 40 au plus.',
        )
      if (items.findIndex((one) => one.id === id) < i)
        refuse(
          ['questions', i, 'id'],
          `L’identifiant « ${id} » est déjà celui d’une autre question`,
          'Donnez-lui un autre identifiant, ou retirez cette ligne.',
        )
    }
    if (!sound) return undefined
    return {
      kind: 'survey',
      title: survey.titre,
      intro: survey.intro,
      anonymous: survey.anonyme,
      moment: survey.moment === 'a-froid' ? 'cold' : 'hot',
      low: survey.bas,
      high: survey.haut,
      items,
    }
  },
  check({ moment }, _course, rank, report) {
    if (moment === 'cold' && rank !== undefined)
      report(
        ['moment'],
        'Un questionnaire « à froid » ne se place pas dans le déroulé',
        'Retirez sa ligne « _activite » de deck.md, ou écrivez « moment: à-chaud ».',
      )
  },
  unplaced: ({ moment }) => moment === 'cold',
}

function itemOf(written: WrittenItem, index: number, refuse: BodyReporter): SurveyItem {
  const { id = `q${index + 1}`, texte, reponse, options, plusieurs, obligatoire } = written
  const path = ['questions', index]
  const common = { id, text: texte, required: obligatoire }
  if (reponse !== 'choix') {
    for (const name of ['options', 'plusieurs'] as const)
      if (written[name])
        refuse(
          [...path, name],
          `« ${name} » ne va qu’avec « reponse: choix »`,
          'Écrivez « reponse: choix », ou retirez cette ligne.',
        )
    return { ...common, type: TYPES[reponse] }
  }
  if (!options) refuse(path, 'Il manque « options »', OPTIONS_HINT)
  for (const twice of repeated(options ?? []))
    refuse([...path, 'options', twice], ...optionTwice(options?.[twice] ?? ''))
  return {
    ...common,
    type: 'choice',
    multiple: plusieurs,
    options: (options ?? []).map((option, i) => ({ id: OPTION_IDS[i] ?? 'a', text: option })),
  }
}

import { z } from 'zod'
import { OPTION_IDS } from '#shared/activities/choices.ts'
import type { PollDefinition } from '#shared/activities/poll/definition.ts'
import { either } from '../words.ts'
import { label, optionTwice, repeated, shortened, text, word, yesNo } from './fields.ts'
import type { BodyReporter, KindReader } from './reader.ts'

const body = z.strictObject({
  titre: text(120).optional(),
  question: text(400),
  choix: word(['unique', 'multiple', 'echelle']).default('unique'),
  options: z.array(label(200)).min(2).max(OPTION_IDS.length).optional(),
  echelle: z
    .strictObject({
      de: z.int().min(0).max(100),
      a: z.int().min(0).max(100),
      bas: label(80).optional(),
      haut: label(80).optional(),
    })
    .optional(),
  noms: yesNo.default(true),
  resultats: word(['en-direct', 'masques']).default('masques'),
  compare: z.string().optional(),
  objectif: z.string().optional(),
})
type PollBody = z.output<typeof body>

const TYPES = { unique: 'single', multiple: 'multiple', echelle: 'scale' } as const

const SCALE_HINT = 'Écrivez « echelle: { de: 1, a: 5, bas: "pas du tout", haut: "tout à fait" } ».'

export const pollReader: KindReader<typeof body, PollDefinition> = {
  kind: 'poll',
  body,
  hints: {
    question: 'Écrivez la question du sondage, 400 caractères au plus : question: "…".',
    titre: 'Écrivez un titre de 120 caractères au plus, ou retirez cette ligne.',
    choix: 'Écrivez unique, multiple ou échelle.',
    options: `Donnez de 2 à ${OPTION_IDS.length} réponses : « - "…" », une par ligne.`,
    'options.*': 'Une réponse est un texte de 1 à 200 caractères.',
    echelle: SCALE_HINT,
    'echelle.de': SCALE_HINT,
    'echelle.a': SCALE_HINT,
    noms: 'Écrivez oui (réponses avec les noms) ou non (« sans noms »).',
    resultats: 'Écrivez en-direct ou masqués.',
  },
  read(poll, report) {
    const options = poll.choix === 'echelle' ? scale(poll, report) : choices(poll, report)
    if (!options) return undefined
    return {
      kind: 'poll',
      title: poll.titre ?? shortened(poll.question, 120),
      text: poll.question,
      type: TYPES[poll.choix],
      options: options.map((option, index) => ({ id: OPTION_IDS[index] ?? 'a', text: option })),
      lowLabel: poll.echelle?.bas,
      highLabel: poll.echelle?.haut,
      named: poll.noms,
      results: poll.resultats === 'masques' ? 'hidden' : 'live',
      compareWith: poll.compare,
      objective: poll.objectif,
    }
  },
  check(poll, course, rank, report) {
    if (poll.compareWith === undefined) return
    const path = ['compare']
    const other = course.activity(poll.compareWith)
    if (!other && !course.complete) return
    if (other?.definition.kind !== 'poll') {
      const polls = course.idsOf('poll')
      report(
        path,
        `Le sondage « ${poll.compareWith} » à comparer n’existe pas`,
        `Les sondages du cours sont ${either(polls)}.`,
      )
      return
    }
    const earlier = other.definition as PollDefinition
    if (rank !== undefined && (other.rank === undefined || other.rank >= rank)) {
      report(
        path,
        `« ${poll.compareWith} » n’est pas posé avant ce sondage`,
        'Comparez avec un sondage placé plus tôt dans le déroulé.',
      )
      return
    }
    const texts = (definition: PollDefinition) => definition.options.map((option) => option.text).join('\n')
    if (earlier.type !== poll.type || texts(earlier) !== texts(poll))
      report(
        path,
        `« ${poll.compareWith} » n’a pas les mêmes réponses que ce sondage : rien à comparer`,
        'Reprenez exactement le même « choix » et les mêmes « options », dans le même ordre.',
      )
  },
}

function choices(poll: PollBody, report: BodyReporter): string[] | undefined {
  if (poll.echelle) {
    report(
      ['echelle'],
      '« echelle » ne va qu’avec « choix: échelle »',
      'Écrivez « choix: échelle », ou retirez cette ligne.',
    )
    return undefined
  }
  if (!poll.options) {
    report(
      [],
      'Il manque « options »',
      `Donnez de 2 à ${OPTION_IDS.length} réponses : « - "…" », une par ligne.`,
    )
    return undefined
  }
  const twice = repeated(poll.options)
  for (const index of twice) report(['options', index], ...optionTwice(poll.options[index] ?? ''))
  return twice.length === 0 ? poll.options : undefined
}

function scale(poll: PollBody, report: BodyReporter): string[] | undefined {
  if (poll.options) {
    report(['options'], '« options » ne va pas avec « choix: échelle »', SCALE_HINT)
    return undefined
  }
  if (!poll.echelle) {
    report([], 'Il manque « echelle »', SCALE_HINT)
    return undefined
  }
  const { de, a } = poll.echelle
  const degrees = a - de + 1
  if (degrees < 2 || degrees > OPTION_IDS.length) {
    report(
      ['echelle'],
      degrees < 2
        ? `L’échelle va de ${de} à ${a} : la fin doit dépasser le début`
        : `L’échelle a ${degrees} degrés`,
      `Une échelle a de 2 à ${OPTION_IDS.length} degrés, par exemple de: 1, a: 5.`,
    )
    return undefined
  }
  return Array.from({ length: degrees }, (_, index) => String(de + index))
}

import { z } from 'zod'
import type { McqDefinition, McqQuestion } from '#shared/activities/mcq/definition.ts'
import { IDENTIFIER, IDENTIFIER_REMEDY } from '../course-file.ts'
import {
  asked,
  mistakesOf,
  questionFields,
  questionHints,
  type Refusal,
  type WrittenQuestion,
} from '../question.ts'
import { nearest, unknownObjective } from '../words.ts'
import type { Path } from '../yaml.ts'
import { shortened, text, word, yesNo } from './fields.ts'
import type { BodyReporter, KindReader, ReadContext } from './reader.ts'

const MAX_QUESTIONS = 60

/** A question of this QCM alone. Its identifier may be left out. */
const ownQuestion = z.strictObject({ id: z.string().optional(), ...questionFields })

/** A QCM of one question may write it without a list. */
const alone = { ...z.object(questionFields).partial().shape, choix: word(['unique', 'multiple']).optional() }

const body = z.strictObject({
  titre: text(120).optional(),
  questions: z
    .array(z.union([z.string(), ownQuestion]))
    .min(1)
    .max(MAX_QUESTIONS)
    .optional(),
  ...alone,
  rythme: word(['formateur', 'chacun']).default('formateur'),
  moment: word(['positionnement', 'pendant', 'final']).default('pendant'),
  secondes: z.int().min(5).max(14_400).optional(),
  seuil: z.int().min(1).max(100).optional(),
  correction: word(['a-la-remise', 'a-la-revelation']).optional(),
  melanger: yesNo.default(true),
})
type McqBody = z.output<typeof body>

const MOMENTS = { positionnement: 'placement', pendant: 'during', final: 'final' } as const
const ALONE_KEYS = ['question', 'options', 'explication', 'choix', 'ordre', 'niveau'] as const
const QUESTIONS_HINT = 'Donnez la liste des questions : « questions: [q01, q02] ».'

type Placed = { path: Path; question: McqQuestion }

export const mcqReader: KindReader<typeof body, McqDefinition> = {
  kind: 'mcq',
  body,
  hints: {
    titre: 'Écrivez un titre de 120 caractères au plus.',
    questions: `${QUESTIONS_HINT.slice(0, -1)}, de 1 à ${MAX_QUESTIONS}.`,
    'questions.*': 'Écrivez l’identifiant d’une question de la banque (q01), ou une question entière.',
    'questions.*.id': 'Un identifiant est un texte : « id: ma-question ».',
    ...questionHints('questions.*.'),
    ...questionHints(''),
    rythme: 'Écrivez formateur (une question à la fois, pour tous) ou chacun (chacun à son rythme).',
    moment: 'Écrivez positionnement, pendant ou final.',
    secondes: 'Écrivez un nombre entier de secondes, de 5 à 14400, ou retirez cette ligne.',
    seuil: 'Écrivez un pourcentage, un nombre entier de 1 à 100 : « seuil: 70 ».',
    correction: 'Écrivez à-la-remise ou à-la-révélation.',
    melanger: 'Écrivez oui ou non.',
  },
  read(mcq, report, context) {
    let sound = true
    const refuse: BodyReporter = (...mistake) => {
      sound = false
      report(...mistake)
    }
    checkSettings(mcq, context, refuse)
    const placed = mcq.questions ? listed(mcq, mcq.questions, refuse, context) : onlyOne(mcq, refuse, context)
    if (!placed) return undefined
    if (mcq.moment !== 'pendant') checkObjectives(mcq.moment, placed, refuse)
    const [first] = placed
    const title = mcq.titre ?? (placed.length === 1 && first ? shortened(first.question.text, 120) : '')
    if (title === '') refuse([], 'Il manque « titre »', 'Écrivez le titre du QCM : titre: "…".')
    if (!sound) return undefined
    return {
      kind: 'mcq',
      title,
      pace: mcq.rythme === 'chacun' ? 'learner' : 'trainer',
      moment: MOMENTS[mcq.moment],
      questions: placed.map(({ question }) => question),
      seconds: mcq.secondes,
      threshold: mcq.seuil,
      correction: mcq.correction === 'a-la-remise' ? 'on-submit' : 'on-reveal',
    }
  },
  check(mcq, course, rank, report) {
    for (const id of course.idsOf('mcq')) {
      const other = course.activity(id)
      if (!other || other.rank === undefined || rank === undefined || other.rank >= rank) continue
      const theirs = (other.definition as McqDefinition).questions
      for (const [index, question] of mcq.questions.entries()) {
        if (theirs.some((one) => one.id === question.id && one.text !== question.text))
          report(
            ['questions', index, 'id'],
            `L’identifiant « ${question.id} » est déjà celui d’une autre question, dans « ${id} »`,
            'Donnez-lui un autre identifiant, ou mettez la question dans le dossier questions.',
          )
      }
    }
  },
}

function checkSettings(mcq: McqBody, { objectives }: ReadContext, refuse: BodyReporter): void {
  if (mcq.correction && mcq.rythme === 'formateur')
    refuse(
      ['correction'],
      '« correction » ne va qu’avec « rythme: chacun »',
      'Écrivez « rythme: chacun », ou retirez cette ligne : le formateur montre lui-même chaque correction.',
    )
  // Inside a list, `objectif` is the one of the questions that name none; alone, it is checked with the question.
  if (mcq.questions && mcq.objectif !== undefined && objectives && !objectives.includes(mcq.objectif))
    refuse(['objectif'], ...unknownObjective(mcq.objectif, objectives))
}

function listed(
  mcq: McqBody,
  entries: NonNullable<McqBody['questions']>,
  refuse: BodyReporter,
  context: ReadContext,
): Placed[] | undefined {
  const extra = ALONE_KEYS.find((name) => mcq[name] !== undefined)
  if (extra)
    refuse(
      [extra],
      `« ${extra} » ne va pas avec « questions »`,
      'Mettez cette question dans la liste « questions », ou retirez la liste.',
    )
  const placed: Placed[] = []
  for (const [index, entry] of entries.entries()) {
    const path = ['questions', index]
    const question =
      typeof entry === 'string'
        ? fromBank(entry, mcq, path, refuse, context)
        : own(entry, entry.id ?? `${context.id.slice(0, 36)}-${index + 1}`, mcq, path, refuse, context)
    if (!question) continue
    if (placed.some((other) => other.question.id === question.id))
      refuse(
        typeof entry === 'string' ? path : [...path, 'id'],
        `La question « ${question.id} » est deux fois dans ce QCM`,
        typeof entry === 'string' ? 'Retirez l’une des deux.' : 'Donnez-lui un autre identifiant.',
      )
    placed.push({ path, question })
  }
  return placed
}

function onlyOne(mcq: McqBody, refuse: BodyReporter, context: ReadContext): Placed[] | undefined {
  const { question, options } = mcq
  if (question === undefined && options === undefined) {
    refuse([], 'Il manque « questions »', QUESTIONS_HINT)
    return undefined
  }
  if (question === undefined || options === undefined) {
    const missing = question === undefined ? 'question' : 'options'
    refuse([], `Il manque « ${missing} »`, questionHints('')[missing] ?? QUESTIONS_HINT)
    return undefined
  }
  const written = { ...mcq, question, options, choix: mcq.choix ?? 'unique' }
  const read = own(written, context.id, mcq, [], refuse, context)
  return read && [{ path: [], question: read }]
}

function fromBank(
  id: string,
  mcq: McqBody,
  path: Path,
  refuse: BodyReporter,
  { bank }: ReadContext,
): McqQuestion | undefined {
  const question = bank.questions.get(id)
  if (question) return asked(question, id, { shuffle: mcq.melanger })
  // With a file of the bank unreadable, the question may well be in it.
  if (bank.complete) {
    const near = nearest(id, [...bank.questions.keys()])
    refuse(
      path,
      `La question « ${id} » n’est pas dans la banque`,
      near
        ? `Vouliez-vous écrire « ${near} » ?`
        : 'Écrivez l’identifiant d’une question du dossier questions, par exemple questions/s1.yaml.',
    )
  }
  return undefined
}

function own(
  written: WrittenQuestion,
  id: string,
  mcq: McqBody,
  path: Path,
  refuse: BodyReporter,
  { bank, objectives }: ReadContext,
): McqQuestion | undefined {
  const mistakes: Refusal[] = mistakesOf(written, objectives)
  if (!IDENTIFIER.test(id))
    mistakes.push({
      path: ['id'],
      problem: `« ${id} » ne peut pas être l’identifiant d’une question`,
      remedy: IDENTIFIER_REMEDY,
    })
  if (bank.questions.has(id))
    mistakes.push({
      path: ['id'],
      problem: `« ${id} » est déjà l’identifiant d’une question de la banque`,
      remedy: `Donnez-lui un autre identifiant, ou écrivez seulement « - ${id} » pour reprendre celle de la banque.`,
    })
  for (const mistake of mistakes) refuse([...path, ...mistake.path], mistake.problem, mistake.remedy)
  return mistakes.length > 0
    ? undefined
    : asked(written, id, { shuffle: mcq.melanger, objective: mcq.objectif })
}

/** Progress is read per objective: a question that has none would measure nothing. */
function checkObjectives(moment: string, placed: readonly Placed[], refuse: BodyReporter): void {
  for (const { path, question } of placed) {
    if (question.objective !== undefined) continue
    refuse(
      path,
      `La question « ${question.id} » n’a pas d’objectif, et un QCM de moment « ${moment} » les mesure`,
      'Ajoutez à la question une ligne « objectif: o1 ».',
    )
  }
}

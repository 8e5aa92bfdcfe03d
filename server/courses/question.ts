/** A question with right and wrong answers, as authors write it: in the bank, or inside a QCM. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { OPTION_IDS } from '#shared/activities/choices.ts'
import type { McqQuestion } from '#shared/activities/mcq/definition.ts'
import { label, optionTwice, repeated, text, word } from './kinds/fields.ts'
import { unknownObjective } from './words.ts'
import type { Hints, Path } from './yaml.ts'

const MAX_OPTIONS = 8

/**
 * The lines of a question. Each answer says what it is before what it says (`- juste: "…"`): nothing to
 * count, no symbol to type, and an answer left without its mark is refused.
 */
export const questionFields = {
  question: text(500),
  choix: word(['unique', 'multiple']).default('unique'),
  options: z
    .array(z.strictObject({ juste: label(300).optional(), faux: label(300).optional() }))
    .min(2)
    .max(MAX_OPTIONS),
  explication: text(1200).optional(),
  objectif: z.string().optional(),
  niveau: z.int().min(1).max(3).optional(),
  ordre: word(['fixe']).optional(),
}
const written = z.object(questionFields)
export type WrittenQuestion = z.output<typeof written>

const OPTION_HINT = 'Écrivez « - juste: "…" » pour une bonne réponse, « - faux: "…" » pour une mauvaise.'

/** What would be right in a question written at `prefix`. */
export function questionHints(prefix: string): Hints {
  const hints: Hints = {
    question: 'Écrivez la question, 500 caractères au plus : question: "…".',
    choix: 'Écrivez unique (une seule bonne réponse) ou multiple (plusieurs).',
    options: `Donnez de 2 à ${MAX_OPTIONS} réponses : « - juste: "…" » ou « - faux: "…" », une par ligne.`,
    'options.*': OPTION_HINT,
    'options.*.juste': 'Une réponse est un texte de 1 à 300 caractères.',
    'options.*.faux': 'Une réponse est un texte de 1 à 300 caractères.',
    explication: 'Écrivez un texte de 1 200 caractères au plus, ou retirez cette ligne.',
    objectif: 'Écrivez l’identifiant d’un objectif : « objectif: o1 ».',
    niveau: 'Écrivez 1 (facile), 2 ou 3 (difficile).',
    ordre: 'Écrivez « ordre: fixe » pour garder l’ordre des réponses, ou retirez cette ligne.',
  }
  return Object.fromEntries(Object.entries(hints).map(([path, hint]) => [`${prefix}${path}`, hint]))
}

export type Refusal = { path: Path; problem: string; remedy: string }

/** The mistakes of a well-formed question. `objectives` are those of the course, when they are known. */
export function mistakesOf(question: WrittenQuestion, objectives: readonly string[] | undefined): Refusal[] {
  const found: Refusal[] = []
  const refuse = (path: Path, [problem, remedy]: [string, string]) => found.push({ path, problem, remedy })
  for (const [index, { juste, faux }] of question.options.entries()) {
    if (juste === undefined && faux === undefined)
      refuse(['options', index], ['Cette réponse est vide', OPTION_HINT])
    if (juste !== undefined && faux !== undefined)
      refuse(['options', index], ['Cette réponse est à la fois juste et fausse', OPTION_HINT])
  }
  if (found.length > 0) return found
  const texts = question.options.map(textOf)
  for (const index of repeated(texts)) refuse(['options', index], optionTwice(texts[index] ?? ''))
  const right = question.options.flatMap(({ juste }, index) => (juste === undefined ? [] : [index]))
  if (right.length === 0)
    refuse(
      ['options'],
      [
        'Aucune réponse n’est juste',
        'Marquez la bonne réponse : « - juste: "…" » au lieu de « - faux: "…" ».',
      ],
    )
  if (question.choix === 'unique' && right.length > 1)
    refuse(
      ['options', right[1] ?? 0],
      [
        `${right.length} réponses sont justes, et la question n’en attend qu’une`,
        'Gardez une seule ligne « juste », ou écrivez « choix: multiple ».',
      ],
    )
  if (question.objectif !== undefined && objectives && !objectives.includes(question.objectif))
    refuse(['objectif'], unknownObjective(question.objectif, objectives))
  return found
}

type WrittenOption = WrittenQuestion['options'][number]
const textOf = ({ juste, faux }: WrittenOption): string => juste ?? faux ?? ''

/** The question as a QCM holds it. Its answers get their letters in the order they show in. */
export function asked(
  question: WrittenQuestion,
  id: string,
  { shuffle, objective }: { shuffle: boolean; objective?: string },
): McqQuestion {
  const options = shuffle && question.ordre !== 'fixe' ? shuffled(question.options, id) : question.options
  return {
    id,
    text: question.question,
    multiple: question.choix === 'multiple',
    options: options.map((option, index) => ({
      id: OPTION_IDS[index] ?? 'a',
      text: textOf(option),
      right: option.juste !== undefined,
    })),
    explanation: question.explication,
    objective: question.objectif ?? objective,
  }
}

/** Always the same order for the same words: reading a course again changes nothing. */
function shuffled(options: readonly WrittenOption[], id: string): WrittenOption[] {
  const rank = (option: WrittenOption) =>
    createHash('sha256')
      .update(`${id}:${textOf(option)}`)
      .digest('hex')
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ option }) => option)
}

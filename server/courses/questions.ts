/** The bank of questions of a course: `questions/*.yaml`, from which its QCM take theirs by identifier. */
import { z } from 'zod'
import { IDENTIFIER, IDENTIFIER_REMEDY } from './course-file.ts'
import type { Place, Reporter } from './place.ts'
import { mistakesOf, questionFields, questionHints, type WrittenQuestion } from './question.ts'
import { parseYaml, readAs, type YamlText } from './yaml.ts'

export type Bank = {
  questions: ReadonlyMap<string, WrittenQuestion>
  /** False when some question could not be read: what is then missing is no mistake of its own. */
  complete: boolean
}

const schema = z.array(z.strictObject({ id: z.string().regex(IDENTIFIER), ...questionFields })).min(1)

const LIST_HINT = 'Écrivez une liste de questions : « - id: q01 », puis « question: "…" » et « options: ».'
const HINTS = { '': LIST_HINT, '*': LIST_HINT, '*.id': IDENTIFIER_REMEDY, ...questionHints('*.') }

/** Reads the files of the bank. Reports their mistakes, and identifiers taken twice. */
export function readBank(
  files: readonly YamlText[],
  objectives: readonly string[] | undefined,
  report: Reporter,
): Bank {
  const questions = new Map<string, WrittenQuestion>()
  const places = new Map<string, Place>()
  let complete = true
  const refuse: Reporter = (...mistake) => {
    complete = false
    report(...mistake)
  }
  for (const file of files) {
    const document = parseYaml(file, refuse)
    const read = document && readAs(document, schema, HINTS, refuse)
    for (const [index, { id, ...question }] of (read ?? []).entries()) {
      const place = document?.at([index, 'id']) ?? { file: file.file, line: 1, column: 1 }
      const other = places.get(id)
      if (other) {
        refuse(
          place,
          `L’identifiant « ${id} » est déjà celui d’une question : ${other.file}, ligne ${other.line}`,
          'Donnez un autre identifiant à l’une des deux.',
        )
        continue
      }
      places.set(id, place)
      questions.set(id, question)
      for (const { path, problem, remedy } of mistakesOf(question, objectives))
        refuse(document?.at([index, ...path]) ?? place, problem, remedy)
    }
  }
  return { questions, complete }
}

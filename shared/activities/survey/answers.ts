/** Reading what a person returned: is it an answer to these items, and what stands in each. */
import { own } from '#shared/own.ts'
import { type Rejection, reject } from '#shared/types.ts'
import type { SurveyAnswers, SurveyDefinition, SurveyItem } from './definition.ts'

const RANGES = { grade: [1, 4], nps: [0, 10] } as const

function wrong(item: SurveyItem, answer: SurveyAnswers[string]): string | undefined {
  if ('abstains' in answer) return item.required ? 'une réponse est attendue' : undefined
  switch (item.type) {
    case 'grade':
    case 'nps': {
      const [least, most] = RANGES[item.type]
      if (!('value' in answer)) return `une note de ${least} à ${most} est attendue`
      const { value } = answer
      return value < least || value > most ? `${value} n’est pas entre ${least} et ${most}` : undefined
    }
    case 'choice': {
      if (!('choice' in answer)) return 'un choix est attendu'
      const { choice } = answer
      const unknown = choice.find((id) => !item.options.some((option) => option.id === id))
      if (unknown) return `la réponse « ${unknown} » n’existe pas`
      if (new Set(choice).size !== choice.length) return 'la même réponse est donnée deux fois'
      return !item.multiple && choice.length > 1 ? 'une seule réponse est attendue' : undefined
    }
    case 'text':
      return 'text' in answer ? undefined : 'un texte est attendu'
  }
}

const isEmpty = (answer: SurveyAnswers[string]): boolean =>
  ('choice' in answer && answer.choice.length === 0) || ('text' in answer && answer.text === '')

/**
 * The answers in the order of the items, empty ones left out, so that nothing but their content differs from one
 * return to another; or what is wrong with them.
 */
export function readAnswers(given: SurveyAnswers, { items }: SurveyDefinition): SurveyAnswers | Rejection {
  const foreign = Object.keys(given).find((id) => !items.some((item) => item.id === id))
  if (foreign) return reject('invalid', `La question « ${foreign} » n’existe pas dans ce questionnaire.`)
  const read: SurveyAnswers = {}
  for (const item of items) {
    const answer = own(given, item.id)
    if (!answer || isEmpty(answer)) {
      if (item.required) return reject('invalid', `Il manque une réponse à « ${item.text} ».`)
      continue
    }
    const mistake = wrong(item, answer)
    if (mistake) return reject('invalid', `« ${item.text} » : ${mistake}.`)
    read[item.id] = 'choice' in answer ? { choice: [...answer.choice].sort() } : answer
  }
  return read
}

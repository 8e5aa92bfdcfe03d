/** What a questionnaire adds up to. */
import {
  MIN_RETURNS,
  type SurveyAnswers,
  type SurveyDefinition,
  type SurveyItem,
  type SurveyResult,
  type SurveyResults,
} from './definition.ts'

function scale(values: number[], prefix: string, least: number, most: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (let value = least; value <= most; value++) counts[`${prefix}${value}`] = 0
  for (const value of values) counts[`${prefix}${value}`]! += 1
  return counts
}

/** Net promoter score: −100 to 100. */
function netPromoters(values: number[]): number {
  const promoters = values.filter((value) => value >= 9).length
  const detractors = values.filter((value) => value <= 6).length
  return Math.round((100 * (promoters - detractors)) / values.length)
}

function resultOf(item: SurveyItem, answers: SurveyAnswers[string][]): SurveyResult {
  const given = answers.filter((answer) => !('abstains' in answer))
  const abstained = answers.length - given.length
  const result = opinions(item, given)
  return abstained > 0 ? { ...result, abstained } : result
}

function opinions(item: SurveyItem, given: SurveyAnswers[string][]): SurveyResult {
  const total = given.length
  const values = given.flatMap((answer) => ('value' in answer ? [answer.value] : []))
  switch (item.type) {
    case 'grade': {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return { total, counts: scale(values, 'g', 1, 4), ...(values.length > 0 && { mean }) }
    }
    case 'nps':
      return {
        total,
        counts: scale(values, 'n', 0, 10),
        ...(values.length > 0 && { nps: netPromoters(values) }),
      }
    case 'choice': {
      const counts: Record<string, number> = Object.fromEntries(item.options.map(({ id }) => [id, 0]))
      for (const answer of given) {
        for (const id of 'choice' in answer ? answer.choice : []) counts[id]! += 1
      }
      return { total, counts }
    }
    case 'text': {
      const texts = given.flatMap((answer) => ('text' in answer ? [answer.text] : []))
      // By alphabet: no order of arrival, nor of ballots, links two verbatims of one person.
      texts.sort()
      return { total, texts: Object.fromEntries(texts.map((text, i) => [`t${i + 1}`, text])) }
    }
  }
}

/** Results of these returns. Anonymous and too few: their number alone. */
export function surveyResults(returns: SurveyAnswers[], definition: SurveyDefinition): SurveyResults {
  if (definition.anonymous && returns.length < MIN_RETURNS) return { returns: returns.length, few: true }
  const items = definition.items.map((item) => {
    const given = returns.flatMap((answers) => (answers[item.id] ? [answers[item.id]!] : []))
    return [item.id, resultOf(item, given)] as const
  })
  return { returns: returns.length, items: Object.fromEntries(items) }
}

/** The same without anybody's words: what the group may see. */
export function withoutTexts({ returns, few, items }: SurveyResults): SurveyResults {
  if (!items) return { returns, ...(few && { few }) }
  const figures = Object.entries(items).map(([id, { total, abstained, counts, mean, nps }]) => [
    id,
    {
      total,
      ...(abstained && { abstained }),
      ...(counts && { counts }),
      ...(mean !== undefined && { mean }),
      ...(nps !== undefined && { nps }),
    },
  ])
  return { returns, items: Object.fromEntries(figures) }
}

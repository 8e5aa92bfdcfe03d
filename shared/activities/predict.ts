/** Predictions of every kind, without schemas: this is all the client needs of the kinds' logic. */
import { predictMcq } from './mcq/predict.ts'
import { predictOpenQuestion } from './open-question/predict.ts'
import { predictPoll } from './poll/predict.ts'
import { predictPresentation } from './presentation/predict.ts'
import { predictRoundtable } from './roundtable/predict.ts'
import { predictScenario } from './scenario/predict.ts'
import { predictSurvey } from './survey/predict.ts'

type Predict = (mine: object, command: { type: string }) => object

export const predictions: Record<string, Predict> = {
  poll: predictPoll as Predict,
  mcq: predictMcq as Predict,
  'open-question': predictOpenQuestion as Predict,
  survey: predictSurvey as Predict,
  scenario: predictScenario as Predict,
  roundtable: predictRoundtable as Predict,
  presentation: predictPresentation as Predict,
}

/** A QCM as the trainer sees it: the question on stage or any other, the series, each person's sheet. */
import { useEffect, useState } from 'react'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { McqTrainer } from './definition.ts'
import { Overview } from './Overview.tsx'
import type { McqScreenProps } from './props.ts'
import { Question } from './Question.tsx'
import { Series, type Shown } from './Series.tsx'
import { Sheets } from './Sheets.tsx'
import { type Known, knownQuestions } from './trainer-model.ts'
import '../trainer/trainer.css'
import './trainer.css'

export default function Trainer({ everyone, trainer, ...props }: TrainerScreenProps) {
  return (
    <Screen
      {...props}
      everyone={everyone as unknown as McqScreenProps['everyone']}
      trainer={trainer as unknown as McqTrainer}
    />
  )
}

function Screen(props: McqScreenProps) {
  const { everyone, trainer, activityId } = props
  const questions = knownQuestions(everyone, trainer)
  const [chosen, choose] = useState<Shown>()
  // What comes on stage takes the screen, whatever was looked at.
  const onStage = `${activityId}/${trainer.current}/${everyone.phase === 'ready'}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change on stage brings it back
  useEffect(() => choose(undefined), [onStage])
  const usual: Shown = trainer.current === undefined ? { people: true } : { questionId: trainer.current }
  const shown = chosen ?? usual
  const question = 'questionId' in shown && questions.find(({ id }) => id === shown.questionId)
  const finished = everyone.pace === 'trainer' && questions.every(({ corrected }) => corrected)
  return (
    <div className="mcq-trainer">
      <Series
        questions={questions}
        shown={shown}
        short={everyone.pace === 'learner' && !question}
        onShow={choose}
      />
      {question && (
        <Question
          key={question.id}
          {...props}
          question={question}
          questions={questions}
          onCurrent={current(questions, question, () => choose(undefined))}
        />
      )}
      {'people' in shown && <Sheets {...props} questions={questions} onShow={choose} />}
      {('series' in shown || (finished && chosen === undefined)) && (
        <Overview questions={questions} onShow={choose} />
      )}
    </div>
  )
}

/** The way back to the question on stage, when another one is looked at. */
function current(questions: readonly Known[], looked: Known, go: () => void) {
  const found = questions.find(({ state }) => state === 'current')
  return found && found.id !== looked.id ? { n: found.n, go } : undefined
}

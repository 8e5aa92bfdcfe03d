/** What the screens of a QCM are given: the participant's, the trainer's, and the trainer's of one question. */
import type { ParticipantProps } from '../participant.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { McqEveryone, McqMine, McqTrainer } from './definition.ts'
import type { Everyone, Known } from './trainer-model.ts'

export type McqProps = ParticipantProps<McqEveryone, McqMine>

export type McqScreenProps = Omit<TrainerScreenProps, 'everyone' | 'trainer'> & {
  everyone: Everyone & TrainerScreenProps['everyone']
  trainer: McqTrainer
}

export type QuestionProps = McqScreenProps & {
  question: Known
  questions: readonly Known[]
  /** Back to the question on stage, when this is another one. */
  onCurrent?: { n: number; go: () => void }
}

/** What the screens of a presentation are given: the participant's, and the trainer's. */
import type { ParticipantProps, TurnProps } from '../participant.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type {
  PresentationCommand,
  PresentationEveryone,
  PresentationMine,
  PresentationTrainer,
} from './definition.ts'

export type Given = ParticipantProps<PresentationEveryone, PresentationMine>
export type OralProps = TurnProps<PresentationEveryone, PresentationMine, PresentationCommand>

export type OralScreenProps = TrainerScreenProps & {
  oral: PresentationEveryone
  own: PresentationTrainer
  nameOf: (personId: string) => string
  act: (payload: { type: string; [key: string]: unknown }) => void
}

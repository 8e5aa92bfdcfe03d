/** A QCM in the participant's hand, at the trainer's pace or at one's own. */
import type { ParticipantProps } from '../participant.ts'
import type { McqEveryone, McqMine } from './definition.ts'
import { Paced } from './Paced.tsx'
import { SelfPaced } from './SelfPaced.tsx'
import '../question/question.css'
import '../question/sheet.css'
import './participant.css'

export type McqProps = ParticipantProps<McqEveryone, McqMine>

export function Participant(props: McqProps) {
  const { everyone, mine } = props
  // Before the first answer there is nothing of one's own.
  const whole = { ...props, mine: { ...mine, answers: mine.answers ?? {} } }
  return everyone.pace === 'learner' ? <SelfPaced {...whole} /> : <Paced {...whole} />
}

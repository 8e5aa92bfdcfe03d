/** A QCM in the participant's hand, at the trainer's pace or at one's own. */
import { Paced } from './Paced.tsx'
import type { McqProps } from './props.ts'
import { SelfPaced } from './SelfPaced.tsx'
import '../question/question.css'
import '../question/sheet.css'
import './participant.css'

export function Participant(props: McqProps) {
  const { everyone, mine } = props
  // Before the first answer there is nothing of one's own.
  const whole = { ...props, mine: { ...mine, answers: mine.answers ?? {} } }
  return everyone.pace === 'learner' ? <SelfPaced {...whole} /> : <Paced {...whole} />
}
